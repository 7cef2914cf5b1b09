// What is open: an example, a link or a draft. The first keystroke on an example or a link makes a draft of it, which is
// saved as one types; the address follows when the editor is left, so that a refresh finds the same text.

import { type Accessor, batch, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import { firstVisit } from "../../examples/first-visit.ts";
import type { OpenedExample } from "../../examples/index.ts";
import { type Address, formatAddress } from "../../share/address.ts";
import type { Channel } from "../../state/channel.ts";
import type { Playground, View } from "../model.ts";
import { browserTab } from "./browser-tab.ts";
import { createLastWords } from "./last-words.ts";
import { openDraft, type OpenDraft, type OpenDraftOptions } from "./open-draft.ts";
import { draftRoom, type Start, startExample } from "./start-document.ts";

export interface OpenDocument extends Pick<
  Playground,
  | "title"
  | "source"
  | "sourceRevision"
  | "origin"
  | "saved"
  | "typedElsewhere"
  | "editHere"
  | "setSource"
  | "writeAddress"
  | "shareLink"
> {
  /** The room of the text as it stands: `from` is the one to fork if `id` has nothing yet. */
  room(): { readonly id: string; readonly from: string | null };
  /** How many users it opens with. */
  readonly users: number;
  openExample(example: OpenedExample): void;
  /** Opens another address of this page, as if it were put into the bar. */
  visit(address: Address): void;
  readonly view: Accessor<View>;
  setView(view: View): void;
}

/** What a document is open in. */
export interface DocumentHost {
  readonly drafts: Drafts;
  readonly channel: Channel;
  /** Names this tab. */
  readonly tab: string;
  /** The text was replaced by what another tab typed, or is in another room now. */
  onReplaced(): void;
  /** What was typed was kept as another draft. `isOpen`: as the one that is open from now on. */
  onKeptApart(kept: { readonly id: string; readonly of: string; readonly isOpen: boolean }): void;
}

/** How long a tab that is sent to another address may take to save what was typed. */
const lastSaveMs = 1000;

export function openDocument(
  start: Start,
  host: DocumentHost,
  tab = browserTab(),
  lastWords = createLastWords(),
): OpenDocument {
  const { drafts } = host;
  const [source, setText] = createSignal(start.source);
  const [title, setTitle] = createSignal(start.title);
  const [origin, setOrigin] = createSignal(start.origin);
  const [saved, setSaved] = createSignal<"saved" | "saving" | "failed" | "memory">(drafts.durable ? "saved" : "memory");
  const [typedElsewhere, setTypedElsewhere] = createSignal(false);
  const [revision, setRevision] = createSignal(0);
  const [view, setView] = createSignal<View>(start.view ?? "split");
  let base = start.base;
  let users = start.users;
  let draft: OpenDraft | null = null;
  if (start.origin.kind === "draft") {
    const { title, source, revision } = start;
    draft = open({ id: start.origin.id, title, source, from: base, revision });
    if (start.unsaved) draft.change(start.source);
  }

  function open(what: Pick<OpenDraftOptions, "id" | "title" | "source" | "from" | "revision">): OpenDraft {
    // What becomes of a draft that is no longer open says nothing of what is.
    const ifOpen =
      <A extends unknown[]>(action: (...args: A) => void) =>
      (...args: A) =>
        void (own === draft && action(...args));
    const own: OpenDraft = openDraft({
      ...what,
      drafts,
      lastWords,
      channel: host.channel,
      tab: host.tab,
      onStatus: ifOpen((status) => setSaved(status)),
      onTypedElsewhere: ifOpen((elsewhere) => setTypedElsewhere(elsewhere)),
      onText: ifOpen(replace),
      onConflict: (text) => keepApart(own, text),
    });
    return own;
  }

  function replace(text: string): void {
    batch(() => {
      setText(text);
      setRevision((count) => count + 1);
    });
    host.onReplaced();
  }

  /** What another tab saved stays; what was typed here becomes a draft of its own. */
  async function keepApart(left: OpenDraft, text: string): Promise<void> {
    const [id, from, isOpen] = [randomId(), draftRoom(left.id), left === draft];
    const copy = open({ id, title: `${left.title} (copy)`, source: text, from, revision: 0 });
    if (isOpen) {
      batch(() => {
        become(copy, from);
        setTypedElsewhere(false);
      });
      writeAddress();
      host.onReplaced();
    }
    left.close();
    copy.change(text);
    host.onKeptApart({ id, of: left.id, isOpen });
    await copy.flush();
  }

  function become(next: OpenDraft, from: string): void {
    draft = next;
    base = from;
    setTitle(next.title);
    setOrigin({ kind: "draft", id: next.id });
  }

  function close(): void {
    const left = draft;
    draft = null;
    void left?.flush().then(left.close);
  }

  async function flush(): Promise<void> {
    await draft?.flush();
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

  function reload(): void {
    // A visit of its own, once what was typed is safe.
    void Promise.race([flush(), pause(lastSaveMs)]).then(() => tab.reload());
  }

  tab.onLeaving(() => draft?.leave());
  tab.onGone(() => draft?.goAway());
  tab.onBack(() => void draft?.look());
  tab.onOtherAddress(reload);

  return {
    title,
    source,
    sourceRevision: revision,
    origin,
    saved,
    typedElsewhere,
    editHere: async () => draft?.editHere(),
    view,
    get users() {
      return users;
    },
    setSource(text) {
      if (text === source()) return;
      setText(text);
      if (!draft) {
        become(open({ id: randomId(), title: title(), source: text, from: base, revision: 0 }), base);
        // Once, so that a refresh finds the draft; what is typed after it is read from storage.
        writeAddress();
      }
      draft?.change(text);
    },
    room() {
      const now = origin();
      return now.kind === "draft" ? { id: draftRoom(now.id), from: base } : { id: base, from: null };
    },
    openExample(example) {
      close();
      setTypedElsewhere(false);
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
    visit(next) {
      tab.write(formatAddress(next), true);
      reload();
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
