// What a chat function may return: several messages, components, thoughts, options, values for other components; and what
// may be told of its answers.

import { held, letGo } from "../fixtures/held.ts";
import { expect, test } from "../fixtures/test.ts";
import { chatOf } from "./chat-page.ts";

const chat = (fn: string, options = "") => `import * as gr from "interstate";
${held}
export default gr.ChatInterface({ fn: ${fn}${options} });
`;

test("several messages, with components and pictures among them", async ({ open }) => {
  const page = await open(
    chat(`(message: string) => [
      "First **one**",
      gr.Label({ cat: 0.9 }),
      { role: "assistant", content: ["A file:", new File(["a,b"], "table.csv")] },
      gr.ChatMessage({ content: gr.Image('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>') }),
    ]`),
  );
  const { messages, say } = chatOf(page);
  await say("Show me");
  const answer = messages.last();
  await expect(answer.locator(".message")).toHaveCount(4);
  await expect(answer.locator("strong")).toHaveText("one");
  await expect(answer.getByText("90%")).toBeVisible();
  await expect(answer.getByRole("link", { name: "table.csv" })).toBeVisible();
  await expect(answer.locator("img")).toBeVisible();
});

test("thoughts go on and end, one within another, with what they took", async ({ open }) => {
  const page = await open(
    chat(`async function* () {
      const outer = { role: "assistant" as const, content: "Looking", metadata: { title: "Search", id: 1, status: "pending" as "pending" | "done", duration: null as number | null } };
      const inner = { role: "assistant" as const, content: "Page 1", metadata: { title: "Read", parentId: 1, log: "of 2" } };
      yield [outer, inner];
      await held();
      // A function may go on changing its own messages.
      outer.metadata.status = "done";
      outer.metadata.duration = 1.5;
      yield [outer, inner, "Found it"];
    }`),
  );
  const { messages, say } = chatOf(page);
  await say("Find it");
  const answer = messages.last();
  await expect(answer.getByRole("button", { name: "Read of 2" })).toBeVisible();
  await letGo(page.page);
  await expect(answer.getByText("Found it")).toBeVisible();
  const search = answer.getByRole("button", { name: "Search 1.5 s" });
  await expect(search).toHaveAttribute("aria-expanded", "false");
  await search.click();
  await expect(answer.getByText("Page 1")).toBeVisible();
});

test("an option is sent when it is chosen, and the next answer follows it", async ({ open }) => {
  const page = await open(
    chat(`(message: string, history: gr.HistoryMessage[]) =>
      history.length === 0
        ? { role: "assistant" as const, content: "Tea?", options: [{ value: "yes", label: "Yes, please" }, { value: "no" }] }
        : "You said " + message`),
  );
  const { chat: log, say, shows } = chatOf(page);
  await say("Hi");
  await log.getByRole("button", { name: "Yes, please" }).click();
  await shows("Hi", "Tea?", "yes", "You said yes");
  await expect(log.getByRole("button", { name: "Yes, please" })).toHaveCount(0);
});

test("values for other components come with the answer", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const code = gr.Code({ label: "Artifact", language: "python" });
  gr.ChatInterface({ fn: (message: string) => ["Here", \`print("\${message}")\`], additionalOutputs: code });
});`);
  const { say, shows } = chatOf(page);
  await say("hello");
  await shows("hello", "Here");
  await expect(page.user.region.getByText('print("hello")')).toBeVisible();
});

test("the chat is changed from outside, and the function goes on from there", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const chat = gr.ChatInterface({ fn: (message: string, history: gr.HistoryMessage[]) => history.length + ": " + message });
  gr.Button("Prefill").click({
    fn: () => [{ role: "user", content: "Before" }, { role: "assistant", content: "Yes" }],
    outputs: chat.chatbotValue,
  });
  const seen = gr.Number({ label: "Messages" });
  chat.chatbotValue.change({ fn: (messages) => messages.length, inputs: chat.chatbotValue, outputs: seen });
});`);
  const { say, shows } = chatOf(page);
  await say("One");
  await shows("One", "0: One");
  await page.user.shows("Messages", "2");
  await page.user.button("Prefill").click();
  await shows("Before", "Yes");
  await say("Two");
  await shows("Before", "Yes", "Two", "2: Two");
  await page.user.shows("Messages", "4");
  await page.user.button("Prefill").click();
  await shows("Before", "Yes");
});

test("what is said of an answer is kept in this browser, with the conversation", async ({ open }) => {
  const page = await open(
    chat("(message: string) => `Yes, ${message}`", `, flaggingMode: "manual", flaggingOptions: ["Like", "Spam"]`),
  );
  const { messages, say, shows } = chatOf(page);
  await say("Hi");
  await shows("Hi", "Yes, Hi");
  const spam = messages.last().getByRole("button", { name: "Spam" });
  await spam.click();
  await expect(spam).toHaveAttribute("aria-pressed", "true");
  await page.app.getByRole("button", { name: "1 flagged" }).click();
  const log = page.page.getByRole("dialog", { name: "Flagged calls" });
  await expect(log).toContainText("Spam");
  await expect(log).toContainText("Yes, Hi");
});

test("a like listener is told which answer, and how", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const chatbot = gr.Chatbot({ label: "Chatbot" });
  const heard = gr.Textbox({ label: "Heard" });
  chatbot.like({ fn: (like = gr.LikeData()) => \`\${like.index} \${like.value} \${JSON.stringify(like.liked)}\`, outputs: heard });
  gr.ChatInterface({ fn: (message: string) => "Yes, " + message, chatbot });
});`);
  const { messages, say, shows } = chatOf(page);
  await say("Hi");
  await shows("Hi", "Yes, Hi");
  await messages.last().getByRole("button", { name: "Dislike" }).click();
  await page.user.shows("Heard", "1 Yes, Hi false");
  await messages.last().getByRole("button", { name: "Dislike" }).click();
  await page.user.shows("Heard", '1 Yes, Hi ""');
});

test("examples have labels and pictures; with runExamplesOnClick: false they fill the fields", async ({ open }) => {
  const icon = `'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="8"/></svg>'`;
  const page = await open(
    chat(
      "(message: string, _history: gr.HistoryMessage[], tone: string) => message + tone",
      `, additionalInputs: gr.Textbox({ label: "Tone" }),
       examples: [["Hello", "!"], ["Bye", "?"]], exampleLabels: ["Greet", "Part"], exampleIcons: [${icon}, null], runExamplesOnClick: false`,
    ),
  );
  const { chat: log, shows } = chatOf(page);
  await expect(log.getByRole("button", { name: "Greet" }).locator("img")).toBeVisible();
  await log.getByRole("button", { name: "Part" }).click();
  await page.user.shows("Message", "Bye");
  await page.user.submit.click();
  await shows("Bye", "Bye?");
});

test("a validator speaks at the field, and nothing is sent", async ({ open }) => {
  const page = await open(
    chat(
      "(message: string) => message",
      `, validator: (message: string) => gr.validate(message.length > 2, "Say more.")`,
    ),
  );
  const { say, shows } = chatOf(page);
  await say("Hi");
  await expect(page.user.alert).toHaveText("Say more.");
  await shows();
  await say("Hello");
  await shows("Hello", "Hello");
});
