// A button that takes files. Its unseen input is what the label names; the button is what one presses.

import { createSignal, createUniqueId } from "solid-js";
import type { JSX } from "solid-js";
import { acceptOf } from "../spec/file-types.ts";
import { ButtonFace } from "./ButtonFace.tsx";
import { textProp } from "./component-props.ts";
import { FieldError } from "./Field.tsx";
import { takeFiles } from "./media/take-files.ts";
import { override } from "./override.ts";
import type { WidgetProps } from "./widget.ts";

export default function UploadButton(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  let input: HTMLInputElement | undefined;
  const [problem, setProblem] = createSignal<string | null>(null);
  const widget = override(props, {
    get error() {
      return problem() ?? props.error;
    },
  });
  const count = () => textProp(props.component, "fileCount");
  const isDisabled = () => props.disabled || !props.component.interactive;

  function take(chosen: readonly File[]): void {
    const types = props.component.props["fileTypes"];
    const taken = takeFiles(chosen, { single: count() === "single", types, before: [] });
    setProblem(taken.ok ? null : taken.error);
    if (!taken.ok) return;
    props.onInput(taken.value);
    props.onChange(taken.value);
    props.onEvent("upload");
  }

  return (
    <div class="field">
      <input
        ref={(element) => {
          input = element;
          if (count() === "directory") element.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={props.component.label}
        accept={acceptOf(props.component.props["fileTypes"])}
        multiple={count() !== "single"}
        disabled={isDisabled()}
        onChange={(event) => {
          const { currentTarget: element } = event;
          const files = [...(element.files ?? [])];
          // So that the same file can be chosen again.
          element.value = "";
          if (files.length > 0) take(files);
        }}
      />
      <ButtonFace
        component={props.component}
        text={props.component.label}
        disabled={isDisabled()}
        describedBy={widget.error === null ? undefined : `${id}-error`}
        onPress={() => {
          input?.click();
          props.onEvent("click");
        }}
      />
      <FieldError id={id} error={widget.error} />
    </div>
  );
}
