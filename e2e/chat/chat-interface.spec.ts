// gr.ChatInterface: a chat around one function, with all that a person does in it.

import type { Playground } from "../fixtures/playground.ts";
import { expect, test } from "../fixtures/test.ts";

const echo = (
  options = "",
  fn = "(message: string, history: gr.HistoryMessage[]) => `${history.length}: ${message}`",
) =>
  `import * as gr from "interstate";
export default gr.ChatInterface({ fn: ${fn}${options} });
`;

function chatOf({ user }: Playground) {
  const chat = user.field("Chatbot");
  const messages = chat.getByRole("article");
  const say = async (text: string) => {
    await user.field("Message").fill(text);
    await user.field("Message").press("Enter");
  };
  const shows = (...texts: readonly string[]) => expect(messages.locator(".message")).toHaveText(texts);
  return { chat, messages, say, shows };
}

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
});

test("a hundred thousand yields: the page answers, the last one shows", async ({ open }) => {
  const page = await open(echo("", `function* () { for (let i = 1; i <= 100_000; i++) yield "at " + i; }`));
  const { say, shows } = chatOf(page);
  await say("Go");
  await shows("Go", "at 100000");
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

test("conversations are kept over a restart, and can be opened again", async ({ open }) => {
  const page = await open(echo(", saveHistory: true"));
  const { say, shows } = chatOf(page);
  await say("First");
  await shows("First", "0: First");
  await expect(page.user.button("First")).toBeVisible();
  await page.refresh();
  await page.user.button("First").click();
  await shows("First", "0: First");
  await page.user.button("New chat").click();
  await shows();
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
