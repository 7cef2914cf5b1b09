// What the views see of the saved playgrounds of this browser: things to read and to do. What fails rejects with words for
// people.

import type { DraftInfo } from "../drafts/draft-record.ts";
import type { PastText } from "../drafts/past.ts";

export type ListedPlayground = Pick<DraftInfo, "id" | "title" | "created" | "updated" | "chars" | "deleted">;

export interface Library {
  /** Changed last first, deleted ones too. */
  list(): Promise<readonly ListedPlayground[]>;
  /** In this tab, in the place of what is open now. */
  open(id: string): void;
  rename(id: string, title: string): Promise<void>;
  duplicate(id: string): Promise<void>;
  /** Deleted ones are kept for a while, and can be taken back. */
  setDeleted(ids: readonly string[], deleted: boolean): Promise<void>;
  /** For good, with their past and their state. */
  purge(ids: readonly string[]): Promise<void>;
  /** The text as it is, and those before it, newest first. null: there is no such playground any more. */
  past(id: string): Promise<{ readonly now: string; readonly past: readonly PastText[] } | null>;
  /** Puts a text in the place of the one that a playground has now, which is kept. */
  restore(id: string, source: string): Promise<void>;
  /** All that are not deleted, as the text of a file. */
  exportAll(): Promise<string>;
  /** Adds the playgrounds of such a file, and overwrites nothing. null: it was a single one with its state, which is opened. */
  importAll(text: string): Promise<ImportReport | null>;
  /** Makes a playground of a small program and opens it. */
  openNew(): Promise<void>;
  /** Makes a playground of a text and opens it. */
  openText(title: string, source: string): Promise<void>;
}

export interface ImportReport {
  readonly added: number;
  /** Were there already. */
  readonly known: number;
  /** Entries that were no playgrounds. */
  readonly refused: number;
}
