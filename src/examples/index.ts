// The examples, in the order in which they teach: the menu, the strip above an open one and the tests all read this list.
// It is loaded when it is first asked for, and the text of an example when that is opened.

import { firstVisit } from "./first-visit.ts";

interface Entry {
  /** Names it in addresses, and its file. */
  readonly name: string;
  readonly title: string;
  /** One line: what to look at and what to try. */
  readonly hint: string;
  /** How many users it opens with, side by side. Default: 1. */
  readonly users?: number;
}

export interface Example extends Required<Entry> {
  readonly group: string;
}

export interface OpenedExample extends Example {
  readonly source: string;
}

/** By group; all of it in the order of the menu. */
const path: Readonly<Record<string, readonly Entry[]>> = {
  State: [
    firstVisit,
    {
      name: "score-tracker",
      title: "Score tracker",
      hint: "Global state: submit 3, 9 and 5, then open a second tab and submit 7.",
    },
    {
      name: "message-history",
      title: "Message history",
      hint: "Session state: each user has a history of their own, gone after a refresh.",
      users: 2,
    },
    {
      name: "live-with-vars",
      title: "A text that grows",
      hint: "State without a Submit: type, pause, type on. It starts as null; its own change runs nothing.",
    },
    {
      name: "slow-model",
      title: "A model, loaded once",
      hint: "Loaded when the code runs, kept by the worker: the console says when. Run loads it again.",
    },
  ],
  Functions: [
    {
      name: "hello-world",
      title: "Hello world",
      hint: "A function and its app, the shortest there is. Change the text in the code and see the app follow.",
    },
    {
      name: "greeting",
      title: "Greeting",
      hint: "A function that keeps nothing. Change a parameter and see the app follow.",
    },
    {
      name: "calculator",
      title: "Calculator",
      hint: "Press an example and Submit. Then divide by 0: the function throws a message for people. Flag a result.",
    },
    {
      name: "calculator-live",
      title: "Calculator, live",
      hint: "The same without Submit: it runs when you have changed something, and the newest inputs win.",
    },
    {
      name: "sentence-builder",
      title: "Sentence builder",
      hint: "Six kinds of inputs, in the order of the parameters. Press an example, then change one thing.",
    },
    {
      name: "letter-counter",
      title: "Letter counter",
      hint: "No declaration at all: names, types and the comment of a plain function make the app. Edit the comment.",
    },
  ],
  Components: [
    {
      name: "sepia-filter",
      title: "Sepia filter",
      hint: "The function gets the pixels of a picture and changes them. Drop a photo of yours, paste one, or use the camera.",
    },
    {
      name: "zip-to-json",
      title: "Zip to JSON",
      hint: "A file is a reference: of a zip of any size only the list at its end is read. Drop one of yours.",
    },
    {
      name: "diff-texts",
      title: "Diff texts",
      hint: "A list of pieces becomes a text with colours. Edit one of the texts and submit.",
    },
    {
      name: "tax-calculator",
      title: "Tax calculator",
      hint: "A table is edited as a spreadsheet is: type over a cost, tick a box, paste rows from elsewhere. Submit.",
    },
    {
      name: "filter-records",
      title: "Filter records",
      hint: "The function gets records by column name and returns some of them. Add a row, choose another letter.",
    },
    {
      name: "sales-projections",
      title: "Sales projections",
      hint: "A table becomes a plot. Change a number and submit; Tab into the plot, and the arrow keys read it out.",
    },
  ],
  "Over time": [
    {
      name: "fake-diffusion",
      title: "Fake diffusion",
      hint: "A generator shows each picture that it yields. Press Stop half-way: what was shown stays.",
    },
    {
      name: "progress",
      title: "Progress",
      hint: "Load Nested counts a loop within a loop. Do All, then Stop: the function really ends.",
    },
    {
      name: "timer",
      title: "Timer",
      hint: "Functions that run by themselves: stop the random numbers, let them go fast, change their bounds meanwhile.",
    },
    {
      name: "live-dashboard",
      title: "Live dashboard",
      hint: "The curve moves on, in every tab. Drag over a stretch of it to look closer; a double click lets go.",
    },
  ],
  Blocks: [
    {
      name: "simple-state",
      title: "Shopping cart",
      hint: "Tick some items and add them: the cart is invisible, and a listener to its changes counts what is in it.",
    },
    {
      name: "simple-squares",
      title: "Squares",
      hint: "Two State in one function, each with a parameter and a return value. No other user sees your history.",
      users: 2,
    },
    {
      name: "hangman",
      title: "Hangman",
      hint: "Guess letters: the function returns a record, and names what it changes. Enter guesses, too.",
    },
    {
      name: "sine-curve",
      title: "Sine curve",
      hint: "A value that is a function follows its inputs. Move the slider with the arrow keys.",
    },
    {
      name: "tic-tac-toe",
      title: "Tic-tac-toe",
      hint: "A press on a cell is an event that knows its row and column. Play against yourself.",
    },
    {
      name: "flashcards",
      title: "Flashcards",
      hint: "Three tabs share two State: edit the cards, practice, and read your results.",
    },
  ],
  "State in Blocks": [
    {
      name: "visitor-count",
      title: "Visitor count",
      hint: "A global variable counts who opens the app: open a second tab, add a user, refresh.",
    },
    {
      name: "browser-state",
      title: "Kept in this browser",
      hint: "Enter something and refresh: it is still there, and in a second tab too. Then look at Browser state.",
    },
    {
      name: "per-session-objects",
      title: "Objects that cannot be copied",
      hint: "An object for each session, made when it opens and let go when it ends. Increment as both users, refresh one.",
      users: 2,
    },
    {
      name: "state-cleanup",
      title: "Cleaning up",
      hint: "Wait ten seconds: the pictures expire, as the console says. Refresh one user: the folder of the session goes.",
      users: 2,
    },
    {
      name: "state-change",
      title: "When State has changed",
      hint: "Press Count to 3 twice: an equal value is no change. Type into Start State: it goes from State to State.",
    },
  ],
  Events: [
    {
      name: "chained-events",
      title: "One after the other",
      hint: "What follows a listener: by success, by failure, always. Look at which of the three fields each button fills.",
    },
    {
      name: "cancel-events",
      title: "Cancelling",
      hint: "Start both and type into a field: they end, even the one that gives its thread no rest. Then start again.",
    },
  ],
  "Made anew": [
    {
      name: "todo-list",
      title: "To-do list",
      hint: "Enter some tasks: each gets a row with buttons of its own, made by gr.render when the list has changed.",
    },
    {
      name: "render-merge",
      title: "Boxes to merge",
      hint: "Add boxes and type into them: what has a key keeps what you typed when the rest is made anew. Merge.",
    },
  ],
  Chat: [
    {
      name: "random-response",
      title: "Random response",
      hint: "A chat around one function: ask something, then press Retry or Undo below the answer.",
    },
    {
      name: "streaming-echo",
      title: "Streaming echo",
      hint: "An answer that grows: send a long message and press Stop.",
    },
    {
      name: "multimodal-chat",
      title: "Text and files",
      hint: "Messages with files: drop a picture on the field, or paste one, and press Enter.",
    },
    {
      name: "system-prompt",
      title: "System prompt",
      hint: "More inputs than the message: open Additional Inputs, change the prompt or the length, and send something.",
    },
    {
      name: "options",
      title: "Answers to choose from",
      hint: "An answer can offer what to say next: press the example, then Yes or No.",
    },
    {
      name: "prefill",
      title: "A chat that has begun",
      hint: "Choose a beginning: another component writes the chat's history. Then go on from there.",
    },
    {
      name: "save-history",
      title: "Kept conversations",
      hint: "Send something and reload: the conversation is still listed. Edit what you said, and it is answered anew.",
    },
  ],
  "Only here": [
    {
      name: "leaderboard",
      title: "Leaderboard",
      hint: "Open a second tab and enter a score there: the list changes here too, by itself.",
    },
    {
      name: "poll",
      title: "Poll",
      hint: "Vote here and in a second tab: both count, and both show it at once.",
    },
  ],
};

export const groups: readonly string[] = Object.keys(path);

export const examples: readonly Example[] = Object.entries(path).flatMap(([group, entries]) =>
  entries.map((entry) => ({ users: 1, ...entry, group })),
);

const sources = import.meta.glob<string>(["./*.ts", "!./index.ts", "!./first-visit.ts", "!./yours-and-everyones.ts"], {
  query: "?raw",
  import: "default",
});

export async function openExample(example: Example): Promise<OpenedExample> {
  if (example.name === firstVisit.name) return { ...example, source: firstVisit.source };
  const load = sources[`./${example.name}.ts`];
  if (!load) throw new Error(`The example "${example.name}" has no file.`);
  return { ...example, source: await load() };
}
