// The shared variables of an app for a page that embeds it, as far as the program lets it: `export const embed = { read,
// write }`. Values cross as copies; a value that is written is one commit, as a call's.

import { SharedGraph, whyNotData } from "../../journal/shared-graph.ts";
import { numberOperations, type Replica } from "../../journal/replica.ts";
import { notDataText } from "../../journal/why-not-data.ts";
import type { Operation } from "../../protocol/operation.ts";
import { allows } from "./embed-grant.ts";
import { messageOf } from "../playground/call-errors.ts";
import type { Build } from "../playground/builds.ts";
import { createPace } from "../playground/pace.ts";
import { watchSlots } from "../playground/slot-watch.ts";
import type { ClientSession } from "./client-model.ts";

export interface SharedStateHost {
  /** For the history. */
  readonly who: string;
  /** What runs now. Throws if nothing does. */
  current(): Pick<Build, "program" | "room">;
  /** Other code has taken the place of what ran. Returns what ends it. */
  onBuild(listener: () => void): () => void;
}

export function createSharedState({
  who,
  current,
  onBuild,
}: SharedStateHost): Pick<ClientSession, "read" | "write" | "follow"> {
  function keyOf(name: string, how: "read" | "write"): string {
    const { program } = current();
    const { embed } = program;
    const allowed = how === "write" ? allows(embed.write, name) : allows(embed.read, name) || allows(embed.write, name);
    const variable = program.variables.find((each) => each.name === name);
    if (!allowed || !variable) {
      throw new Error(
        `The app does not let pages that embed it ${how} "${name}". Its code would say so: export const embed = { ${how}: ["${name}"] }`,
      );
    }
    if (how === "write" && variable.role === "constant") throw new Error(`"${name}" is a constant.`);
    return variable.key;
  }

  function read(name: string): unknown {
    const key = keyOf(name, "read");
    const { replica } = current().room;
    const slot = replica.slots().get(key);
    if (!slot) throw new Error(`"${name}" is loaded once in each worker, so it is no data that could be read.`);
    return replica.toPlain(slot.value);
  }

  return {
    read,
    async write(name, value) {
      const key = keyOf(name, "write");
      const wrong = whyNotData(value);
      if (wrong) throw new Error(`The value cannot be shared: ${notDataText(wrong)}.`);
      await current().room.change(`set ${name} (${who})`, (replica) => binding(replica, key, value));
    },
    follow(name, onValue, onEnd) {
      let followed = followNow(name, onValue);
      const stop = onBuild(() => {
        try {
          const key = keyOf(name, "read");
          if (current().room === followed.room && key === followed.key) return;
          followed.stop();
          followed = followNow(name, onValue);
        } catch (error) {
          end();
          onEnd(messageOf(error));
        }
      });
      function end(): void {
        stop();
        followed.stop();
      }
      return end;
    },
  };

  /** In the room in which the code runs now, with the variable that has the name there. */
  function followNow(name: string, onValue: (value: unknown) => void) {
    const { room } = current();
    const key = keyOf(name, "read");
    let watch = watchSlots(room.replica, [key]);
    let stopped = false;
    const tellNow = (): void => {
      const slot = room.replica.slots().get(key);
      // Somebody may have set it aside meanwhile.
      if (!stopped && slot) onValue(room.replica.toPlain(slot.value));
    };
    const tell = createPace(tellNow, {
      nowMs: () => performance.now(),
      soon: queueMicrotask,
      later: setTimeout,
    });
    onValue(read(name));
    const unsubscribe = room.subscribe(({ entry }) => {
      if (!entry) watch = watchSlots(room.replica, [key]);
      if (!entry || watch.touched(entry.ops).size > 0) tell();
    });
    const stop = (): void => {
      stopped = true;
      unsubscribe();
    };
    return { room, key, stop };
  }
}

/** What gives a variable another value. */
function binding(replica: Replica, key: string, value: unknown): readonly Operation[] {
  if (!replica.slots().has(key)) throw new Error("The variable is no data that could be written.");
  const graph = new SharedGraph();
  graph.startLoad();
  const shared = graph.define(key, key, value);
  const { operations } = graph.finishLoad([{ key, name: key, get: () => shared, set: () => undefined }], null);
  const bound = operations.map((operation): Operation => {
    return operation[0] === "slot" ? ["bind", key, operation[3]] : operation;
  });
  return numberOperations(bound, replica.nextId, new Map());
}
