// Share: a link to the code as it is, in the view that the other person shall see first.

import { createResource, createSignal, For } from "solid-js";
import type { JSX } from "solid-js";
import type { Playground, View } from "./model.ts";
import { Popover } from "./Popover.tsx";

const views: readonly { readonly view: View; readonly label: string }[] = [
  { view: "app", label: "App" },
  { view: "split", label: "Split" },
  { view: "code", label: "Code" },
];

export function ShareButton(props: { readonly playground: Playground; onToast(text: string): void }): JSX.Element {
  return (
    <Popover
      label="Share"
      popup="dialog"
      class="share"
      content={(close) => {
        props.playground.writeAddress();
        return <ShareCard playground={props.playground} onToast={props.onToast} onDone={close} />;
      }}
    />
  );
}

function ShareCard(props: {
  readonly playground: Playground;
  onToast(text: string): void;
  onDone(): void;
}): JSX.Element {
  const [view, setView] = createSignal<View>("split");
  let field: HTMLInputElement | undefined;
  const [packed] = createResource(view, (shown) => props.playground.shareLink(shown));
  const link = () => packed.latest ?? "";
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await props.playground.shareLink(view()));
    } catch {
      // No clipboard, or not allowed: the selected link is one keystroke from it.
      field?.select();
      props.onToast("Press Ctrl+C or ⌘C to copy");
      return;
    }
    props.onDone();
    props.onToast("Link copied");
  };
  return (
    <>
      <h2>Share a link</h2>
      <fieldset class="choice">
        <legend>Opens as</legend>
        <div>
          <For each={views}>
            {(choice) => (
              <label>
                <input
                  type="radio"
                  name="view"
                  checked={view() === choice.view}
                  onChange={() => setView(choice.view)}
                />
                {choice.label}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <div class="link-line">
        <input
          ref={(element) => (field = element)}
          readOnly
          aria-label="Link"
          value={link()}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button primary" autofocus onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <p>The link carries the code, not what the app holds: whoever opens it starts with state of their own.</p>
    </>
  );
}
