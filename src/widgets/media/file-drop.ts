// Files that are dropped on an element or pasted into it. What is dropped beside all of them is kept from being opened in
// the place of this page.

import { createSignal, onCleanup, onMount } from "solid-js";
import type { Accessor } from "solid-js";
import { filesOfDrop } from "./dropped-files.ts";

export interface FileDrop {
  /** Files are held over it. */
  readonly over: Accessor<boolean>;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function createFileDrop(options: {
  enabled(): boolean;
  /** Whether a dropped folder stands for what is in it. */
  folders(): boolean;
  onFiles(files: readonly File[]): void;
}): FileDrop {
  const [over, setOver] = createSignal(false);
  onMount(() => {
    addEventListener("dragover", keepPage);
    addEventListener("drop", keepPage);
    onCleanup(() => {
      removeEventListener("dragover", keepPage);
      removeEventListener("drop", keepPage);
    });
  });
  return {
    over,
    onDragOver(event) {
      if (!options.enabled() || !holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event) {
      // Between two elements inside it is still over it.
      const { currentTarget, relatedTarget } = event;
      if (currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
        return;
      setOver(false);
    },
    onDrop(event) {
      setOver(false);
      if (!options.enabled() || !event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer, options.folders()).then(options.onFiles);
    },
    onPaste(event) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!options.enabled() || files.length === 0) return;
      event.preventDefault();
      options.onFiles(files);
    },
  };
}

function keepPage(event: DragEvent): void {
  if (event.defaultPrevented || !holdsFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
