// What to put into another page to show the app there, in the form that somebody chooses.

import { createResource, createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { copyText } from "./copy-text.ts";
import { type EmbedForm, embedSnippet } from "./embed-snippet.ts";
import { RadioChoice } from "./RadioChoice.tsx";

const forms: readonly { readonly value: EmbedForm; readonly label: string }[] = [
  { value: "element", label: "Element and script" },
  { value: "frame", label: "Frame alone" },
];

export default function EmbedPart(props: {
  readonly title: string;
  /** To the app alone. */
  link(): Promise<string>;
  /** The link that is shared otherwise: when it changes, the other one does. */
  readonly of: string;
  onToast(text: string): void;
}): JSX.Element {
  const [form, setForm] = createSignal<EmbedForm>("element");
  const [link] = createResource(
    () => props.of,
    () => props.link(),
  );
  const snippet = () =>
    link.latest ? embedSnippet(form(), props.title, link.latest, new URL(".", location.href).href) : "";
  let field: HTMLTextAreaElement | undefined;

  const copy = async () => {
    const isCopied = await copyText(snippet(), field);
    props.onToast(isCopied ? "Snippet copied" : "Press Ctrl+C or ⌘C to copy");
  };

  return (
    <div class="embed">
      <RadioChoice legend="As" name="form" choices={forms} chosen={form()} onChoose={setForm} />
      <textarea
        ref={(element) => (field = element)}
        readOnly
        rows={4}
        aria-label="Snippet for a page"
        value={snippet()}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button small" onClick={() => void copy()}>
        Copy snippet
      </button>
    </div>
  );
}
