// A list of files with their sizes. Of a long one, so many rows are made at first.

import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { MediaButton } from "./icons.tsx";
import { sizeText } from "./size-text.ts";

const SHOWN = 100;

export function FileList(props: {
  readonly files: readonly File[];
  onSelect(index: number): void;
  onRemove?(index: number): void;
  onDownload?(file: File): void;
}): JSX.Element {
  const [most, setMost] = createSignal(SHOWN);
  return (
    <ul class="file-list">
      <For each={props.files.slice(0, most())}>
        {(file, index) => (
          <li>
            <button type="button" class="file-name" title={pathOf(file)} onClick={() => props.onSelect(index())}>
              <span class="file-stem">{splitName(pathOf(file)).stem}</span>
              <span>{splitName(pathOf(file)).ending}</span>
            </button>
            <span class="file-size">{sizeText(file.size)}</span>
            <Show when={props.onDownload}>
              {(download) => (
                <MediaButton icon="download" name={`Download ${file.name}`} onPress={() => download()(file)} />
              )}
            </Show>
            <Show when={props.onRemove}>
              {(remove) => <MediaButton icon="close" name={`Remove ${file.name}`} onPress={() => remove()(index())} />}
            </Show>
          </li>
        )}
      </For>
      <Show when={props.files.length > most()}>
        <li>
          <button type="button" class="link" onClick={() => setMost(most() + SHOWN)}>
            {(props.files.length - most()).toLocaleString("en")} more
          </button>
        </li>
      </Show>
    </ul>
  );
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** So that a long name is cut before its end, which says most. */
function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const at = Math.max(0, name.length - 12);
  return { stem: name.slice(0, at), ending: name.slice(at) };
}
