// Text and files in one field. Files come by its button, by paste, are dropped on it, or recorded; a long text that is pasted
// becomes a file, so that what is being written stays in sight.

import { createSignal, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { acceptOf } from "../spec/file-types.ts";
import { isMultimodal, type Multimodal } from "../spec/multimodal.ts";
import { flagProp, numberProp, textListProp, textProp } from "./component-props.ts";
import { Field } from "./Field.tsx";
import { createFileDrop } from "./media/file-drop.ts";
import { takeFiles } from "./media/take-files.ts";
import { AttachedFiles } from "./multimodal/AttachedFiles.tsx";
import { AttachButton } from "./multimodal/AttachButton.tsx";
import { RecordButton } from "./multimodal/RecordButton.tsx";
import { SendIcon, StopIcon } from "./multimodal/icons.tsx";
import "./multimodal/multimodal.css";
import { TextArea } from "./TextArea.tsx";
import { override } from "./override.ts";
import type { WidgetProps } from "./widget.ts";

const empty: Multimodal = { text: "", files: [] };

export default function MultimodalTextbox(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const value = () => (isMultimodal(props.value) ? props.value : empty);
  const [problem, setProblem] = createSignal<string | null>(null);
  const option = (name: string) => textProp(props.component, name);
  const has = (name: string) => flagProp(props.component, name) || option(name) !== "";
  const canChange = () => props.component.interactive && !props.disabled;
  const from = (source: string) => textListProp(props.component, "sources").includes(source);
  /** Ends what is being recorded. */
  let finishRecording: (() => Promise<void>) | null = null;

  const widget = override(props, {
    get error() {
      return problem() ?? props.error;
    },
  });
  // To the field for the text, this is a field for a text.
  const textWidget = override(widget, {
    onInput: (text: unknown) => props.onInput({ ...value(), text }),
    onChange: (text: unknown) => props.onChange({ ...value(), text }),
  });

  function set(next: Multimodal): void {
    setProblem(null);
    props.onInput(next);
    props.onChange(next);
  }

  function take(chosen: readonly File[]): void {
    const single = option("fileCount") === "single";
    const taken = takeFiles(chosen, { single, types: props.component.props["fileTypes"], before: value().files });
    if (taken.ok) set({ ...value(), files: taken.value });
    else setProblem(taken.error);
  }

  /** What is being recorded belongs to it. */
  function submit(): void {
    if (finishRecording) void finishRecording().then(send);
    else send();
  }

  function send(): void {
    props.onChange(value());
    props.onSubmit();
  }

  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // Office programs put a picture of a text beside it: whoever pastes that wants the text.
    if (text === "") drop.onPaste(event);
    else if (
      canChange() &&
      from("upload") &&
      text.length > (numberProp(props.component, "maxPlainTextLength") ?? Infinity)
    ) {
      event.preventDefault();
      take([new File([text], "pasted-text.txt", { type: "text/plain" })]);
    }
  }

  const drop = createFileDrop({
    enabled: () => canChange() && from("upload"),
    folders: () => option("fileCount") === "directory",
    onFiles: take,
  });
  return (
    <Field id={id} widget={widget}>
      <div
        class="multimodal"
        classList={{ over: drop.over(), static: !props.component.interactive, disabled: props.disabled }}
        onDragOver={drop.onDragOver}
        onDragLeave={drop.onDragLeave}
        onDrop={drop.onDrop}
        onPaste={paste}
      >
        <Show when={value().files.length > 0}>
          <AttachedFiles
            files={value().files}
            {...(canChange()
              ? {
                  onRemove: (index: number) =>
                    set({ ...value(), files: value().files.filter((_, each) => each !== index) }),
                }
              : {})}
          />
        </Show>
        <div class="multimodal-line" classList={{ recordable: props.component.interactive && from("microphone") }}>
          <Show when={props.component.interactive && from("upload")}>
            <AttachButton
              accept={acceptOf(props.component.props["fileTypes"])}
              count={option("fileCount")}
              disabled={props.disabled}
              onFiles={take}
            />
          </Show>
          <Show when={props.component.interactive && from("microphone")}>
            <RecordButton
              disabled={props.disabled}
              onRecording={(finish) => (finishRecording = finish)}
              onFile={(file) => take([file])}
              onProblem={setProblem}
            />
          </Show>
          <TextArea
            id={id}
            widget={textWidget}
            text={value().text}
            onEnter={(event) => {
              event.preventDefault();
              submit();
            }}
          />
          <Show when={has("stopBtn")}>
            <RoundButton
              name={`Stop ${props.component.label}`}
              text={option("stopBtn")}
              disabled={props.disabled}
              onPress={() => props.onEvent("stop")}
            >
              <StopIcon />
            </RoundButton>
          </Show>
          <Show when={has("submitBtn") && props.component.interactive}>
            <RoundButton
              name={`Submit ${props.component.label}`}
              text={option("submitBtn")}
              disabled={props.disabled}
              onPress={submit}
            >
              <SendIcon />
            </RoundButton>
          </Show>
        </div>
      </div>
    </Field>
  );
}

/** An icon, or a text if the program says one. */
function RoundButton(props: {
  readonly name: string;
  readonly text: string;
  readonly disabled: boolean;
  onPress(): void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <button
      type="button"
      class="button primary"
      classList={{ round: props.text === "" }}
      aria-label={props.text || props.name}
      title={props.text || props.name}
      disabled={props.disabled}
      onClick={() => props.onPress()}
    >
      <Show when={props.text} fallback={props.children}>
        {props.text}
      </Show>
    </button>
  );
}
