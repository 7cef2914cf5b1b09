// A file that is dropped on the page opens as a playground. What is dropped on a field, on the editor or on a part that takes
// files is theirs.

import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import type { Playground } from "./model.ts";

const DropTarget = lazy(() => import("./DropTarget.tsx"));

export function PageDrop(props: { readonly playground: Playground; onToast(text: string): void }): JSX.Element {
  const [over, setOver] = createSignal(false);
  const drop = async (file: File) => {
    try {
      const { openFile } = await import("./open-file.ts");
      const words = await openFile(await props.playground.library(), file);
      if (words !== null) props.onToast(words);
    } catch (error) {
      props.onToast(error instanceof Error ? error.message : String(error));
    }
  };
  onMount(() => {
    const stopped = new AbortController();
    const { signal } = stopped;
    const onDragOver = (event: DragEvent): void => {
      const takes = isForPage(event);
      setOver(takes);
      // Else the browser opens the file in the place of this page.
      if (takes) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file || !isForPage(event)) return;
      event.preventDefault();
      void drop(file);
    };
    document.addEventListener("dragover", onDragOver, { signal });
    document.addEventListener("drop", onDrop, { signal });
    // Nowhere: the file has left the page.
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && setOver(false), { signal });
    onCleanup(() => stopped.abort());
  });
  return (
    <Show when={over()}>
      <Suspense>
        <DropTarget />
      </Suspense>
    </Show>
  );
}

function isForPage({ defaultPrevented, dataTransfer, target }: DragEvent): boolean {
  if (defaultPrevented || !dataTransfer?.types.includes("Files")) return false;
  return !(target instanceof Element && target.closest("input, textarea, [contenteditable], .editor, dialog"));
}
