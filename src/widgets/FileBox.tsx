// Files: as an input they are chosen or dropped, as an output they are listed, to be saved.

import { createSignal, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { acceptOf } from "../spec/file-types.ts";
import { isFiles } from "../spec/files.ts";
import { numberProp, textProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import { createFileDrop } from "./media/file-drop.ts";
import { FileInput } from "./media/FileInput.tsx";
import { FileList } from "./media/FileList.tsx";
import { MediaButton, MediaIcon } from "./media/icons.tsx";
import { saveFile } from "./media/save-file.ts";
import { takeFiles } from "./media/take-files.ts";
import type { WidgetProps } from "./widget.ts";
import { override } from "./override.ts";
import "./media/media.css";

const none: readonly File[] = [];

export default function FileBox(props: WidgetProps): JSX.Element {
  const files = () => (isFiles(props.value) ? props.value : none);
  return (
    <Show when={props.component.interactive} fallback={<FileOutput widget={props} files={files()} />}>
      <FileInputBox widget={props} files={files()} />
    </Show>
  );
}

interface BoxProps {
  readonly widget: WidgetProps;
  readonly files: readonly File[];
}

function FileOutput(props: BoxProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props.widget} plainLabel>
      <div
        class="media files"
        id={id}
        role="group"
        aria-labelledby={labelId(id)}
        classList={{ filled: props.files.length > 0 }}
        style={boxStyle(props.widget)}
      >
        <Show when={props.files.length > 0} fallback={<Nothing icon="file" />}>
          <FileList
            files={props.files}
            onSelect={(index) => select(props, index)}
            onDownload={(file) => {
              saveFile(file, file.name);
              props.widget.onEvent("download", { value: file.name, size: file.size, file });
            }}
          />
        </Show>
      </div>
    </Field>
  );
}

function FileInputBox(props: BoxProps): JSX.Element {
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<string | null>(null);
  const widget = override(props.widget, {
    get error() {
      return problem() ?? props.widget.error;
    },
  });
  const count = () => textProp(widget.component, "fileCount");
  const types = () => widget.component.props["fileTypes"];

  function set(files: readonly File[]): void {
    const value = files.length > 0 ? files : null;
    widget.onInput(value);
    widget.onChange(value);
  }

  function take(chosen: readonly File[]): void {
    const taken = takeFiles(chosen, { single: count() === "single", types: types(), before: props.files });
    setProblem(taken.ok ? null : taken.error);
    if (!taken.ok) return;
    set(taken.value);
    widget.onEvent("upload");
  }

  function remove(index: number): void {
    setProblem(null);
    const file = props.files[index] ?? null;
    set(props.files.filter((_, each) => each !== index));
    widget.onEvent("delete", { index, value: file?.name ?? "", file });
  }

  function clear(): void {
    setProblem(null);
    set([]);
    widget.onEvent("clear");
  }

  const drop = createFileDrop({
    enabled: () => !widget.disabled,
    folders: () => count() === "directory",
    onFiles: take,
  });
  return (
    <Field id={id} widget={widget}>
      <div
        class="media input files"
        classList={{ over: drop.over(), filled: props.files.length > 0, disabled: widget.disabled }}
        style={boxStyle(widget)}
        onDragOver={drop.onDragOver}
        onDragLeave={drop.onDragLeave}
        onDrop={drop.onDrop}
        onPaste={drop.onPaste}
      >
        <FileInput
          id={id}
          widget={widget}
          accept={acceptOf(types())}
          multiple={count() !== "single"}
          directory={count() === "directory"}
          title={invitations[count()] ?? ""}
          onFiles={take}
        />
        <span class="media-replace">
          <MediaIcon name={count() === "single" ? "replace" : "add"} />
        </span>
        <Show
          when={props.files.length > 0}
          fallback={<Nothing icon="upload" text={`Drop ${things[count()] ?? ""} here, or click to choose`} />}
        >
          <FileList
            files={props.files}
            onSelect={(index) => select(props, index)}
            {...(widget.disabled ? {} : { onRemove: remove })}
          />
          <Show when={props.files.length > 1}>
            <div class="media-tools">
              <MediaButton icon="close" name="Remove all files" disabled={widget.disabled} onPress={clear} />
            </div>
          </Show>
        </Show>
      </div>
    </Field>
  );
}

const things: Readonly<Record<string, string>> = { single: "a file", multiple: "files", directory: "a folder" };
const invitations: Readonly<Record<string, string>> = {
  single: "Choose a file",
  multiple: "Choose files",
  directory: "Choose a folder",
};

function Nothing(props: { readonly icon: "file" | "upload"; readonly text?: string }): JSX.Element {
  return (
    <div class="media-note">
      <MediaIcon name={props.icon} size={20} />
      {props.text}
    </div>
  );
}

function select({ widget, files }: BoxProps, index: number): void {
  widget.onEvent("select", { index, value: files[index]?.name ?? "", selected: true });
}

function boxStyle({ component }: WidgetProps): JSX.CSSProperties {
  const height = numberProp(component, "height");
  return height === null ? {} : { height: `${height}px` };
}
