// The saved playgrounds of this browser, as the views use them: the open one is told of what is done to it.

import { type PastText, readPast } from "../../drafts/past.ts";
import { parsePlaygrounds, writePlaygrounds } from "../../drafts/playground-file.ts";
import type { Draft } from "../../drafts/draft-record.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import { createPlaygrounds } from "../../drafts/playgrounds.ts";
import { noteUse } from "../../state/drop-room.ts";
import type { Library } from "../library-model.ts";
import { dropPlaygrounds, leftInBrowser } from "./drop-playgrounds.ts";
import type { Environment } from "./environment.ts";
import { newProgram, newTitle } from "./new-program.ts";
import type { OpenDocument } from "./open-document.ts";
import { isLinkRoom } from "./start-document.ts";
import { sweep } from "./sweep.ts";

export interface LibraryOptions {
  readonly environment: Pick<Environment, "store" | "tab" | "newId" | "now">;
  readonly drafts: Drafts;
  readonly document: Pick<
    OpenDocument,
    "origin" | "source" | "rename" | "setDeleted" | "replaceSource" | "flush" | "visit"
  >;
}

export interface OwnLibrary extends Library {
  /** A draft is called after its app, unless a person has named it. */
  retitle(id: string, title: string): Promise<void>;
  /** Notes that this tab lives in a room still, and takes away what nobody needs any more. */
  tidy(room: string): Promise<void>;
}

export function createLibrary({ environment, drafts, document }: LibraryOptions): OwnLibrary {
  const { store, tab, newId } = environment;
  const playgrounds = createPlaygrounds(environment);

  const isOpen = (id: string) => {
    const origin = document.origin();
    return origin.kind === "draft" && origin.id === id;
  };
  async function create(begin: Pick<Draft, "title" | "named" | "source">): Promise<void> {
    const id = newId();
    await drafts.save(id, { ...begin, beganAs: begin.title, from: null, writer: tab, over: 0 });
    open(id);
  }
  const open = (id: string) => document.visit({ kind: "draft", id, code: null, view: null });

  return {
    async list() {
      // What was typed last is to be in it.
      await document.flush();
      return playgrounds.list();
    },
    open,
    async rename(id, title) {
      if (isOpen(id)) {
        document.rename(title);
        await document.flush();
      }
      await playgrounds.rename(id, title, true);
    },
    retitle: (id, title) => playgrounds.rename(id, title, false),
    async tidy(room) {
      if (isLinkRoom(room)) await noteUse(store, room, environment.now());
      await sweep({ store, playgrounds, left: leftInBrowser, now: environment.now(), room });
    },
    async duplicate(id) {
      if (isOpen(id)) await document.flush();
      await playgrounds.duplicate(id);
    },
    async setDeleted(ids, deleted) {
      await playgrounds.setDeleted(ids, deleted);
      if (ids.some(isOpen)) document.setDeleted(deleted);
    },
    purge: (ids) => dropPlaygrounds({ store, left: leftInBrowser, drafts: ids, links: [] }),
    async past(id) {
      const past: readonly PastText[] = await readPast(store, id);
      if (isOpen(id)) return { now: document.source(), past };
      const draft = await drafts.load(id);
      return draft && { now: draft.source, past };
    },
    async restore(id, source) {
      if (isOpen(id)) {
        document.replaceSource(source);
        return document.flush();
      }
      const draft = await drafts.load(id);
      if (!draft) throw new Error("This playground was deleted meanwhile.");
      await drafts.save(id, { ...draft, source, writer: tab, over: draft.revision, displaces: true });
      open(id);
    },
    async exportAll() {
      await document.flush();
      const kept = (await playgrounds.list()).filter(({ deleted }) => deleted === null);
      return writePlaygrounds(await playgrounds.read(kept.map(({ id }) => id)));
    },
    async importAll(text) {
      const file = parsePlaygrounds(text);
      if (!file.ok) throw new Error(file.error);
      const { found, refused, state } = file.value;
      const [only] = found;
      if (!only || state === null) return { ...(await playgrounds.add(found)), refused };
      open(await playgrounds.addWith(only, state));
      return null;
    },
    openText: (title, source) => create({ title, named: true, source }),
    openNew: () => create({ title: newTitle, named: false, source: newProgram }),
  };
}
