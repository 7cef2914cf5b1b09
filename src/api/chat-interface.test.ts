import { expect, test } from "vitest";
import "../spec/other-kinds.ts";
import { Blocks } from "./blocks.ts";
import { Button } from "./button.ts";
import { ChatInterface } from "./chat-interface.ts";
import { appDeclaration } from "./create-app.ts";
import { MultimodalTextbox } from "./multimodal-textbox.ts";
import { Textbox } from "./textbox.ts";

const fn = (message: string) => message;

function declare(options: object) {
  const declared = appDeclaration(ChatInterface({ fn, ...options }));
  if (!declared) throw new Error("There is no app.");
  return declared;
}

test("a chat's own listeners call no function of the person's but the chat's, so they lock no more than that", () => {
  const { calls } = declare({ saveHistory: true, editable: true, examples: ["Hi"] });
  const called = calls.flatMap((call) => (call ? [call.callsOnly] : []));
  expect(called.length).toBeGreaterThan(5);
  expect(called).not.toContain(null);
  expect(new Set(called.flat())).toEqual(new Set([fn]));
});

test("the function may stand first, the options behind it", () => {
  const app = appDeclaration(ChatInterface(fn, { title: "Talk", submitBtn: "Say" }))?.app;
  expect(app?.title).toBe("Talk");
  expect(app?.components.map(({ value }) => value)).toContain("Say");
});

test("while something is answered, Stop stands for Submit", () => {
  const { app } = declare({});
  const labels = (ids: readonly number[]) => ids.map((id) => app.components[id]?.value);
  const [answering] = app.events;
  expect(answering?.name).toBe("fn");
  expect(labels(answering?.whileRunning.hide ?? [])).toEqual(["Submit"]);
  expect(labels(answering?.whileRunning.show ?? [])).toEqual(["Stop"]);
});

test.each([
  [{}, "minimal"],
  [{ showProgress: null }, "minimal"],
  [{ showProgress: "full" }, "full"],
  [{ showProgress: "hidden" }, "hidden"],
] as const)("what is seen while something is answered: %o", (options, progress) => {
  const { app } = declare({ editable: true, ...options });
  // Those that Stop stands there for.
  const answering = app.events.filter(({ whileRunning }) => whileRunning.show.length > 0);
  expect(answering.length).toBeGreaterThan(2);
  expect(new Set(answering.map(({ showProgress }) => showProgress))).toEqual(new Set([progress]));
});

test("the State of a chat is called by what it holds", () => {
  const { app } = declare({});
  const states = app.components.filter(({ kind }) => kind === "state");
  expect(states.map(({ label }) => label)).toEqual(["conversation", "chatbotValue"]);
});

test("two chats of one app keep their conversations apart", () => {
  const app = appDeclaration(
    Blocks(() => {
      ChatInterface({ fn, saveHistory: true });
      ChatInterface({ fn, saveHistory: true });
    }),
  );
  expect(app?.browserStates.map(({ storageKey }) => storageKey)).toEqual([
    "_saved_conversations",
    "_saved_conversations_2",
  ]);
});

test.each([
  [{ textbox: MultimodalTextbox() }, "textbox must be a gr.Textbox(), but it is"],
  [{ multimodal: true, textbox: Textbox() }, "textbox must be a gr.MultimodalTextbox(), but it is"],
  [{ examples: ["a", "b"], exampleIcons: [null] }, "exampleIcons must be a list of 2 pictures, one for each example"],
  [{ examples: [["a", 1]] }, "examples[0] has 1 values after the message, but there are 0 additional inputs"],
  [{ flaggingMode: "auto" }, 'flaggingMode must be "never" or "manual", but it is the text "auto"'],
  [{ validator: "no" }, 'validator must be a function, but it is the text "no"'],
  [{ showProgress: "none" }, 'showProgress must be one of "minimal", "full", "hidden", but it is the text "none"'],
  [{ example: [] }, "example is no option of gr.ChatInterface. Did you mean"],
])("a mistake names its place: %#", (options, message) => {
  expect(() => ChatInterface({ fn, ...options } as never)).toThrow(message);
});

test("what is rendered or nested may cancel a listener of an app that was taken in", () => {
  const app = appDeclaration(
    Blocks(() => {
      let run: unknown;
      Blocks(() => {
        run = Button("Go").click({ fn: () => undefined });
      });
      Button("Stop").click({ cancels: run as never });
    }),
  );
  expect(app?.app.events.map(({ cancels }) => cancels)).toEqual([[], [0]]);
});
