// A draft as this tab has it open: what is typed here is saved, what another tab types is shown, and what both type is
// kept apart, so that nobody's text is ever overwritten.

import type { Drafts } from "../../drafts/drafts.ts";
import type { SaveStatus } from "../../drafts/saver.ts";
import type { Channel } from "../../state/channel.ts";
import { createDraftTabs } from "./draft-tabs.ts";
import type { LastWords } from "./last-words.ts";
import { saveDraft } from "./save-draft.ts";

/** What a draft is called. */
export interface Calling {
  readonly title: string;
  /** Whether a person chose the title. */
  readonly named: boolean;
  /** The title of the example or link that it began as. */
  readonly beganAs: string;
}

export interface OpenDraft {
  readonly id: string;
  called(): Calling;
  /** Somebody typed here. `displaces`: put another text in the place of the one before as a whole. */
  change(source: string, displaces?: boolean): void;
  flush(): Promise<void>;
  /** Whether what was typed last is neither stored nor kept elsewhere. */
  wouldLose(): boolean;
  /** From now on this tab types. Settles when it has what was typed elsewhere. */
  editHere(): Promise<void>;
  /** The person is back: looks for what was typed elsewhere. */
  look(): Promise<void>;
  /** The page may be about to go: keeps what is not saved where it is found again. */
  leave(): void;
  /** The page goes, perhaps to come back: another tab may type. */
  goAway(): void;
  close(): void;
}

export interface OpenDraftOptions {
  readonly drafts: Drafts;
  readonly lastWords: LastWords;
  readonly channel: Channel;
  /** Names this tab. */
  readonly tab: string;
  readonly id: string;
  /** As of now, as long as it is open. */
  called(): Calling;
  /** The room that it began in. */
  readonly from: string;
  readonly source: string;
  /** The text that a new one begins with being typed over. */
  readonly opened?: string;
  /** The one that `source` is, or was typed over; 0: none was saved yet. */
  readonly revision: number;
  onStatus(status: SaveStatus): void;
  /** Another tab has saved this. */
  onText(source: string): void;
  onTypedElsewhere(elsewhere: boolean): void;
  /** Another tab has saved something else over which this was not typed. Settles when this is saved somewhere else. */
  onConflict(source: string): Promise<void>;
}

/** A longer text would hold up typing; it is kept when the page is left. */
const maxKeptChars = 200_000;

export function openDraft(options: OpenDraftOptions): OpenDraft {
  const { drafts, lastWords, channel, tab, id, from } = options;
  let { source, revision } = options;
  let isSaved = true;
  let isApart = false;
  let displaces = false;
  let isKept = true;

  const changed = () => ({ ...options.called(), source, from, writer: tab, over: revision });

  const saver = saveDraft({
    durable: drafts.durable,
    async save(text) {
      if (isApart) return;
      const began = options.opened === undefined ? {} : { opened: options.opened };
      const saved = await drafts.save(id, { ...changed(), ...began, source: text, displaces });
      if (!saved) {
        isApart = true;
        return options.onConflict(source);
      }
      revision = saved.revision;
      displaces = false;
      tabs.tell({ source: text, revision });
    },
    onStatus(status) {
      isSaved = status === "saved" || status === "memory";
      if (isSaved) lastWords.forget(id);
      if (status === "failed") keep();
      options.onStatus(status);
    },
  });

  const tabs = createDraftTabs({
    channel,
    draft: id,
    tab,
    saved: () => ({ source, revision }),
    onText(text) {
      // What is not saved here will find out in the store.
      if (!isSaved) return;
      options.onTypedElsewhere(true);
      show(text);
    },
    async onTaken() {
      options.onTypedElsewhere(true);
      await saver.flush();
    },
    onFree: () => options.onTypedElsewhere(false),
  });

  function keep(): void {
    isKept = lastWords.keep(id, changed());
  }

  function show(text: { readonly source: string; readonly revision: number }): void {
    revision = text.revision;
    if (text.source === source) return;
    source = text.source;
    options.onText(source);
  }

  async function look(): Promise<void> {
    // What cannot be read now can be later, and saving looks again.
    const stored = await drafts.load(id).catch(() => null);
    if (stored && stored.revision > revision && isSaved) show(stored);
  }

  return {
    id,
    called: options.called,
    change(text, whole = false) {
      source = text;
      displaces ||= whole;
      tabs.claim();
      options.onTypedElsewhere(false);
      saver.change(text);
      // Until it is stored, so that not even the death of the page takes it along.
      if (!isSaved && text.length <= maxKeptChars) keep();
    },
    flush: saver.flush,
    wouldLose: () => !isSaved && !isKept,
    async editHere() {
      await tabs.take();
      await look();
      options.onTypedElsewhere(false);
    },
    look,
    leave() {
      if (!isSaved) keep();
      void saver.flush();
    },
    goAway: tabs.leave,
    close: tabs.dispose,
  };
}
