// What is open: an example, a link or a draft. The first keystroke on an example or a link makes a draft of it, which is
// saved as one types; the address follows when the editor is left, so that a refresh finds the same text.

import { type Accessor, batch, createSignal } from "solid-js";
import { randomId } from "../../base/random-id.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import type { OpenedExample } from "../../examples/index.ts";
import { type Address, formatAddress } from "../../share/address.ts";
import type { Channel } from "../../state/channel.ts";
import type { Playground, View } from "../model.ts";
import { browserTab } from "./browser-tab.ts";
import { documentAddress, shownView } from "./document-address.ts";
import { createLastWords } from "./last-words.ts";
import { type Calling, openDraft, type OpenDraft, type OpenDraftOptions } from "./open-draft.ts";
import { draftRoom, type Start, startExample } from "./start-document.ts";

export interface OpenDocument extends Pick<
  Playground,
  "source" | "sourceRevision" | "origin" | "saved" | "typedElsewhere" | "editHere" | "setSource" | "writeAddress"
> {
  /** `state`: packed, what the link is to bring besides the code. */
  shareLink(view: View, state?: string | null): Promise<string>;
  /** What a person calls it, or what it was called last. */
  readonly title: Accessor<string>;
  /** The title of the example or link that it began as. */
  readonly beganAs: Accessor<string>;
  /** Whether a person gave it its title. */
  readonly named: Accessor<boolean>;
  /** Another tab or the list of playgrounds gave the draft that is open a title. */
  rename(title: string): void;
  /** The list of playgrounds has deleted the draft that is open, or taken that back. */
  setDeleted(deleted: boolean): void;
  /** Puts another text in the place of the one that is open, which is kept among its past ones. */
  replaceSource(text: string): void;
  /** Settles once what was typed is stored, or could not be. */
  flush(): Promise<void>;
  /** The room of the text as it stands: `from` is the one to fork if `id` has nothing yet. */
  room(): { readonly id: string; readonly from: string | null };
  /** How many users it opens with. */
  readonly users: number;
  openExample(example: OpenedExample): void;
  /** Opens another address of this page, as if it were put into the bar. */
  visit(address: Address): void;
  /** Loads this page again as it is, once what was typed is safe and `work` is done. false: one of them is not, and the page goes on. */
  reloadAfter(work: () => Promise<boolean>): Promise<boolean>;
  readonly view: Accessor<View>;
  setView(view: View): void;
}

/** What a document is open in. */
export interface DocumentHost {
  readonly drafts: Drafts;
  readonly channel: Channel;
  /** Names this tab. */
  readonly tab: string;
  /** What the playground is called now: by a person, or after its app. */
  shownTitle(): string;
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
  const [named, setNamed] = createSignal(start.named);
  const [beganAs, setBeganAs] = createSignal(start.beganAs);
  const [origin, setOrigin] = createSignal(start.origin);
  const [saved, setSaved] = createSignal<ReturnType<Playground["saved"]>>(drafts.durable ? "saved" : "memory");
  const [typedElsewhere, setTypedElsewhere] = createSignal(false);
  const [revision, setRevision] = createSignal(0);
  const [view, setView] = createSignal<View>(start.view ?? "split");
  const address = documentAddress({ tab, source, origin, view, written: start.written, state: start.state });
  let { base, users } = start;
  let draft: OpenDraft | null = null;
  if (start.origin.kind === "draft") {
    const { source, revision } = start;
    draft = open({ id: start.origin.id, source, from: base, revision }, calling());
    if (start.unsaved) draft.change(start.source);
  }

  function calling(): Calling {
    return { title: named() ? title() : host.shownTitle(), named: named(), beganAs: beganAs() };
  }

  function open(
    what: Pick<OpenDraftOptions, "id" | "source" | "from" | "revision" | "opened">,
    called: Calling,
  ): OpenDraft {
    // What becomes of a draft that is no longer open says nothing of what is, and the other way round.
    const ifOpen =
      <A extends unknown[]>(action: (...args: A) => void) =>
      (...args: A) =>
        void (own === draft && action(...args));
    const own: OpenDraft = openDraft({
      ...what,
      called: () => (own === draft ? (called = calling()) : called),
      drafts,
      lastWords,
      channel: host.channel,
      tab: host.tab,
      onStatus: ifOpen((status) => {
        setSaved(status);
        // Nothing else has it, and once a refresh has begun the address is what it was.
        if (status === "memory" || (status === "failed" && own.wouldLose())) address.writeAtOnce();
      }),
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
    const { title, beganAs } = left.called();
    const called = { title: `${title} (copy)`, named: true, beganAs };
    const copy = open({ id, source: text, from, revision: 0 }, called);
    if (isOpen) {
      batch(() => {
        setTitle(called.title);
        setNamed(true);
        become(copy, from);
        setTypedElsewhere(false);
      });
      address.write();
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

  /** Somebody typed this, or put it there. */
  function change(text: string, displaces: boolean): void {
    const opened = source();
    setText(text);
    if (!draft) {
      become(open({ id: randomId(), source: text, from: base, revision: 0, opened }, calling()), base);
      // Once, so that a refresh finds the draft; what is typed after it is read from storage.
      address.write();
    }
    draft?.change(text, displaces);
  }

  function leave(): void {
    draft?.leave();
    if (draft && saved() !== "saved") address.writeAtOnce();
  }

  function reload(): void {
    // A visit of its own, once what was typed is safe.
    void Promise.race([flush(), pause(lastSaveMs)]).then(() => tab.reload());
  }

  tab.onLeaving(leave);
  tab.onClosing(() => draft?.wouldLose() ?? false);
  tab.onGone(() => draft?.goAway());
  tab.onBack(() => void draft?.look());
  tab.onOtherAddress(reload);

  return {
    title,
    named,
    beganAs,
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
      if (text !== source()) change(text, false);
    },
    replaceSource(text) {
      if (text === source()) return;
      batch(() => {
        change(text, true);
        setRevision((count) => count + 1);
      });
      host.onReplaced();
    },
    rename(title) {
      setTitle(title);
      setNamed(true);
    },
    setDeleted(deleted) {
      if (drafts.durable) setSaved(deleted ? "deleted" : "saved");
    },
    flush,
    room() {
      const now = origin();
      return now.kind === "draft" ? { id: draftRoom(now.id), from: base } : { id: base, from: null };
    },
    openExample(example) {
      close();
      setTypedElsewhere(false);
      const next = startExample(example);
      ({ base, users } = next);
      setBeganAs(next.beganAs);
      setOrigin(next.origin);
      setTitle(next.title);
      setNamed(false);
      setText(next.source);
      setSaved(drafts.durable ? "saved" : "memory");
      setRevision((count) => count + 1);
      // A step of its own: Back returns to what was open before.
      address.write(true);
    },
    visit(next) {
      tab.write(formatAddress(next), true);
      reload();
    },
    async reloadAfter(work) {
      await Promise.all([address.writeWhole(), flush()]);
      if ((saved() !== "saved" && saved() !== "deleted") || !(await work())) return false;
      tab.reload();
      return true;
    },
    setView(next) {
      setView(next);
      address.write();
    },
    writeAddress() {
      void flush();
      void address.writeWhole();
    },
    async shareLink(shared, state = null) {
      const code = await address.code();
      address.write();
      return tab.place + formatAddress({ kind: "link", code, state, view: shownView(shared) });
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
