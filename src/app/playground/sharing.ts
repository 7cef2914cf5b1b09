// Makes links and files that carry more than the code: takes the parts from the first user and the room as they are now.

import { deepEqual } from "../../base/deep-equal.ts";
import { writePlayground } from "../../drafts/playground-file.ts";
import { graphOf, type NamedValue } from "../../journal/from-plain.ts";
import type { GraphData } from "../../protocol/operation.ts";
import { writeState } from "../../share/written-state.ts";
import { isOutput } from "../../spec/component-value.ts";
import type { StateModel } from "../model.ts";
import { readableNames } from "../embedding/embed-grant.ts";
import type { CarriedPart, Sharing } from "../sharing-model.ts";
import { inputName } from "./brought.ts";
import type { Build } from "./builds.ts";
import { type BroughtParts, pick, withLargeFiles, writeParts } from "./brought-parts.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Environment } from "./environment.ts";
import type { LiveUser } from "./user.ts";

/** Far below what browsers take, and far above what most programs that pass links on do. */
const maxLinkLength = 100_000;
/** Files of an input or a variable: a small picture. */
const maxLinkFileBytes = 16_000;
const maxFileBytes = 50_000_000;

export interface SharingOptions {
  readonly document: Pick<OpenDocument, "shareLink" | "source">;
  title(): string;
  users(): readonly LiveUser[];
  build(): Build | null;
  readonly state: Pick<StateModel, "global" | "session">;
  readonly environment: Pick<Environment, "now" | "newId">;
}

export function createSharing(options: SharingOptions): Sharing {
  const { document, build, state } = options;
  const user = () => options.users()[0];

  function inputs(): NamedValue[] {
    const now = user();
    return (now?.app()?.components ?? []).flatMap(({ id, value }) => {
      const component = now?.component(id);
      const held = now?.value(id);
      // What nobody has touched the code brings itself.
      if (!now || component?.interactive !== true || held === undefined || deepEqual(held, value)) return [];
      return isOutput(component, held) ? [{ key: String(id), name: inputName(component), value: held }] : [];
    });
  }

  function take(part: CarriedPart): { readonly data: GraphData; readonly left: readonly string[] } | null {
    const [now, current] = [user(), build()];
    if (!now || !current) return null;
    switch (part) {
      case "inputs": {
        const { data, left } = graphOf(inputs());
        return { data, left: left.map(({ name }) => name.replace(/^\w+ /, "")) };
      }
      case "session": {
        const states = new Set(now.states());
        return { data: pick(now.session().data(), (key) => states.has(key)), left: [] };
      }
      case "global": {
        const keys = new Set(current.program.variables.map(({ key }) => key));
        return { data: pick(current.room.replica.toData(), (key) => keys.has(key)), left: [] };
      }
    }
  }

  async function gather(
    parts: readonly CarriedPart[],
    maxBytes: number,
  ): Promise<{ readonly text: string | null; readonly left: readonly string[] }> {
    const left: string[] = [];
    const carried: [CarriedPart, GraphData][] = [];
    for (const part of parts) {
      const taken = take(part);
      if (!taken) continue;
      const large = withLargeFiles(taken.data, maxBytes);
      left.push(...taken.left, ...taken.data.slots.flatMap(([key, { name }]) => (large.has(key) ? [shown(name)] : [])));
      const data = large.size === 0 ? taken.data : pick(taken.data, (key) => !large.has(key));
      if (data.slots.length > 0) carried.push([part, data]);
      function shown(name: string): string {
        return part === "inputs" ? name.replace(/^\w+ /, "") : name;
      }
    }
    return { text: carried.length === 0 ? null : await writeParts(Object.fromEntries(carried) as BroughtParts), left };
  }

  return {
    parts() {
      const found: CarriedPart[] = [];
      if (inputs().length > 0) found.push("inputs");
      if (state.session().some(({ user }) => user === 1)) found.push("session");
      if (state.global().length > 0) found.push("global");
      return found;
    },
    async link(view, parts) {
      const { text, left } = await gather(parts, maxLinkFileBytes);
      const packed = text === null ? null : await writeState(text);
      if (text !== null && packed === null) return { link: null, left };
      const link = await document.shareLink(view, packed);
      return { link: packed !== null && link.length > maxLinkLength ? null : link, left };
    },
    readable: () => readableNames(build()?.program),
    async file(parts) {
      const { text, left } = await gather(parts, maxFileBytes);
      const { now, newId } = options.environment;
      const written = { id: newId(), title: options.title(), source: document.source(), state: text, time: now() };
      return { text: writePlayground(written), left };
    },
  };
}
