// "Your playgrounds": what was saved in this browser, with what can be done to each, and all of them as a file.

import { createMemo, createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { Dialog } from "./Dialog.tsx";
import { download } from "./download.ts";
import { FileButton } from "./FileButton.tsx";
import type { Library, ListedPlayground } from "./library-model.ts";
import type { Playground } from "./model.ts";
import { openFile } from "./open-file.ts";
import { PlaygroundRow } from "./PlaygroundRow.tsx";
import { createLibraryUse } from "./use-library.ts";
import { WindowedList } from "./WindowedList.tsx";
import "./styles/playgrounds.css";

/** What can be taken back. */
interface Deletion {
  readonly ids: readonly string[];
  readonly title: string;
}

export default function PlaygroundsDialog(props: {
  readonly playground: Playground;
  onPast(id: string): void;
  onClose(): void;
}): JSX.Element {
  const [all, setAll] = createSignal<readonly ListedPlayground[] | null>(null);
  const [sought, setSought] = createSignal("");
  const [showsDeleted, setShowsDeleted] = createSignal(false);
  const [deletion, setDeletion] = createSignal<Deletion | null>(null);
  const [report, setReport] = createSignal<string | null>(null);
  const { run, busy, problem } = createLibraryUse(props.playground);

  const kept = createMemo(() => (all() ?? []).filter(({ deleted }) => deleted === null));
  const deleted = createMemo(() => (all() ?? []).filter((each) => each.deleted !== null));
  const found = createMemo(() => {
    const words = sought().toLowerCase().split(/\s+/);
    return (showsDeleted() ? deleted() : kept()).filter(({ title }) => {
      const text = title.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  });
  const openId = () => {
    const origin = props.playground.origin();
    return origin.kind === "draft" ? origin.id : null;
  };

  /** Does something, and shows what has become of the list. */
  const change = (action: (library: Library) => Promise<unknown>) =>
    run(async (library) => {
      setReport(null);
      setDeletion(null);
      await action(library);
      setAll(await library.list());
      if (deleted().length === 0) setShowsDeleted(false);
    });

  const remove = ({ id, title }: ListedPlayground) =>
    change(async (library) => {
      await library.setDeleted([id], true);
      setDeletion({ ids: [id], title });
    });

  const restore = (ids: readonly string[]) => void change((library) => library.setDeleted(ids, false));

  const take = (file: File) => change(async (library) => setReport(await openFile(library, file)));

  onMount(() => void change(() => Promise.resolve()));

  return (
    <Dialog
      label="Your playgrounds"
      class="playgrounds"
      onClose={() => props.onClose()}
      head={
        <input
          type="search"
          class="search"
          aria-label="Search playgrounds"
          placeholder="Search"
          autofocus
          value={sought()}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      }
    >
      <Switch>
        <Match when={all() === null}>
          <p class="playgrounds-note" role="status">
            {problem() === null ? "Loading …" : ""}
          </p>
        </Match>
        <Match when={found().length === 0}>
          <p class="playgrounds-note" role="status">
            {emptyText(sought(), showsDeleted())}
          </p>
        </Match>
        <Match when={found().length > 0}>
          <WindowedList items={found()} rowHeight={56} label={showsDeleted() ? "Deleted playgrounds" : "Playgrounds"}>
            {(item) => (
              <PlaygroundRow
                item={item}
                isOpen={item.id === openId()}
                onOpen={() => void run(async (library) => library.open(item.id))}
                onRename={(title) => void change((library) => library.rename(item.id, title))}
                onDuplicate={() => void change((library) => library.duplicate(item.id))}
                onPast={() => props.onPast(item.id)}
                onDelete={() => void remove(item)}
                onRestore={() => restore([item.id])}
                onPurge={() => void change((library) => library.purge([item.id]))}
              />
            )}
          </WindowedList>
        </Match>
      </Switch>
      <Show when={problem()}>
        {(text) => (
          <p class="playgrounds-bar bad" role="alert">
            {text()}
          </p>
        )}
      </Show>
      <div class="playgrounds-bar" role="status" classList={{ shown: deletion() !== null || report() !== null }}>
        <Show when={deletion()}>
          {(last) => (
            <>
              <span>Deleted “{last().title}”.</span>
              <button type="button" class="button small" onClick={() => restore(last().ids)}>
                Undo
              </button>
            </>
          )}
        </Show>
        <Show when={report()}>{(text) => <span>{text()}</span>}</Show>
      </div>
      <div class="dialog-foot">
        <p>{countText(kept().length)}</p>
        <div class="space" />
        <Show when={deleted().length > 0}>
          <button
            type="button"
            class="button small quiet"
            aria-pressed={showsDeleted()}
            onClick={() => setShowsDeleted(!showsDeleted())}
          >
            Deleted ({deleted().length})
          </button>
        </Show>
        <button type="button" class="button small" onClick={() => void run((library) => library.openNew())}>
          New playground
        </button>
        <FileButton
          label="Open a file …"
          class="button small"
          accept=".ts,.tsx,.js,.jsx,.mjs,.txt,.json"
          onFile={(file) => void take(file)}
        />
        <button
          type="button"
          class="button small"
          disabled={busy() || kept().length === 0}
          onClick={() =>
            void run(async (library) => download("playgrounds.json", await library.exportAll(), "application/json"))
          }
        >
          Export all
        </button>
      </div>
    </Dialog>
  );
}

function emptyText(sought: string, deleted: boolean): string {
  if (sought.trim() !== "") return `Nothing here is called “${sought.trim()}”.`;
  if (deleted) return "Nothing is deleted.";
  return "Nothing yet. Begin with New playground, or change the code of an example or a link, and it is kept here as your own.";
}

function countText(count: number): string {
  if (count === 0) return "Kept in this browser only.";
  return `${count.toLocaleString("en")} ${count === 1 ? "playground" : "playgrounds"}, kept in this browser only`;
}
