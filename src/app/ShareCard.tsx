// What Share opens: a link to the code as it is, in the view that the other person shall see first, and what else a link is
// good for: a picture to point a phone at, a frame in another page.

import { createResource, createSignal, For, lazy, onMount, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import { copyText } from "./copy-text.ts";
import { download, fileName } from "./download.ts";
import { type EmbedForm, embedSnippet } from "./embed-snippet.ts";
import type { Playground, View } from "./model.ts";

const QrCode = lazy(() => import("./QrCode.tsx"));

const views: readonly { readonly view: View; readonly label: string }[] = [
  { view: "app", label: "App" },
  { view: "split", label: "Split" },
  { view: "code", label: "Code" },
];

const forms: readonly { readonly form: EmbedForm; readonly label: string }[] = [
  { form: "element", label: "Element and script" },
  { form: "frame", label: "Frame alone" },
];

/** Some programs cut off links that are longer. */
const carefulLength = 2000;

type Part = "qr" | "embed";

export default function ShareCard(props: {
  readonly playground: Playground;
  onToast(text: string): void;
  onDone(): void;
}): JSX.Element {
  const [view, setView] = createSignal<View>("split");
  const [part, setPart] = createSignal<Part | null>(null);
  const [packed] = createResource(view, (shown) => props.playground.shareLink(shown));
  const [embedded] = createResource(
    () => part() === "embed",
    () => props.playground.shareLink("app"),
  );
  const [form, setForm] = createSignal<EmbedForm>("element");
  const snippet = () => {
    const address = embedded();
    return address === undefined ? "" : embedSnippet(form(), title(), address, new URL(".", location.href).href);
  };
  const link = () => packed.latest ?? "";
  const title = () => props.playground.title();
  let field: HTMLInputElement | undefined;
  let copyButton: HTMLButtonElement | undefined;
  // When the link is there: until then the card stands outside of the page, where nothing takes the focus.
  onMount(() => copyButton?.focus({ preventScroll: true }));
  let snippetField: HTMLTextAreaElement | undefined;

  const copy = async () => {
    const isCopied = await copyText(await props.playground.shareLink(view()), field);
    if (isCopied) props.onDone();
    props.onToast(isCopied ? "Link copied" : "Press Ctrl+C or ⌘C to copy");
  };
  const copySnippet = async () => {
    const isCopied = await copyText(snippet(), snippetField);
    props.onToast(isCopied ? "Snippet copied" : "Press Ctrl+C or ⌘C to copy");
  };
  const send = async () => {
    // Closed without sending is no failure.
    await navigator.share({ title: title(), url: link() }).catch(() => undefined);
  };
  const toggle = (next: Part) => setPart(part() === next ? null : next);

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
        <button
          ref={(element) => (copyButton = element)}
          type="button"
          class="button primary"
          onClick={() => void copy()}
        >
          Copy
        </button>
      </div>
      <p class="length" role="status">
        <Show when={link() !== ""} fallback="…">
          {link().length.toLocaleString("en")} characters
          <Show when={link().length > carefulLength}>
            . Some programs cut off links of more than {carefulLength.toLocaleString("en")}; a file always arrives
            whole.
          </Show>
        </Show>
      </p>
      <p>The link carries the code, not what the app holds: whoever opens it starts with state of their own.</p>
      <div class="ways">
        <button type="button" class="button small" aria-pressed={part() === "qr"} onClick={() => toggle("qr")}>
          QR code
        </button>
        <button type="button" class="button small" aria-pressed={part() === "embed"} onClick={() => toggle("embed")}>
          Embed
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => download(fileName(title(), "ts"), props.playground.source(), "text/plain")}
        >
          Download
        </button>
        <Show when={"share" in navigator}>
          <button type="button" class="button small" onClick={() => void send()}>
            Send …
          </button>
        </Show>
      </div>
      <Show when={part() === "qr" && link() !== ""}>
        <Suspense>
          <QrCode text={link()} />
        </Suspense>
      </Show>
      <Show when={part() === "embed"}>
        <div class="embed">
          <fieldset class="choice">
            <legend>As</legend>
            <div>
              <For each={forms}>
                {(choice) => (
                  <label>
                    <input
                      type="radio"
                      name="form"
                      checked={form() === choice.form}
                      onChange={() => setForm(choice.form)}
                    />
                    {choice.label}
                  </label>
                )}
              </For>
            </div>
          </fieldset>
          <textarea
            ref={(element) => (snippetField = element)}
            readOnly
            rows={4}
            aria-label="Snippet for a page"
            value={snippet()}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" class="button small" onClick={() => void copySnippet()}>
            Copy snippet
          </button>
        </div>
      </Show>
    </>
  );
}
