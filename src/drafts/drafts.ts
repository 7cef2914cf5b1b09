// Saved playgrounds. A draft's id is a random name, and the name of its room.

import type { Key } from "../storage/key.ts";
import type { KeyValueStore } from "../storage/key-value-store.ts";

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  /** The room of the example or the link that it began as; null if it began empty. */
  readonly from: string | null;
  /** Counts how often it was saved. */
  readonly revision: number;
  /** The tab that saved it. */
  readonly writer: string;
}

/** What somebody typed, and what they typed it over. */
export interface DraftChange extends Pick<Draft, "title" | "source" | "from" | "writer"> {
  /** The revision that was changed; 0: it was not saved before. */
  readonly over: number;
}

export interface Drafts {
  /** false: drafts are gone with the tab. */
  readonly durable: boolean;
  /** null if this browser has no such draft. */
  load(id: string): Promise<Draft | null>;
  /**
   * Puts the text in. Makes the draft if there is none: it is new, or the browser deleted it while the person had it open. null:
   * nothing was done, since another tab has saved another text meanwhile, which would be lost.
   */
  save(id: string, change: DraftChange): Promise<Draft | null>;
}

export interface DraftsOptions {
  readonly store: KeyValueStore;
  readonly now: () => number;
}

export function createDrafts({ store, now }: DraftsOptions): Drafts {
  return {
    durable: store.durable,
    load: async (id) => parseDraft(await store.get(draftKey(id))),
    save: (id, { over, ...change }) =>
      store.transact({ keys: [draftKey(id)] }, ([stored]) => {
        const time = now();
        const before = parseDraft(stored);
        // A tab that was told that its save failed may have saved all the same.
        const isMine = !before || before.revision === over || before.writer === change.writer;
        if (!isMine && before.source !== change.source) return { result: null };
        const { from, created, revision } = before ?? { from: change.from, created: time, revision: 0 };
        const draft: Draft = { ...change, id, from, created, updated: time, revision: revision + 1 };
        return { puts: [[draftKey(id), draft]], result: draft };
      }),
  };
}

function draftKey(id: string): Key {
  return ["draft", id];
}

/** null for what is missing or was not written by `createDrafts`. */
function parseDraft(value: unknown): Draft | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, title, source, created, updated, from, revision, writer } = value as Partial<
    Record<keyof Draft, unknown>
  >;
  if (typeof id !== "string" || typeof title !== "string" || typeof source !== "string") return null;
  if (typeof created !== "number" || typeof updated !== "number") return null;
  return {
    id,
    title,
    source,
    created,
    updated,
    from: typeof from === "string" ? from : null,
    // Drafts were stored without them once.
    revision: typeof revision === "number" ? revision : 0,
    writer: typeof writer === "string" ? writer : "",
  };
}
