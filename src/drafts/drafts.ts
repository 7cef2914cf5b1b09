// Saved playgrounds, one at a time: what the open one needs. A draft's id is a random name, and the name of its room.

import type { KeyValueStore } from "../storage/key-value-store.ts";
import { broughtKey, type Draft, infoKey, parseDraft, pastRange, textKey, toInfo } from "./draft-record.ts";
import { StorageError } from "../storage/storage-error.ts";
import { isWorthKeeping, keepText } from "./past.ts";

export type { Draft } from "./draft-record.ts";

/** What somebody typed, and what they typed it over. */
export interface DraftChange extends Pick<Draft, "title" | "named" | "beganAs" | "source" | "from" | "writer"> {
  /** The revision that was changed; 0: it was not saved before. */
  readonly over: number;
  /** The text that a new draft begins with being typed over: kept as its first past one. */
  readonly opened?: string;
  /** Takes the place of the text before as a whole, which nobody typed away. */
  readonly displaces?: boolean;
}

export interface Drafts {
  /** false: drafts are gone with the tab. */
  readonly durable: boolean;
  /** null if this browser has no such draft. */
  load(id: string): Promise<Draft | null>;
  /**
   * Puts the text in. Makes the draft if there is none, and takes it back if it was deleted: the person has it open. null:
   * nothing was done, since another tab has saved another text meanwhile, which would be lost.
   */
  save(id: string, change: DraftChange): Promise<Draft | null>;
  /** What came along with the text of a draft and has not been put in its place yet, as a text. */
  brought(id: string): Promise<string | null>;
  /** It has its place now. */
  settle(id: string): Promise<void>;
}

export interface DraftsOptions {
  readonly store: KeyValueStore;
  readonly now: () => number;
}

export function createDrafts({ store, now }: DraftsOptions): Drafts {
  /** When a text of each draft was kept last, by this tab. */
  const lastKept = new Map<string, number>();

  return {
    durable: store.durable,
    async load(id) {
      const { values } = await store.read({ keys: [infoKey(id), textKey(id)] });
      return parseDraft(values[0], values[1]);
    },
    async brought(id) {
      const text = await store.get(broughtKey(id));
      return typeof text === "string" ? text : null;
    },
    settle: (id) => store.transact({ keys: [] }, () => ({ deletes: [broughtKey(id)], result: undefined })),
    async save(id, change) {
      try {
        return await save(id, change, "keep");
      } catch (error) {
        if (!(error instanceof StorageError && error.kind === "quota")) throw error;
        // What it was before gives room to what it is.
        return save(id, change, "drop");
      }
    },
  };

  async function save(id: string, change: DraftChange, past: "keep" | "drop"): Promise<Draft | null> {
    const time = now();
    let keeps = false;
    const saved = await store.transact(
      {
        keys: [infoKey(id), textKey(id)],
        // What was kept before is read only when more is kept: this is done as somebody types.
        ranges([info, text]) {
          const before = parseDraft(info, text);
          const opened = before ? null : (change.opened ?? null);
          const displaced = before && isWorthKeeping(before, change, time, lastKept.get(id) ?? before.created);
          keeps = past === "keep" && (displaced ?? (opened !== null && opened !== change.source));
          return keeps ? [pastRange(id)] : [];
        },
      },
      ([info, text], [texts = []]) => {
        const before = parseDraft(info, text);
        // A tab that was told that its save failed may have saved all the same.
        const isMine = !before || before.revision === change.over || before.writer === change.writer;
        if (!isMine && before.source !== change.source) return { result: null };
        const draft = changed(before, id, change, time);
        const kept = keeps ? keepText(id, texts, before?.source ?? change.opened ?? "", time) : null;
        return {
          deletes: kept?.deletes ?? [],
          deleteRanges: past === "drop" ? [pastRange(id)] : [],
          puts: [[infoKey(id), toInfo(draft)], [textKey(id), draft.source], ...(kept?.puts ?? [])],
          result: draft,
        };
      },
    );
    if (saved && keeps) lastKept.set(id, time);
    return saved;
  }
}

function changed(before: Draft | null, id: string, change: DraftChange, time: number): Draft {
  const { source, writer } = change;
  // A name that was chosen in another tab meanwhile is not taken back by this one.
  const { title, named, beganAs } = before?.named && !change.named ? before : change;
  return {
    id,
    title,
    named,
    beganAs,
    source,
    chars: source.length,
    created: before?.created ?? time,
    updated: time,
    from: before ? before.from : change.from,
    revision: (before?.revision ?? 0) + 1,
    writer,
    deleted: null,
  };
}
