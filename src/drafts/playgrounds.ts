// All saved playgrounds together: the list, what is done to its entries, and many of them at once.

import type { KeyedValue, KeyValueStore } from "../storage/key-value-store.ts";
import {
  allInfos,
  broughtKey,
  type Draft,
  type DraftInfo,
  infoKey,
  parseDraft,
  parseInfo,
  textKey,
  toInfo,
} from "./draft-record.ts";

export interface Playgrounds {
  /** Changed last first, deleted ones too. */
  list(): Promise<DraftInfo[]>;
  /** `named`: a person has chosen the title. What a person has chosen is changed by a person only. */
  rename(id: string, title: string, named: boolean): Promise<void>;
  /** null if it is gone. The copy has a room of its own, in which nothing is yet. */
  duplicate(id: string): Promise<Draft | null>;
  /** Deleted ones stay, until they are dropped for good. */
  setDeleted(ids: readonly string[], deleted: boolean): Promise<void>;
  /** Those that are there, in the order asked for. */
  read(ids: readonly string[]): Promise<Draft[]>;
  /** Adds one with what comes along with it, under a new id, which it gives. */
  addWith(found: FoundDraft, brought: string): Promise<string>;
  /** Adds what is not there yet, and overwrites nothing: what has the id of another text gets another id. */
  add(found: readonly FoundDraft[]): Promise<{ readonly added: number; readonly known: number }>;
}

/** One that came in a file. */
export type FoundDraft = Pick<Draft, "id" | "title" | "named" | "source" | "created" | "updated">;

/** So many in one transaction, so that nobody else waits for long. */
const atOnce = 500;

export function createPlaygrounds(options: {
  readonly store: KeyValueStore;
  readonly now: () => number;
  readonly newId: () => string;
  /** Names this tab. */
  readonly tab: string;
}): Playgrounds {
  const { store, now, newId, tab } = options;

  function change(ids: readonly string[], edit: (info: DraftInfo) => DraftInfo): Promise<void> {
    return store.transact({ keys: ids.map(infoKey) }, (found) => ({
      puts: found.flatMap((stored): KeyedValue[] => {
        const info = parseInfo(stored);
        const edited = info && edit(info);
        // One from before texts were apart has its text inside: that stays as it is.
        return edited && edited !== info ? [[infoKey(info.id), { ...(stored as object), ...edited }]] : [];
      }),
      result: undefined,
    }));
  }

  async function addSome(found: readonly FoundDraft[]): Promise<number> {
    const keys = found.flatMap(({ id }) => [infoKey(id), textKey(id)]);
    return store.transact({ keys }, (stored) => {
      const fresh = found.flatMap((each, i): Draft[] => {
        const there = parseDraft(stored[2 * i], stored[2 * i + 1]);
        if (there && there.source === each.source && there.deleted === null) return [];
        const id = there && there.source !== each.source ? newId() : each.id;
        return [{ ...toDraft(each, id, tab), ...(there && id === each.id ? { from: there.from } : {}) }];
      });
      return {
        puts: fresh.flatMap((draft): KeyedValue[] => [
          [infoKey(draft.id), toInfo(draft)],
          [textKey(draft.id), draft.source],
        ]),
        result: fresh.length,
      };
    });
  }

  return {
    async list() {
      const found = await store.range(...allInfos);
      return found.flatMap(([, stored]) => parseInfo(stored) ?? []).toSorted((a, b) => b.updated - a.updated);
    },
    rename: (id, title, named) =>
      change([id], (info) =>
        (info.named && !named) || (info.title === title && info.named === named) ? info : { ...info, title, named },
      ),
    async duplicate(id) {
      const copy = newId();
      return store.transact({ keys: [infoKey(id), textKey(id)] }, ([info, text]) => {
        const draft = parseDraft(info, text);
        if (!draft) return { result: null };
        const time = now();
        const made: Draft = {
          ...draft,
          id: copy,
          title: `${draft.title} (copy)`,
          named: true,
          created: time,
          updated: time,
          from: null,
          revision: 1,
          writer: tab,
          deleted: null,
        };
        return {
          puts: [
            [infoKey(copy), toInfo(made)],
            [textKey(copy), made.source],
          ],
          result: made,
        };
      });
    },
    setDeleted: (ids, deleted) => change(ids, (info) => ({ ...info, deleted: deleted ? now() : null })),
    async read(ids) {
      const { values } = await store.read({ keys: ids.flatMap((id) => [infoKey(id), textKey(id)]) });
      return ids.flatMap((_, i) => parseDraft(values[2 * i], values[2 * i + 1]) ?? []);
    },
    async addWith(found, brought) {
      const id = newId();
      const draft = toDraft(found, id, tab);
      await store.transact({ keys: [] }, () => ({
        puts: [
          [infoKey(id), toInfo(draft)],
          [textKey(id), draft.source],
          [broughtKey(id), brought],
        ],
        result: undefined,
      }));
      return id;
    },
    async add(found) {
      let added = 0;
      for (let at = 0; at < found.length; at += atOnce) added += await addSome(found.slice(at, at + atOnce));
      return { added, known: found.length - added };
    },
  };
}

function toDraft({ title, named, source, created, updated }: FoundDraft, id: string, writer: string): Draft {
  const times = { created, updated, from: null, revision: 1, deleted: null };
  return { id, title, named, beganAs: title, source, chars: source.length, writer, ...times };
}
