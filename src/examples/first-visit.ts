// The example that a first visitor sees: the one whose text is there from the start.

import source from "./yours-and-everyones.ts?raw";
import type { OpenedExample } from "./index.ts";

export const firstVisit: OpenedExample = {
  name: "yours-and-everyones",
  title: "Yours and everyone's",
  group: "State",
  hint: "Two kinds of state in one function: submit as both users, then open a second tab.",
  source,
  users: 2,
};
