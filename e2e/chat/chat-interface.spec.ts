// gr.ChatInterface: a chat around one function, with all that a person does in it.

import { expect, test } from "../fixtures/test.ts";
import { chatOf } from "./chat-page.ts";

const echo = (
  options = "",
  fn = "(message: string, history: gr.HistoryMessage[]) => `${history.length}: ${message}`",
) =>
  `import * as gr from "interstate";
export default gr.ChatInterface({ fn: ${fn}${options} });
`;

test("a message is answered, with what was said before as history", async ({ open }) => {
  const page = await open(echo());
  const { say, shows } = chatOf(page);
  await say("Hi");
  await shows("Hi", "0: Hi");
  await expect(page.user.field("Message")).toHaveValue("");
  await say("More");
  await shows("Hi", "0: Hi", "More", "2: More");
});

test("Retry asks again, Undo takes back, Clear empties", async ({ open }) => {
  const page = await open(
    `import * as gr from "interstate";
let times = 0;
export default gr.ChatInterface({ fn: (message: string) => \`\${message} \${++times}\` });
`,
  );
  const { chat, say, shows } = chatOf(page);
  await say("Hi");
  await shows("Hi", "Hi 1");
  await chat.getByRole("button", { name: "Retry" }).click();
  await shows("Hi", "Hi 2");
  await chat.getByRole("button", { name: "Undo" }).click();
  await shows();
  await expect(page.user.field("Message")).toHaveValue("Hi");
  await page.user.field("Message").press("Enter");
  await shows("Hi", "Hi 3");
  await page.user.button("Clear conversation").click();
  await shows();
});

test("a streamed answer grows, and Stop ends it", async ({ open }) => {
  const page = await open(
    echo(
      "",
      `async function* (message: string) {
    for (let i = 1; ; i++) {
      yield \`\${message} \${i}\`;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }`,
    ),
  );
  const { messages, say } = chatOf(page);
  await say("Count");
  await expect(messages.locator(".message").last()).toHaveText(/Count [5-9]|Count \d\d/);
  await page.user.stop.click();
  await expect(page.user.submit).toBeVisible();
  await expect(page.user.stop).toBeHidden();
  // What came so far stays, and the next turn goes on from there.
  const partOf = async (index: number) =>
    Number((await messages.locator(".message").nth(index).textContent())?.slice(6));
  const partial = await partOf(1);
  await say("More");
  await expect(messages.locator(".message").nth(3)).toHaveText(/More \d/);
  await expect(messages.locator(".message").nth(1)).toHaveText(/^Count \d+$/);
  expect(await partOf(1)).toBeGreaterThanOrEqual(partial);
  await page.user.stop.click();
  await expect(page.user.submit).toBeVisible();
});

test("a hundred thousand yields are drawn at most once a frame, and the last one shows", async ({ open }) => {
  const page = await open(
    echo("", `function* () { for (let i = 1; i <= 100_000; i++) yield "at " + i + "\\n".repeat(i % 3); }`),
  );
  const { chat, say, shows } = chatOf(page);
  const seen = await chat.evaluateHandle((log) => {
    const counts = { frames: 0, drawn: 0, largest: 0 };
    new MutationObserver(() => {
      const text = [...log.querySelectorAll(".message")].at(-1)?.textContent ?? "";
      const at = Number(/at (\d+)/.exec(text)?.[1] ?? 0);
      // What is drawn never goes back.
      if (at < counts.largest) counts.largest = NaN;
      if (at === counts.largest) return;
      counts.largest = at;
      counts.drawn += 1;
    }).observe(log, { subtree: true, childList: true, characterData: true });
    requestAnimationFrame(function frame() {
      counts.frames += 1;
      requestAnimationFrame(frame);
    });
    return counts;
  });
  await say("Go");
  await shows("Go", "at 100000");
  const { frames, drawn, largest } = await seen.jsonValue();
  expect(largest).toBe(100_000);
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual(frames + 1);
});

test("what was said can be edited, and is answered again; what came after it goes", async ({ open }) => {
  const page = await open(echo(", editable: true"));
  const { messages, say, shows } = chatOf(page);
  await say("One");
  await shows("One", "0: One");
  await say("Two");
  await shows("One", "0: One", "Two", "2: Two");
  await messages.first().hover();
  await messages.first().getByRole("button", { name: "Edit" }).click();
  await page.user.region.getByRole("textbox", { name: "Edit message" }).fill("Uno");
  await page.page.keyboard.press("Enter");
  await shows("Uno", "0: Uno");
  await say("Dos");
  await shows("Uno", "0: Uno", "Dos", "2: Dos");
});

test("a chat function that throws leaves the question, which can be asked again or taken back", async ({ open }) => {
  const page = await open(
    `import * as gr from "interstate";
let times = 0;
export default gr.ChatInterface({
  *fn(message: string) {
    yield "begun";
    if (message === "Fail") throw new Error("No model today");
    yield "done " + message;
  },
});
`,
  );
  const { chat, say, shows } = chatOf(page);
  await say("Fail");
  await expect(page.user.alert).toContainText("No model today");
  await shows("Fail", "begun");
  await chat.getByRole("button", { name: "Retry" }).click();
  await expect(page.user.alert).toContainText("No model today");
  await shows("Fail", "begun");
  await chat.getByRole("button", { name: "Undo" }).click();
  await shows();
  await say("Work");
  await shows("Work", "done Work");
});

test("Clear ends what is being answered, and nothing of it comes back", async ({ open }) => {
  const page = await open(
    echo(
      "",
      `async function* (message: string) {
    for (let i = 1; message !== "Stop" || i < 3; i++) {
      yield \`\${message} \${i}\`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }`,
    ),
  );
  const { messages, say, shows } = chatOf(page);
  await say("Count");
  await expect(messages.locator(".message").last()).toHaveText(/Count \d/);
  await page.user.button("Clear conversation").click();
  await page.ready();
  await shows();
  await say("Stop");
  await shows("Stop", "Stop 2");
});

test("an answer of a wrong shape says what is wrong, and nothing is left waiting", async ({ open }) => {
  const page = await open(echo("", `() => ({ role: "bot", content: "Hi" })`));
  const { say, shows } = chatOf(page);
  await say("Hi");
  await expect(page.user.alert).toContainText('the answer has the role the text "bot"; it must be "user", "assistant"');
  await shows("Hi");
});

test("options and examples are sent when they are chosen; additional inputs come after the history", async ({
  open,
}) => {
  const page = await open(
    echo(
      `, examples: ["hello"], additionalInputs: [gr.Textbox({ label: "System", value: "be kind" })]`,
      `(message: string, _history: gr.HistoryMessage[], system: string) => ({ role: "assistant", content: message + ", " + system, options: [{ value: "yes", label: "Sure" }] })`,
    ),
  );
  const { chat, shows } = chatOf(page);
  await chat.getByRole("button", { name: "hello" }).click();
  await shows("hello", "hello, be kind");
  await chat.getByRole("button", { name: "Sure" }).click();
  await shows("hello", "hello, be kind", "yes", "yes, be kind");
});

test("the function cannot change what was said", async ({ open }) => {
  const page = await open(
    echo(
      "",
      `(message: string, history: gr.HistoryMessage[]) => { history.length = 0; history.push({} as never); return message; }`,
    ),
  );
  const { say, shows } = chatOf(page);
  await say("a");
  await shows("a", "a");
  await say("b");
  await shows("a", "a", "b", "b");
});
