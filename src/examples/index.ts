// The examples, in the order in which they teach: the menu, the documentation and the tests all read this list.

import greeting from "./greeting.ts?raw";
import messageHistory from "./message-history.ts?raw";
import scoreTracker from "./score-tracker.ts?raw";
import slowModel from "./slow-model.ts?raw";
import yoursAndEveryones from "./yours-and-everyones.ts?raw";

export interface Example {
  /** Names it in addresses. */
  readonly name: string;
  readonly title: string;
  /** One line for the menu: what to see and to try. */
  readonly hint: string;
  readonly source: string;
  /** How many users it opens with, side by side. */
  readonly users: number;
}

export const firstVisit: Example = {
  name: "yours-and-everyones",
  title: "Yours and everyone's",
  hint: "Two kinds of state in one function: press as both users, then open a second tab.",
  source: yoursAndEveryones,
  users: 2,
};

export const examples: readonly Example[] = [
  firstVisit,
  {
    name: "greeting",
    title: "Greeting",
    hint: "A function that keeps nothing. Change a parameter and see the app follow.",
    source: greeting,
    users: 1,
  },
  {
    name: "score-tracker",
    title: "Score tracker",
    hint: "Global state: submit 3, 9 and 5, then open a second tab and submit 7.",
    source: scoreTracker,
    users: 1,
  },
  {
    name: "message-history",
    title: "Message history",
    hint: "Session state: each user has a history of their own, gone after a refresh.",
    source: messageHistory,
    users: 2,
  },
  {
    name: "slow-model",
    title: "A model, loaded once",
    hint: "Loaded when the code runs, kept by the worker: the console says when. Run loads it again.",
    source: slowModel,
    users: 1,
  },
];

export function findExample(name: string): Example | undefined {
  return examples.find((example) => example.name === name);
}
