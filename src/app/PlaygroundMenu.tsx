// The menu of what is open: its name, what it was before, the file it comes from or goes to, and the way to all the others.

import { createSignal, lazy, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { download, fileName } from "./download.ts";
import { FileButton } from "./FileButton.tsx";
import { ChevronIcon } from "./icons.tsx";
import { LazyPane } from "./LazyPane.tsx";
import type { Playground } from "./model.ts";
import { openFile } from "./open-file.ts";
import { Popover } from "./Popover.tsx";
import { createLibraryUse } from "./use-library.ts";

const PlaygroundsDialog = lazy(() => import("./PlaygroundsDialog.tsx"));
const PastDialog = lazy(() => import("./PastDialog.tsx"));

type OpenDialog = { readonly kind: "list" } | { readonly kind: "past"; readonly id: string };

export function PlaygroundMenu(props: { readonly playground: Playground; onToast(text: string): void }): JSX.Element {
  const [dialog, setDialog] = createSignal<OpenDialog | null>(null);
  const close = () => setDialog(null);
  const past = () => {
    const open = dialog();
    return open?.kind === "past" ? open : null;
  };
  return (
    <>
      <Popover
        label="Playground"
        icon={<ChevronIcon up={false} />}
        popup="dialog"
        class="playground-menu"
        start
        content={(done) => <Items {...props} onDialog={setDialog} onDone={done} />}
      />
      <Switch>
        <Match when={dialog()?.kind === "list"}>
          <LazyPane>
            <PlaygroundsDialog
              playground={props.playground}
              onPast={(id) => setDialog({ kind: "past", id })}
              onClose={() => dialog()?.kind === "list" && close()}
            />
          </LazyPane>
        </Match>
        <Match when={past()}>
          {(open) => (
            <LazyPane>
              <PastDialog
                playground={props.playground}
                id={open().id}
                onToast={(text) => props.onToast(text)}
                onClose={close}
              />
            </LazyPane>
          )}
        </Match>
      </Switch>
    </>
  );
}

function Items(props: {
  readonly playground: Playground;
  onToast(text: string): void;
  onDialog(dialog: OpenDialog): void;
  onDone(): void;
}): JSX.Element {
  const { run, problem } = createLibraryUse(props.playground);
  const draftId = () => {
    const origin = props.playground.origin();
    return origin.kind === "draft" ? origin.id : null;
  };
  const show = (dialog: OpenDialog) => {
    props.onDone();
    props.onDialog(dialog);
  };
  const rename = (id: string, text: string) => {
    const title = text.trim();
    if (title !== "" && title !== props.playground.title()) void run((library) => library.rename(id, title));
  };
  return (
    <>
      <Show when={draftId()} fallback={<p>It becomes one of your playgrounds when you change its code.</p>}>
        {(id) => (
          <label>
            Name
            <input
              value={props.playground.title()}
              maxLength={200}
              onChange={(event) => rename(id(), event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && props.onDone()}
            />
          </label>
        )}
      </Show>
      <button
        type="button"
        class="button quiet"
        onClick={() =>
          void run(async (library) => {
            await library.openNew();
            props.onDone();
          })
        }
      >
        New playground
      </button>
      <button type="button" class="button quiet" autofocus onClick={() => show({ kind: "list" })}>
        Your playgrounds …
      </button>
      <Show when={draftId()}>
        {(id) => (
          <button type="button" class="button quiet" onClick={() => show({ kind: "past", id: id() })}>
            Earlier versions …
          </button>
        )}
      </Show>
      <FileButton
        label="Open a file …"
        class="button quiet"
        accept=".ts,.tsx,.js,.jsx,.mjs,.txt,.json"
        onFile={(file) =>
          void run(async (library) => {
            const words = await openFile(library, file);
            props.onDone();
            if (words !== null) props.onToast(words);
          })
        }
      />
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          props.onDone();
          download(fileName(props.playground.title(), "ts"), props.playground.source(), "text/plain");
        }}
      >
        Download
      </button>
      <Show when={problem()}>
        {(text) => (
          <p class="bad" role="alert">
            {text()}
          </p>
        )}
      </Show>
    </>
  );
}
