// What an opened link or file brings besides its code, on its way to where it belongs: the snapshot into the room, before
// anything else is in it; the session to the first user; the inputs into that user's fields. What does not fit the code is
// left out, and said.

import { ok, type Result } from "../../base/result.ts";
import { Replica } from "../../journal/replica.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { measureMessage, outputLimits } from "../../protocol/message-size.ts";
import type { GraphData } from "../../protocol/operation.ts";
import type { ComponentSpec } from "../../spec/app-spec.ts";
import { isOutput } from "../../spec/component-value.ts";
import { pick, readParts } from "./brought-parts.ts";
import type { Rooms } from "./rooms.ts";
import type { LiveUser } from "./user.ts";

export interface Brought {
  /** Hash of the snapshot; null: there is none. */
  readonly snapshot: string | null;
  /** For the first user. */
  readonly session: GraphData | undefined;
  /** Gives the room what it begins with, unless something is in it. */
  seed(rooms: Pick<Rooms, "seed">, room: string, program: Pick<CompiledModule, "variables">): Promise<void>;
  /** The app is there. Answers with words for people if something was left out. */
  fill(user: Pick<LiveUser, "component" | "change" | "trigger" | "session" | "states">): string | null;
}

/** The error is a sentence for people. */
export function readBrought(text: string): Result<Brought, string> {
  const read = readParts(text);
  return read.ok ? ok(toBrought(read.value.parts, read.value.snapshot)) : read;
}

function toBrought(
  { inputs, session, global }: Record<string, GraphData | undefined>,
  snapshot: string | null,
): Brought {
  const left: string[] = [];
  return {
    snapshot,
    session,
    async seed(rooms, room, { variables }) {
      if (!global) return;
      const keys = new Set(variables.map(({ key }) => key));
      left.push(...global.slots.flatMap(([key, { name }]) => (keys.has(key) ? [] : [name])));
      await rooms.seed(
        room,
        pick(global, (key) => keys.has(key)),
      );
    },
    fill(user) {
      if (session) left.push(...dropStrangers(user));
      if (inputs) left.push(...fillInputs(user, Replica.from(inputs)));
      return left.length === 0
        ? null
        : `Some of what came along does not fit the code and was left out: ${named(left)}.`;
    },
  };
}

/** What the component is called by those who carry its value. */
export function inputName({ kind, label }: Pick<ComponentSpec, "kind" | "label">): string {
  return `${kind} ${label}`;
}

function fillInputs(user: Pick<LiveUser, "component" | "change" | "trigger">, inputs: Replica): string[] {
  const left: string[] = [];
  for (const [key, { info, value }] of inputs.slots()) {
    const found = user.component(Number(key));
    const plain = inputs.toPlain(value);
    // Values that hold each other many times over are small to carry and endless to walk.
    const fits =
      found?.interactive === true &&
      inputName(found) === info.name &&
      measureMessage(plain, outputLimits).excess === null &&
      isOutput(found, plain);
    if (!fits) {
      left.push(info.name.replace(/^\w+ /, ""));
      continue;
    }
    user.change(found.id, { value: plain });
    user.trigger(found.id, "change");
  }
  return left;
}

/** Takes out what no State of the app is. */
function dropStrangers({ session, states }: Pick<LiveUser, "session" | "states">): string[] {
  const known = new Set(states());
  const strangers = [...session().replica.slots()].filter(([key]) => !known.has(key));
  session().apply(
    strangers.map(([key]) => ["unslot", key]),
    new Map(),
  );
  return strangers.map(([, { info }]) => info.name);
}

const maxNamed = 5;

function named(names: readonly string[]): string {
  const shown = names.slice(0, maxNamed).map((name) => `“${name.slice(0, 40)}”`);
  return [...shown, ...(names.length > maxNamed ? [`${names.length - maxNamed} more`] : [])].join(", ");
}
