// What is open: an example, a link or a draft. The first keystroke on an example or a link makes a draft of it, which is
// saved as one types; the address follows when the editor is left, so that a refresh finds the same text.

import { type Accessor, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import { hashSource } from "../../compiler/hash-source.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import { createSaver, type Saver } from "../../drafts/saver.ts";
import { type Example, findExample, firstVisit } from "../../examples/index.ts";
import { type Address, formatAddress } from "../../share/address.ts";
import type { Playground, View } from "../model.ts";

export interface OpenDocument extends Pick<
  Playground,
  "title" | "source" | "sourceRevision" | "origin" | "saved" | "setSource" | "writeAddress" | "shareLink"
> {
  /** The room of the text as it stands: `from` is the one to fork if `id` has nothing yet. */
  room(): { readonly id: string; readonly from: string | null };
  /** How many users it opens with. */
  readonly users: number;
  openExample(example: Example): void;
  readonly view: Accessor<View>;
  setView(view: View): void;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
}

interface Start {
  readonly title: string;
  readonly source: string;
  readonly origin: ReturnType<Playground["origin"]>;
  /** Room of the text that this began as. */
  readonly base: string;
  readonly users: number;
  readonly view: View | null;
}

/** null: the address names an example that there is not. */
export async function readStart(address: Address, drafts: Drafts): Promise<Start | null> {
  const { view } = address;
  switch (address.kind) {
    case "first":
      return { ...startExample(firstVisit), view };
    case "example": {
      const example = findExample(address.name);
      return example ? { ...startExample(example), view } : null;
    }
    case "link":
      return { ...startLink(address.source), view };
    case "draft": {
      const draft = await drafts.load(address.id);
      // Another browser's draft opens as a link: its id names nothing here, and no foreign code enters a room of ours.
      if (!draft) return { ...(address.source === null ? startExample(firstVisit) : startLink(address.source)), view };
      return {
        title: draft.title,
        source: draft.source,
        origin: { kind: "draft", id: draft.id },
        base: draft.from ?? linkRoom(hashSource(draft.source)),
        users: 1,
        view,
      };
    }
  }
}

function startExample(example: Example): Omit<Start, "view"> {
  const { title, source, name, users } = example;
  return { title, source, origin: { kind: "example", name }, base: linkRoom(hashSource(source)), users };
}

function startLink(source: string): Omit<Start, "view"> {
  return {
    title: "Shared playground",
    source,
    origin: { kind: "link", name: hashSource(source) },
    base: linkRoom(hashSource(source)),
    users: 1,
  };
}

/** The room of a link or an untouched example: everybody with the same text shares it, and no link can name another. */
export function linkRoom(sourceHash: string): string {
  return `link:${sourceHash}`;
}

export function openDocument(start: Start, drafts: Drafts): OpenDocument {
  const [source, setText] = createSignal(start.source);
  const [title, setTitle] = createSignal(start.title);
  const [origin, setOrigin] = createSignal(start.origin);
  const [saved, setSaved] = createSignal<"saved" | "saving" | "failed" | "memory">(drafts.durable ? "saved" : "memory");
  const [revision, setRevision] = createSignal(0);
  const [view, setView] = createSignal<View>(start.view ?? "split");
  let base = start.base;
  let users = start.users;
  let saver: Saver | null = start.origin.kind === "draft" ? startSaving(start.origin.id) : null;

  function startSaving(id: string): Saver {
    const from = base;
    return createSaver({
      save: (text) => drafts.save(id, { title: title(), source: text, from }),
      durable: drafts.durable,
      onStatus: (status) => setSaved(status),
    });
  }

  function address(): Address {
    const now = origin();
    const shown = view() === "split" ? null : view();
    if (now.kind === "draft") return { kind: "draft", id: now.id, source: source(), view: shown };
    if (now.kind === "example") {
      return now.name === firstVisit.name
        ? { kind: "first", view: shown }
        : { kind: "example", name: now.name, view: shown };
    }
    return { kind: "link", source: source(), view: shown };
  }

  function writeAddress(): void {
    const hash = formatAddress(address());
    if (hash !== location.hash) history.replaceState(null, "", urlOf(hash));
  }

  return {
    title,
    source,
    sourceRevision: revision,
    origin,
    saved,
    view,
    get users() {
      return users;
    },
    setSource(text) {
      if (text === source()) return;
      setText(text);
      if (origin().kind !== "draft") {
        const id = randomId();
        saver = startSaving(id);
        setOrigin({ kind: "draft", id });
        // Once, so that a refresh finds the draft; what is typed after it is read from storage.
        writeAddress();
      }
      saver?.change(text);
    },
    room() {
      const now = origin();
      return now.kind === "draft" ? { id: `draft:${now.id}`, from: base } : { id: base, from: null };
    },
    openExample(example) {
      void saver?.flush();
      saver = null;
      const next = startExample(example);
      base = next.base;
      users = next.users;
      setOrigin(next.origin);
      setTitle(next.title);
      setText(next.source);
      setSaved(drafts.durable ? "saved" : "memory");
      setRevision((count) => count + 1);
      // A step of its own: Back returns to what was open before.
      history.pushState(null, "", urlOf(formatAddress(address())));
    },
    setView(next) {
      setView(next);
      writeAddress();
    },
    writeAddress() {
      void saver?.flush();
      writeAddress();
    },
    shareLink(shared) {
      writeAddress();
      const hash = formatAddress({ kind: "link", source: source(), view: shared === "split" ? null : shared });
      return `${location.origin}${location.pathname}${hash}`;
    },
    flush: async () => saver?.flush(),
  };
}

function urlOf(hash: string): string {
  return hash || location.pathname + location.search;
}
