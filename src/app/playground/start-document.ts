// What the address says is to be opened: an example, a link or a draft, with what was typed last in it.

import { hashSource } from "../../compiler/hash-source.ts";
import type { Draft, Drafts } from "../../drafts/drafts.ts";
import { firstVisit } from "../../examples/first-visit.ts";
import type { OpenedExample } from "../../examples/index.ts";
import type { Address } from "../../share/address.ts";
import type { Playground, View } from "../model.ts";
import { loadExample } from "./load-example.ts";
import { createLastWords, type Kept } from "./last-words.ts";

export interface Start {
  readonly title: string;
  readonly source: string;
  readonly origin: ReturnType<Playground["origin"]>;
  /** Room of the text that this began as. */
  readonly base: string;
  readonly users: number;
  readonly view: View | null;
  /** The text is what was typed last, and has yet to be saved. */
  readonly unsaved: boolean;
  /** Of a draft: the one that was saved last, or that the text was typed over. */
  readonly revision: number;
}

/** Of a link's text, which nobody has named. */
export const linkTitle = "Shared playground";

/** null: the address names an example, or a draft of this browser, that there is not. */
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
      const example = await loadExample(address.name);
      return example ? { ...startExample(example), view } : null;
    }
    case "link":
      return { ...startLink(address.source), view };
    case "draft": {
      const draft = await drafts.load(address.id);
      // The database may not have taken a single letter before the page went.
      const last = lastWords.of(address.id);
      const unsaved = last !== null && isUnsaved(last, draft) ? last : null;
      const found = unsaved ?? draft;
      // Another browser's draft opens as a link: its id names nothing here, and no foreign code enters a room of ours.
      if (!found) return address.source === null ? null : { ...startLink(address.source), view };
      return {
        title: found.title,
        source: found.source,
        origin: { kind: "draft", id: address.id },
        base: found.from ?? linkRoom(hashSource(found.source)),
        users: 1,
        view,
        unsaved: unsaved !== null,
        // What another tab has saved over what this was typed over stays, and this is kept apart from it.
        revision: unsaved && unsaved.writer !== draft?.writer ? unsaved.over : (draft?.revision ?? 0),
      };
    }
  }
}

function isUnsaved(last: Kept, draft: Draft | null): boolean {
  if (!draft) return true;
  return last.source !== draft.source && (last.writer !== draft.writer || last.timeMs > draft.updated);
}

export function startExample(example: OpenedExample): Omit<Start, "view"> {
  const { title, source, name, users } = example;
  return {
    title,
    source,
    origin: { kind: "example", name },
    base: linkRoom(hashSource(source)),
    users,
    unsaved: false,
    revision: 0,
  };
}

function startLink(source: string): Omit<Start, "view"> {
  return {
    title: linkTitle,
    source,
    origin: { kind: "link", name: hashSource(source) },
    base: linkRoom(hashSource(source)),
    users: 1,
    unsaved: false,
    revision: 0,
  };
}

/** The room of a link or an untouched example: everybody with the same text shares it, and no link can name another. */
export function linkRoom(sourceHash: string): string {
  return `link:${sourceHash}`;
}

export function draftRoom(id: string): string {
  return `draft:${id}`;
}
