// The app itself as a contestant: a program that pushes into a variable outside its function.

import type { Contestant } from "./contest.ts";
import type { OpenProgram } from "./open-program.ts";

export const pushOne = `import * as gr from "interstate";

const items: { id: string; score: number }[] = [];

function add(id: string, score: number) {
  return items.push({ id, score });
}

export default gr.Interface({ fn: add, inputs: [gr.Textbox(), gr.Number()], outputs: gr.Number() });
`;

/** `program` runs `pushOne` in a room of its own. */
export function toContestant({ call, room }: OpenProgram): Contestant {
  const loaded = room.version;
  return {
    add: ({ id, score }) => call(id, score),
    addAll: (items) => Promise.all(items.map(({ id, score }) => call(id, score))),
    // Each call is a version; the view moves only by what is committed.
    count: () => room.version - loaded,
    subscribe: (listener) => void room.subscribe(listener),
  };
}
