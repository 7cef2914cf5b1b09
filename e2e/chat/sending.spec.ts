// What a person does while the chat is at work: types on, asks again, edits; and what may be sent at all.

import { expect, test } from "../fixtures/test.ts";
import { chatOf } from "./chat-page.ts";

/** Answers for ever: a second answer can begin only when the first has been stopped. */
const endless = `import * as gr from "interstate";
let answers = 0;
export default gr.ChatInterface({
  async *fn(message: string) {
    const answer = ++answers;
    for (let i = 1; ; i++) {
      yield \`\${message}, answer \${answer}, part \${i}\`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  editable: true,
});
`;

test("what is typed while a message is on its way stays in the field", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.ChatInterface({
  fn: (message: string) => "You said " + message,
  // Until it has answered, the message stands in the field.
  validator: async () => { await new Promise((resolve) => setTimeout(resolve, 1000)); return null; },
});
`);
  const { say, shows } = chatOf(page);
  const field = page.user.field("Message");
  await say("Hello");
  await field.pressSequentially(" and more");
  await shows("Hello", "You said Hello");
  await expect(field).toHaveValue(" and more");
  await field.press("Enter");
  await shows("Hello", "You said Hello", " and more", "You said  and more");
  await expect(field).toHaveValue("");
});

test("Undo puts back what was said before what has been typed since", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.ChatInterface({ fn: (message: string) => "You said " + message });
`);
  const { chat, say, shows } = chatOf(page);
  await say("Hello");
  await shows("Hello", "You said Hello");
  await page.user.field("Message").fill("half a thought");
  await chat.getByRole("button", { name: "Undo" }).click();
  await shows();
  await expect(page.user.field("Message")).toHaveValue("Hello\nhalf a thought");
});

test("Retry while an answer streams in stops it and asks again, as often as it is pressed", async ({ open }) => {
  const page = await open(endless);
  const { chat, messages, say } = chatOf(page);
  const answer = messages.locator(".message").last();
  await say("Count");
  for (const number of [1, 2, 3]) {
    await expect(answer).toHaveText(new RegExp(`^Count, answer ${number}, part \\d+$`));
    await expect(messages).toHaveCount(2);
    await chat.getByRole("button", { name: "Retry" }).click();
  }
  await expect(answer).toHaveText(/^Count, answer 4/);
  await page.user.stop.click();
  await expect(page.user.submit).toBeVisible();
  await expect(page.user.alert).toHaveCount(0);
});

test("an edit while an answer streams in stops it, and is answered instead", async ({ open }) => {
  const page = await open(endless);
  const { messages, say } = chatOf(page);
  await say("Count");
  await expect(messages.locator(".message").last()).toHaveText(/^Count, answer 1/);
  await messages.first().hover();
  await messages.first().getByRole("button", { name: "Edit" }).click();
  const edit = page.user.region.getByRole("textbox", { name: "Edit message" });
  await edit.fill("Sum");
  await edit.press("Enter");
  await expect(messages.locator(".message").last()).toHaveText(/^Sum, answer 2/);
  await expect(messages).toHaveCount(2);
  await page.user.stop.click();
  await expect(page.user.submit).toBeVisible();
});

const validated = `import * as gr from "interstate";
export default gr.ChatInterface({
  fn: async (message: string, _history: gr.HistoryMessage[], tone: string) => ({
    role: "assistant",
    content: message + tone,
    options: [{ value: "no", label: "Short" }, { value: "yes, please" }],
  }),
  additionalInputs: gr.Textbox({ label: "Tone", value: "!" }),
  editable: true,
  examples: ["ok", "hello"],
  validator: (message: string, tone: string) => [
    gr.validate(message.length > 2, "Say more than " + message + "."),
    gr.validate(tone !== "", "Say how."),
  ],
});
`;

test("an example, an option and an edit are checked as what is typed is, and a refused edit can be gone on with", async ({
  open,
}) => {
  const page = await open(validated);
  const { chat, messages, shows } = chatOf(page);
  await chat.getByRole("button", { name: "ok" }).click();
  await expect(page.user.alert).toHaveText("Say more than ok.");
  await shows();
  await chat.getByRole("button", { name: "hello" }).click();
  await shows("hello", "hello!");
  await expect(page.user.alert).toHaveCount(0);

  await chat.getByRole("button", { name: "Short" }).click();
  await expect(page.user.alert).toHaveText("Say more than no.");
  await shows("hello", "hello!");
  await chat.getByRole("button", { name: "yes, please" }).click();
  await shows("hello", "hello!", "yes, please", "yes, please!");

  await messages.first().hover();
  await messages.first().getByRole("button", { name: "Edit" }).click();
  const edit = page.user.region.getByRole("textbox", { name: "Edit message" });
  await edit.fill("Yo");
  await edit.press("Enter");
  await expect(page.user.alert).toHaveText("Say more than Yo.");
  await expect(edit).toHaveValue("Yo");
  await edit.fill("You there");
  await edit.press("Enter");
  await shows("You there", "You there!");
  await expect(page.user.alert).toHaveCount(0);
});

test("what is asked again is checked, too, with the additional inputs as they are now", async ({ open }) => {
  const page = await open(validated);
  const { chat, say, shows } = chatOf(page);
  await say("hello");
  await shows("hello", "hello!");
  await page.user.button("Additional Inputs").click();
  await page.user.field("Tone").fill("");
  await chat.getByRole("button", { name: "Retry" }).click();
  await expect(page.user.alert).toHaveText("Say how.");
  await page.user.field("Tone").fill("?");
  await chat.getByRole("button", { name: "Retry" }).click();
  await shows("hello", "hello?");
});

/** Its function says how often it was called, so what is remembered can be told from what ran. */
const cached = `import * as gr from "interstate";
let calls = 0;
export default gr.ChatInterface({
  *fn(message: string, history: gr.HistoryMessage[]) {
    calls += 1;
    yield "thinking";
    yield [\`\${message} #\${calls}\`, \`after \${history.length}\`];
  },
  examples: ["hello", "bye"],
  cacheExamples: true,
});
`;

test("the answer to an example is remembered, also over a reload, and the conversation goes on from it", async ({
  open,
}) => {
  const page = await open(cached);
  const { chat, say, shows } = chatOf(page);
  const example = (name: string) => chat.getByRole("button", { name });
  await example("hello").click();
  await shows("hello", "hello #1", "after 0");
  await page.user.button("Clear conversation").click();
  await example("bye").click();
  await shows("bye", "bye #2", "after 0");
  await page.user.button("Clear conversation").click();
  await example("hello").click();
  await shows("hello", "hello #1", "after 0");
  await expect(page.user.status.filter({ hasText: "from cache" })).toBeVisible();
  // What follows is called for, and so is what is typed or asked again, even if it says the same.
  await say("more");
  await shows("hello", "hello #1", "after 0", "more", "more #3", "after 3");
  await page.user.button("Clear conversation").click();
  await say("hello");
  await shows("hello", "hello #4", "after 0");
  await chat.getByRole("button", { name: "Retry" }).click();
  await shows("hello", "hello #5", "after 0");

  await page.page.reload();
  await expect(page.user.submit).toBeEnabled();
  await example("bye").click();
  await shows("bye", "bye #2", "after 0");
});
