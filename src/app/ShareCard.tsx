// What Share opens: a link to the code as it is, in the view that the other person shall see first, with as much of what the
// app holds as is wanted; and what else a link is good for: a picture to point a phone at, a frame in another page.

import { createMemo, createResource, createSignal, For, lazy, onMount, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import { CarryChoice, inWords } from "./CarryChoice.tsx";
import { copyText } from "./copy-text.ts";
import { download, fileName } from "./download.ts";
import type { Playground, View } from "./model.ts";
import { RadioChoice } from "./RadioChoice.tsx";
import type { CarriedPart, Sharing } from "./sharing-model.ts";

const QrCode = lazy(() => import("./QrCode.tsx"));
const EmbedPart = lazy(() => import("./EmbedPart.tsx"));

const views: readonly { readonly value: View; readonly label: string }[] = [
  { value: "app", label: "App" },
  { value: "split", label: "Split" },
  { value: "code", label: "Code" },
];

/** Some programs cut off links that are longer. */
const carefulLength = 2000;

type Extra = "qr" | "embed";

const extras: readonly { readonly name: Extra; readonly label: string }[] = [
  { name: "qr", label: "QR code" },
  { name: "embed", label: "Embed" },
];

export default function ShareCard(props: {
  readonly playground: Playground;
  onToast(text: string): void;
  onDone(): void;
}): JSX.Element {
  const [view, setView] = createSignal<View>("split");
  const [extra, setExtra] = createSignal<Extra | null>(null);
  const [wanted, setWanted] = createSignal<readonly CarriedPart[]>([]);
  const [sharing] = createResource<Sharing>(() => props.playground.sharing());
  const offered = createMemo(() => sharing()?.parts() ?? [], [], { equals: isSame });
  const carried = createMemo(() => offered().filter((part) => wanted().includes(part)), [], { equals: isSame });
  const [shared, { refetch }] = createResource(
    () => ({ sharing: sharing(), view: view(), parts: carried() }),
    ({ sharing, view, parts }) => sharing?.link(view, parts),
  );
  const link = () => shared.latest?.link ?? "";
  const isTooLong = () => shared.latest?.link === null;
  const title = () => props.playground.title();
  let field: HTMLInputElement | undefined;
  let copyButton: HTMLButtonElement | undefined;
  // When the link is there: until then the card stands outside of the page, where nothing takes the focus.
  onMount(() => copyButton?.focus({ preventScroll: true }));

  const copy = async () => {
    // As of now, not as of when the card was opened.
    await refetch();
    const text = link();
    if (text === "") return;
    const isCopied = await copyText(text, field);
    if (isCopied) props.onDone();
    props.onToast(isCopied ? "Link copied" : "Press Ctrl+C or ⌘C to copy");
  };
  const send = async () => {
    // Closed without sending is no failure.
    await navigator.share({ title: title(), url: link() }).catch(() => undefined);
  };
  const save = async () => {
    const parts = carried();
    if (parts.length === 0) return download(fileName(title(), "ts"), props.playground.source(), "text/plain");
    const file = await sharing()?.file(parts);
    if (file) download(fileName(title(), "json"), file.text, "application/json");
  };

  return (
    <>
      <h2>Share a link</h2>
      <RadioChoice legend="Opens as" name="view" choices={views} chosen={view()} onChoose={setView} />
      <CarryChoice
        offered={offered()}
        chosen={carried()}
        users={props.playground.users().length}
        onChoose={(part, isWanted) =>
          setWanted([...wanted().filter((each) => each !== part), ...(isWanted ? [part] : [])])
        }
      />
      <div class="link-line">
        <input
          ref={(element) => (field = element)}
          readOnly
          aria-label="Link"
          value={link()}
          placeholder={isTooLong() ? "Too long for a link" : ""}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          ref={(element) => (copyButton = element)}
          type="button"
          class="button primary"
          disabled={isTooLong()}
          onClick={() => void copy()}
        >
          Copy
        </button>
      </div>
      <p class="length" role="status">
        <Show
          when={!isTooLong()}
          fallback={`With ${inWords(carried())} it would be too long for a link. Take less along, or download a file: opened here, it brings all of it.`}
        >
          <Show when={link() !== ""} fallback="…">
            {link().length.toLocaleString("en")} characters
            <Show when={link().length > carefulLength}>
              . Some programs cut off links of more than {carefulLength.toLocaleString("en")}; a file always arrives
              whole.
            </Show>
          </Show>
        </Show>
      </p>
      <Show when={(shared.latest?.left.length ?? 0) > 0}>
        <p role="status">
          Not in the link: {shared.latest?.left.map((name) => `“${name}”`).join(", ")}. Files of more than 16 KB go into
          a downloaded file only.
        </p>
      </Show>
      <Show when={!isTooLong()}>
        <p>
          <Show
            when={carried().length > 0}
            fallback="The link carries the code, not what the app holds: whoever opens it starts with state of their own."
          >
            The link carries the code and a copy of {inWords(carried())} as of now, not what happens later: whoever
            opens it goes on from there on their own.
          </Show>
        </p>
      </Show>
      <div class="ways">
        <For each={extras}>
          {({ name, label }) => (
            <button
              type="button"
              class="button small"
              aria-pressed={extra() === name}
              disabled={isTooLong()}
              onClick={() => setExtra(extra() === name ? null : name)}
            >
              {label}
            </button>
          )}
        </For>
        <button type="button" class="button small" classList={{ primary: isTooLong() }} onClick={() => void save()}>
          Download
        </button>
        <Show when={"share" in navigator}>
          <button type="button" class="button small" disabled={isTooLong()} onClick={() => void send()}>
            Send …
          </button>
        </Show>
      </div>
      <Show when={extra() === "qr" && link() !== ""}>
        <Suspense>
          <QrCode text={link()} />
        </Suspense>
      </Show>
      <Show when={extra() === "embed" && link() !== ""}>
        <Suspense>
          <EmbedPart
            title={title()}
            link={async () => (await sharing()?.link("app", carried()))?.link ?? ""}
            of={link()}
            onToast={(text) => props.onToast(text)}
          />
        </Suspense>
      </Show>
    </>
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}
