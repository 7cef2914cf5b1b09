// The button that opens the browser's choice of files.

import type { JSX } from "solid-js";
import { AttachIcon } from "./icons.tsx";

const names: Readonly<Record<string, string>> = {
  single: "Attach a file",
  multiple: "Attach files",
  directory: "Attach a folder",
};

export function AttachButton(props: {
  /** As in the element: ".csv,image/*". */
  readonly accept: string;
  /** The component's fileCount. */
  readonly count: string;
  readonly disabled: boolean;
  onFiles(files: readonly File[]): void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  const name = () => names[props.count] ?? "Attach files";
  return (
    <>
      <button
        type="button"
        class="icon-button attach"
        aria-label={name()}
        title={name()}
        disabled={props.disabled}
        onClick={() => input?.click()}
      >
        <AttachIcon />
      </button>
      <input
        ref={(element) => {
          input = element;
          if (props.count === "directory") element.webkitdirectory = true;
        }}
        type="file"
        hidden
        accept={props.accept}
        multiple={props.count !== "single"}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          currentTarget.value = "";
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </>
  );
}
