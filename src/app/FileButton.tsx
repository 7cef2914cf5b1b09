// A button that lets a person choose a file.

import type { JSX } from "solid-js";

export function FileButton(props: {
  readonly label: string;
  readonly class: string;
  readonly accept: string;
  onFile(file: File): void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <button type="button" class={props.class} onClick={() => input?.click()}>
        {props.label}
      </button>
      <input
        ref={(element) => (input = element)}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // So that choosing the same file again is a change, too.
          event.currentTarget.value = "";
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
