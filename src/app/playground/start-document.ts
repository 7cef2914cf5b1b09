// What the address says is to be opened: an example, a link or a draft, with what was typed last in it.

import { hashSource } from "../../compiler/hash-source.ts";
import type { Draft, Drafts } from "../../drafts/drafts.ts";
import { firstVisit } from "../../examples/first-visit.ts";
import type { OpenedExample } from "../../examples/index.ts";
import type { Address } from "../../share/address.ts";
import { readCode, type WrittenCode } from "../../share/written-code.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Playground, View } from "../model.ts";
import type { Brought } from "./brought.ts";
import { loadExample } from "./load-example.ts";
import { createLastWords, type Kept } from "./last-words.ts";

export interface Start {
  readonly title: string;
  /** Whether a person gave it its title. */
  readonly named: boolean;
  /** The title of the example or link that it began as. */
  readonly beganAs: string;
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
  /** The text as it stood in the link that was opened. */
  readonly written: WrittenCode | null;
  /** What the link brings besides, as it stood there. */
  readonly state: string | null;
  /** What comes along with the text, and the room that is to begin with it. */
  readonly brought: { readonly state: Brought; readonly room: string } | null;
  /** What the person is to know of it. */
  readonly notice: string | null;
}

/** Of a link's text, which nobody has named. */
export const linkTitle = "Shared playground";

/** The error says, for people, why there is nothing to open. */
export async function readStart(
  address: Address,
  drafts: Drafts,
  lastWords = createLastWords(),
): Promise<Result<Start, string>> {
  const { view } = address;
  switch (address.kind) {
    case "first":
      return ok({ ...startExample(firstVisit), view });
    case "example": {
      const example = await loadExample(address.name);
      return example ? ok({ ...startExample(example), view }) : err(noExample);
    }
    case "link":
      return startLink(address.code, address.state, view);
    case "draft": {
      const draft = await drafts.load(address.id);
      // The database may not have taken a single letter before the page went.
      const last = lastWords.of(address.id);
      const unsaved = last !== null && isUnsaved(last, draft) ? last : null;
      const found = unsaved ?? draft;
      // Another browser's draft opens as a link: its id names nothing here, and no foreign code enters a room of ours.
      if (!found) return address.code ? startLink(address.code, null, view) : err(noDraft);
      return ok({
        title: found.title,
        named: found.named,
        beganAs: found.beganAs,
        source: found.source,
        origin: { kind: "draft", id: address.id },
        base: found.from ?? linkRoom(hashSource(found.source)),
        users: 1,
        view,
        unsaved: unsaved !== null,
        // What another tab has saved over what this was typed over stays, and this is kept apart from it.
        revision: unsaved && unsaved.writer !== draft?.writer ? unsaved.over : (draft?.revision ?? 0),
        written: null,
        state: null,
        ...(await broughtOf(await drafts.brought(address.id), () => draftRoom(address.id))),
      });
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
    named: false,
    beganAs: title,
    source,
    origin: { kind: "example", name },
    base: linkRoom(hashSource(source)),
    users,
    unsaved: false,
    revision: 0,
    written: null,
    state: null,
    brought: null,
    notice: null,
  };
}

async function startLink(code: WrittenCode, state: string | null, view: View | null): Promise<Result<Start, string>> {
  const read = await readCode(code);
  if (!read.ok) return read;
  const hash = hashSource(read.value);
  const packed = await readPacked(state);
  const { brought, notice } = await broughtOf(packed.ok ? packed.value : null, (snapshot) => linkRoom(hash, snapshot));
  return ok({
    title: linkTitle,
    named: false,
    beganAs: linkTitle,
    source: read.value,
    origin: { kind: "link", name: hash },
    base: brought?.room ?? linkRoom(hash),
    users: 1,
    view,
    unsaved: false,
    revision: 0,
    written: code,
    state,
    brought,
    notice: packed.ok ? notice : packed.error,
  });
}

async function readPacked(state: string | null): Promise<Result<string | null, string>> {
  if (state === null) return ok(null);
  const { readState } = await import("../../share/written-state.ts");
  return readState(state);
}

/** `roomOf`: the room for a snapshot of that hash. */
async function broughtOf(
  text: string | null,
  roomOf: (snapshot: string | null) => string,
): Promise<Pick<Start, "brought" | "notice">> {
  if (text === null) return { brought: null, notice: null };
  const { readBrought } = await import("./brought.ts");
  const read = readBrought(text);
  if (!read.ok) return { brought: null, notice: read.error };
  return { brought: { state: read.value, room: roomOf(read.value.snapshot) }, notice: null };
}

const noExample = "There is no example of that name. The start page has them all, in its menu.";
const noDraft =
  "This playground is not in this browser: it was made in another one, or what this site keeps was cleared. Ask for a shared link, which carries the code.";

/**
 * The room of a link or an untouched example: everybody with the same text shares it, and no link can name another. One that
 * brings a snapshot has a room of its own, by the hash of that too.
 */
export function linkRoom(sourceHash: string, snapshot: string | null = null): string {
  return snapshot === null ? `link:${sourceHash}` : `link:${sourceHash}~${snapshot}`;
}

export function isLinkRoom(room: string): boolean {
  return room.startsWith("link:");
}

export function draftRoom(id: string): string {
  return `draft:${id}`;
}
