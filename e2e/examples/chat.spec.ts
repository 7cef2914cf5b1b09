// What the examples of the group "Chat" must show: as their originals in Gradio do.

import { chatOf } from "../chat/chat-page.ts";
import { expect, test } from "../fixtures/test.ts";

test("random response: yes or no, again on Retry, taken back on Undo", async ({ example }) => {
  const tab = await example("random-response");
  const { chat, messages } = chatOf(tab);
  const texts = messages.locator(".message");
  await chat.getByRole("button", { name: "Will it rain?" }).click();
  await expect(texts).toHaveText(["Will it rain?", /^(Yes|No)$/]);
  await chat.getByRole("button", { name: "Retry" }).click();
  await expect(texts).toHaveText(["Will it rain?", /^(Yes|No)$/]);
  await tab.ready();
  await chat.getByRole("button", { name: "Undo" }).click();
  await expect(texts).toHaveCount(0);
  await tab.user.shows("Message", "Will it rain?");
});

test("streaming echo: the answer grows to the whole message", async ({ example }) => {
  const { messages, say } = chatOf(await example("streaming-echo"));
  const texts = messages.locator(".message");
  await say("Sentences take their time");
  await expect(texts.last()).toHaveText(/^You typed: S[a-z ]{2,20}$/);
  await expect(texts).toHaveText(["Sentences take their time", "You typed: Sentences take their time"]);
});

test("system prompt: the function takes the additional inputs, and no more tokens than allowed", async ({
  example,
}) => {
  const tab = await example("system-prompt");
  const { messages, say } = chatOf(tab);
  const texts = messages.locator(".message");
  await expect(tab.user.field("System Prompt")).toBeHidden();
  await tab.app.getByRole("button", { name: "Additional Inputs" }).click();
  await tab.user.field("System Prompt").fill("Be kind.");
  await say("Hi");
  await expect(texts.last()).toHaveText("System prompt: Be kind. Message: Hi.", { useInnerText: true });
  await tab.user.field("Tokens").fill("10");
  await say("Hi");
  await expect(texts.last()).toHaveText("System pro");
});

test("answers to choose from: an option is sent as the next message", async ({ example }) => {
  const { chat, messages } = chatOf(await example("options"));
  const texts = messages.locator(".message");
  await chat.getByRole("button", { name: "Write an example TypeScript arrow function." }).click();
  await expect(texts.last()).toContainText(/\(x: number\) => x \+ \d+;/);
  await chat.getByRole("button", { name: "No", exact: true }).click();
  await expect(texts).toHaveCount(4);
  await expect(texts.last()).toContainText("Is this correct?");
  await chat.getByRole("button", { name: "Yes", exact: true }).last().click();
  await expect(texts.nth(4)).toHaveText("Yes, that's correct.");
  await expect(texts.last()).toHaveText("Great!");
});

test("a chat that has begun: another component writes its history, and the function finds it there", async ({
  example,
}) => {
  const tab = await example("prefill");
  const { messages, say } = chatOf(tab);
  const texts = messages.locator(".message");
  await tab.user.field("Greeting").check();
  await expect(texts).toHaveText(["Hi there!", "Hello! How can I assist you today?"]);
  await say("More");
  await expect(texts.last()).toHaveText("Let us go on. You have said 1 things before.");
  await tab.user.field("Complaint").check();
  await expect(texts.first()).toHaveText("I'm not happy with the service.");
  await expect(texts).toHaveCount(2);
  await tab.user.field("Blank").check();
  await expect(texts).toHaveCount(0);
  await say("Hello");
  await expect(texts.last()).toHaveText("Let us begin.");
});

test("kept conversations: listed after a reload, opened again, and edited", async ({ example }) => {
  const tab = await example("save-history");
  const { chat, messages, say } = chatOf(tab);
  const texts = messages.locator(".message");
  await say("Remember me");
  await expect(texts.last()).toHaveText('You wrote: "Remember me", after 0 others.');
  await expect(tab.user.button("Remember me")).toBeVisible();
  await tab.refresh();
  await expect(texts).toHaveCount(0);
  await tab.user.button("Remember me").click();
  await expect(texts).toHaveCount(2);
  await chat.getByRole("button", { name: "Edit" }).click();
  await chat.getByRole("textbox").fill("Changed");
  await chat.getByRole("textbox").press("Enter");
  await expect(texts).toHaveText(["Changed", 'You wrote: "Changed", after 0 others.']);
  await tab.user.button("New chat").click();
  await expect(texts).toHaveCount(0);
});
