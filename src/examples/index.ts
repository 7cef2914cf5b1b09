// The examples, in the order in which they teach: the menu, the strip above an open one and the tests all read this list.
// It is loaded when it is first asked for, and the text of an example when that is opened.

import { firstVisit } from "./first-visit.ts";

export interface Example {
  /** Names it in addresses, and its file. */
  readonly name: string;
  readonly title: string;
  readonly group: ExampleGroup;
  /** One line: what to look at and what to try. */
  readonly hint: string;
  /** How many users it opens with, side by side. */
  readonly users: number;
}

export interface OpenedExample extends Example {
  readonly source: string;
}

/** In the order of the menu. */
export const groups = ["State", "Functions", "Components", "Over time", "Blocks", "Chat", "Only here"] as const;

export type ExampleGroup = (typeof groups)[number];

const sources = import.meta.glob<string>(["./*.ts", "!./index.ts", "!./first-visit.ts"], {
  query: "?raw",
  import: "default",
});

export const examples: readonly Example[] = [
  firstVisit,
  {
    name: "score-tracker",
    title: "Score tracker",
    group: "State",
    hint: "Global state: submit 3, 9 and 5, then open a second tab and submit 7.",
    users: 1,
  },
  {
    name: "message-history",
    title: "Message history",
    group: "State",
    hint: "Session state: each user has a history of their own, gone after a refresh.",
    users: 2,
  },
  {
    name: "slow-model",
    title: "A model, loaded once",
    group: "State",
    hint: "Loaded when the code runs, kept by the worker: the console says when. Run loads it again.",
    users: 1,
  },
  {
    name: "greeting",
    title: "Greeting",
    group: "Functions",
    hint: "A function that keeps nothing. Change a parameter and see the app follow.",
    users: 1,
  },
  {
    name: "sepia-filter",
    title: "Sepia filter",
    group: "Components",
    hint: "The function gets the pixels of a picture and changes them. Drop a photo of yours, paste one, or use the camera.",
    users: 1,
  },
  {
    name: "zip-to-json",
    title: "Zip to JSON",
    group: "Components",
    hint: "A file is a reference: of a zip of any size only the list at its end is read. Drop one of yours.",
    users: 1,
  },
  {
    name: "tax-calculator",
    title: "Tax calculator",
    group: "Components",
    hint: "A table is edited as a spreadsheet is: type over a cost, tick a box, paste rows from elsewhere. Submit.",
    users: 1,
  },
  {
    name: "filter-records",
    title: "Filter records",
    group: "Components",
    hint: "The function gets records by column name and returns some of them. Add a row, choose another letter.",
    users: 1,
  },
  {
    name: "sales-projections",
    title: "Sales projections",
    group: "Components",
    hint: "A table becomes a plot. Change a number and submit; Tab into the plot, and the arrow keys read it out.",
    users: 1,
  },
  {
    name: "fake-diffusion",
    title: "Fake diffusion",
    group: "Over time",
    hint: "A generator shows each picture that it yields. Press Stop half-way: what was shown stays.",
    users: 1,
  },
  {
    name: "random-response",
    title: "Random response",
    group: "Chat",
    hint: "A chat around one function: ask something, then press Retry or Undo below the answer.",
    users: 1,
  },
  {
    name: "streaming-echo",
    title: "Streaming echo",
    group: "Chat",
    hint: "An answer that grows: send a long message and press Stop. Then reload: the conversation is still listed.",
    users: 1,
  },
  {
    name: "multimodal-chat",
    title: "Text and files",
    group: "Chat",
    hint: "Messages with files: drop a picture on the field, or paste one, and press Enter.",
    users: 1,
  },
  {
    name: "leaderboard",
    title: "Leaderboard",
    group: "Only here",
    hint: "Open a second tab and enter a score there: the list changes here too, by itself.",
    users: 1,
  },
  {
    name: "poll",
    title: "Poll",
    group: "Only here",
    hint: "Vote here and in a second tab: both count, and both show it at once.",
    users: 1,
  },
];

export async function openExample(example: Example): Promise<OpenedExample> {
  const load = sources[`./${example.name}.ts`];
  if (!load) throw new Error(`The example "${example.name}" has no file.`);
  return { ...example, source: await load() };
}
