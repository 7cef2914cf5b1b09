// gr.Chatbot: messages, thoughts, answers and buttons; a long history and a fast stream. What its buttons tell is read from
// the gallery, where everything is listened to.

import { watchFrames } from "../fixtures/responsiveness.ts";
import { expect, test } from "../fixtures/test.ts";

const shown = (messages: string, options = "") => `import * as gr from "interstate";
export default gr.Interface({ fn: () => (${messages}) as never, inputs: [], outputs: gr.Chatbot({ label: "Chat"${options} }) });
`;

test("messages show by who says them, in Markdown, with their files", async ({ open }) => {
  const { user } = await open(
    shown(`[
      { role: "user", content: "Hi **you**" },
      gr.ChatMessage({ content: ["Here:", new File(["a,b"], "table.csv"), gr.Label({ cat: 0.9 })] }),
      { role: "system", content: "secret" },
    ]`),
  );
  await user.generate.click();
  const chat = user.field("Chat");
  await expect(chat.getByRole("article", { name: "User message" }).locator("strong")).toHaveText("you");
  const answer = chat.getByRole("article", { name: "Assistant message" });
  await expect(answer.getByRole("link", { name: "table.csv" })).toHaveAttribute("download", "table.csv");
  await expect(answer.getByText("90%")).toBeVisible();
  await expect(chat.getByText("secret")).toHaveCount(0);
});

test("thoughts open and close, by keyboard too, and hold those that belong to them", async ({ open }) => {
  const { user } = await open(
    shown(`[
      { role: "assistant", content: "Outer text", metadata: { title: "Outer", id: 1, status: "done", duration: 0.5 } },
      { role: "assistant", content: "Inner text", metadata: { title: "Inner", parentId: 1 } },
      { role: "assistant", content: "The answer" },
    ]`),
  );
  await user.generate.click();
  const outer = user.field("Chat").getByRole("button", { name: "Outer 0.5 s" });
  await expect(user.field("Chat").getByText("Inner text")).toHaveCount(0);
  await outer.press("Enter");
  await expect(user.field("Chat").getByText("Outer text")).toBeVisible();
  await expect(user.field("Chat").getByText("Inner text")).toBeVisible();
  await outer.press("Enter");
  await expect(outer).toHaveAttribute("aria-expanded", "false");
});

test("the title of a thought is Markdown, and its button is called by what that reads", async ({ open }) => {
  const { user } = await open(
    shown(`[{ role: "assistant", content: "12 °C", metadata: { title: "Asked **Weather** for *Rome*" } }]`),
  );
  await user.generate.click();
  const title = user.field("Chat").getByRole("button", { name: "Asked Weather for Rome", exact: true });
  await expect(title.locator("strong")).toHaveText("Weather");
  await expect(title.locator("em")).toHaveText("Rome");
});

test("Clear empties it, and the placeholder stands again", async ({ open }) => {
  const { user } = await open(shown(`[{ role: "user", content: "Hi" }]`, `, placeholder: "Nobody spoke"`));
  await expect(user.field("Chat")).toHaveText("Nobody spoke");
  await user.generate.click();
  await expect(user.field("Chat")).toContainText("Hi");
  await user.button("Clear conversation").click();
  await expect(user.field("Chat")).toHaveText("Nobody spoke");
});

test("of a long history the newest stand there; the reader goes up, and is left there", async ({ open }) => {
  const { user } = await open(
    shown(
      `Array.from({ length: 20_000 }, (_, i) => ({ role: i % 2 ? "assistant" : "user", content: "Message " + i }))`,
    ),
  );
  await user.generate.click();
  const chat = user.field("Chat");
  await expect(chat.getByText("Message 19999")).toBeInViewport();
  await expect.poll(() => chat.getByRole("article").count()).toBeLessThan(100);
  await chat.getByRole("button", { name: "Show earlier messages (19,940)" }).click();
  await expect(chat.getByText("Message 19890", { exact: true })).toBeAttached();
  await chat.evaluate((element) => element.scrollTo({ top: 0 }));
  await user.button("To the newest").click();
  await expect(chat.getByText("Message 19999")).toBeInViewport();
});

test("a fast stream stays smooth, loses nothing, and does not pull a reader away", async ({ open }) => {
  const { user, page } = await open(`import * as gr from "interstate";

function* talk() {
  let text = "";
  for (let i = 1; i <= 5000; i++) {
    text += i % 50 === 0 ? \`\${i}.\\n\\n\` : "word ";
    yield [{ role: "user" as const, content: "Go" }, { role: "assistant" as const, content: text }];
  }
}

export default gr.Interface({ fn: talk, inputs: [], outputs: gr.Chatbot({ label: "Chat" }) });
`);
  const frames = await watchFrames(page);
  await user.generate.click();
  await expect(user.field("Chat")).toContainText("5000.");
  await expect(user.field("Chat").getByText("5000.")).toBeInViewport();
  await frames.stayedResponsive();
  await user.field("Chat").evaluate((element) => element.scrollTo({ top: 0 }));
  await user.generate.click();
  await expect(user.button("To the newest")).toBeVisible();
});

test("the buttons tell what was pressed", async ({ visit }) => {
  const { page } = await visit("?gallery=chatbot");
  const cell = page.getByRole("figure", { name: "output, filled", exact: true });
  const heard = cell.locator("figcaption output");
  const answer = cell.getByRole("article", { name: "Assistant message" });
  await answer.getByRole("button", { name: "Like", exact: true }).click();
  await expect(heard).toContainText('like {"index":2,');
  await expect(answer.getByRole("button", { name: "Like", exact: true })).toHaveAttribute("aria-pressed", "true");
  await answer.getByRole("button", { name: "Retry" }).click();
  await expect(heard).toContainText('retry {"index":0,"value":"What is the weather in London?"');
  await answer.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(heard).toContainText('undo {"index":0,"value":"What is the weather in London?"');

  const said = cell.getByRole("article", { name: "User message" });
  await said.hover();
  await said.getByRole("button", { name: "Edit" }).click();
  await said.getByRole("textbox", { name: "Edit message" }).fill("And in Paris?");
  await page.keyboard.press("Enter");
  await expect(heard).toContainText('edit {"index":0,"value":"And in Paris?"');

  const choice = page.getByRole("figure", { name: "answers to choose from" });
  await choice.getByRole("button", { name: "Yes, buy" }).click();
  await expect(choice.locator("figcaption output")).toContainText('optionSelect {"index":[1,0],"value":"yes"');

  const empty = page.getByRole("figure", { name: "input, empty" });
  await empty.getByRole("button", { name: "What can you do?" }).click();
  await expect(empty.locator("figcaption output")).toContainText(
    'exampleSelect {"index":1,"value":{"text":"What can you do?"',
  );
});

test("messages of a wrong shape say what is wrong", async ({ open }) => {
  const { user } = await open(shown(`[{ role: "user", content: "Hi" }, ["Hi", "Hello"]]`));
  await user.generate.click();
  await expect(user.alert).toContainText(
    'The output ("Chat") is a Chatbot, which shows a list of messages, but message 1 is a list; since Gradio 6 a message is an object',
  );
});
