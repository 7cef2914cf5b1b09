// What is open: an example, a link or a draft. The first keystroke on an example or a link makes a draft of it, which is
// saved as one types; the address follows when the editor is left, so that a refresh finds the same text.

import { type Accessor, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import { hashSource } from "../../compiler/hash-source.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import type { Saver } from "../../drafts/saver.ts";
import { type Example, findExample, firstVisit } from "../../examples/index.ts";
import { type Address, formatAddress } from "../../share/address.ts";
import type { Playground, View } from "../model.ts";
import { browserTab } from "./browser-tab.ts";
import { createLastWords } from "./last-words.ts";
import { saveDraft } from "./save-draft.ts";

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
}

/** How long a tab that is sent to another address may take to save what was typed. */
const lastSaveMs = 1000;

interface Start {
  readonly title: string;
  readonly source: string;
  readonly origin: ReturnType<Playground["origin"]>;
  /** Room of the text that this began as. */
  readonly base: string;
  readonly users: number;
  readonly view: View | null;
  /** The text is what was typed last, and has yet to be saved. */
  readonly unsaved: boolean;
}

/** null: the address names an example that there is not. */
export async function readStart(
  address: Address,
  drafts: Drafts,
  lastWords = createLastWords(),
): Promise<Start | null> {
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
      const last = lastWords.of(draft.id);
      const unsaved = last !== null && last.timeMs > draft.updated && last.text !== draft.source;
      return {
        title: draft.title,
        source: unsaved ? last.text : draft.source,
        origin: { kind: "draft", id: draft.id },
        base: draft.from ?? linkRoom(hashSource(draft.source)),
        users: 1,
        view,
        unsaved,
      };
    }
  }
}

function startExample(example: Example): Omit<Start, "view"> {
  const { title, source, name, users } = example;
  return {
    title,
    source,
    origin: { kind: "example", name },
    base: linkRoom(hashSource(source)),
    users,
    unsaved: false,
  };
}

function startLink(source: string): Omit<Start, "view"> {
  return {
    title: "Shared playground",
    source,
    origin: { kind: "link", name: hashSource(source) },
    base: linkRoom(hashSource(source)),
    users: 1,
    unsaved: false,
  };
}

/** The room of a link or an untouched example: everybody with the same text shares it, and no link can name another. */
export function linkRoom(sourceHash: string): string {
  return `link:${sourceHash}`;
}

export function openDocument(
  start: Start,
  drafts: Drafts,
  tab = browserTab(),
  lastWords = createLastWords(),
): OpenDocument {
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
    const own: Saver = saveDraft({
      drafts,
      id,
      title: title(),
      from: base,
      // What became of a draft that is no longer open says nothing of what is.
      onStatus(status) {
        if (own === saver) setSaved(status);
        if (status === "saved") lastWords.forget(id);
      },
    });
    return own;
  }

  function leave(): void {
    const now = origin();
    if (now.kind === "draft" && (saved() === "saving" || saved() === "failed")) lastWords.keep(now.id, source());
    void flush();
  }

  async function flush(): Promise<void> {
    await saver?.flush();
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
    if (hash !== tab.hash()) tab.write(hash, false);
  }

  if (start.unsaved) saver?.change(start.source);
  tab.onLeaving(leave);
  // A visit of its own, once what was typed is safe.
  tab.onOtherAddress(() => void Promise.race([flush(), pause(lastSaveMs)]).then(() => tab.reload()));

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
        saver.change(text);
        // Once, so that a refresh finds the draft; what is typed after it is read from storage.
        writeAddress();
      } else {
        saver?.change(text);
      }
    },
    room() {
      const now = origin();
      return now.kind === "draft" ? { id: `draft:${now.id}`, from: base } : { id: base, from: null };
    },
    openExample(example) {
      void flush();
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
      tab.write(formatAddress(address()), true);
    },
    setView(next) {
      setView(next);
      writeAddress();
    },
    writeAddress() {
      void flush();
      writeAddress();
    },
    shareLink(shared) {
      writeAddress();
      const hash = formatAddress({ kind: "link", source: source(), view: shared === "split" ? null : shared });
      return tab.place + hash;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
