// The files beside a text: pictures as small ones, others by their names, each to be taken away.

import { createMemo, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { MediaIcon } from "../media/icons.tsx";
import { sizeText } from "../media/size-text.ts";

/** So many stand there; of the rest it says how many there are. */
const SHOWN = 50;

export function AttachedFiles(props: { readonly files: readonly File[]; onRemove?(index: number): void }): JSX.Element {
  return (
    // What scrolls and has nothing to press in it takes the focus itself, so that a keyboard can scroll it.
    <ul class="attached" aria-label="Attached files" tabIndex={props.onRemove ? undefined : 0}>
      <For each={props.files.slice(0, SHOWN)}>
        {(file, index) => (
          <li title={`${file.name}, ${sizeText(file.size)}`}>
            <Show
              when={file.type.startsWith("image/")}
              fallback={
                <>
                  <MediaIcon name="file" />
                  <span class="attached-name">{file.name}</span>
                </>
              }
            >
              <Thumbnail file={file} />
            </Show>
            <Show when={props.onRemove}>
              {(remove) => (
                <button
                  type="button"
                  class="attached-remove"
                  aria-label={`Remove ${file.name}`}
                  title="Remove"
                  onClick={() => remove()(index())}
                >
                  <MediaIcon name="close" size={12} />
                </button>
              )}
            </Show>
          </li>
        )}
      </For>
      <Show when={props.files.length > SHOWN}>
        <li>{(props.files.length - SHOWN).toLocaleString("en")} more</li>
      </Show>
    </ul>
  );
}

function Thumbnail(props: { readonly file: File }): JSX.Element {
  const address = createMemo(() => {
    const made = URL.createObjectURL(props.file);
    onCleanup(() => URL.revokeObjectURL(made));
    return made;
  });
  return <img src={address()} alt={props.file.name} />;
}
