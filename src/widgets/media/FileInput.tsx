// The browser's own file input, which the label names and the keyboard opens. It lies unseen over what a person presses.

import type { JSX } from "solid-js";
import { descriptionIds } from "../Field.tsx";
import type { WidgetProps } from "../widget.ts";

export function FileInput(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  /** As in the element: ".csv,image/*". */
  readonly accept: string;
  readonly multiple: boolean;
  readonly directory: boolean;
  readonly title: string;
  onFiles(files: readonly File[]): void;
}): JSX.Element {
  return (
    <input
      ref={(element) => {
        if (props.directory) element.webkitdirectory = true;
      }}
      class="media-input"
      id={props.id}
      type="file"
      title={props.title}
      accept={props.accept}
      multiple={props.multiple || props.directory}
      disabled={props.widget.disabled || !props.widget.component.interactive}
      aria-invalid={props.widget.error !== null}
      aria-describedby={descriptionIds(props.id, props.widget)}
      onChange={(event) => {
        const { currentTarget: input } = event;
        const files = [...(input.files ?? [])];
        // So that the same file can be chosen again.
        input.value = "";
        if (files.length > 0) props.onFiles(files);
      }}
    />
  );
}
