// Conversations that are kept: listed, opened, left while an answer is on its way, and still there after a restart.

import { test as base } from "@playwright/test";
import { Playground } from "../fixtures/playground.ts";
import { expect, linkTo, test } from "../fixtures/test.ts";
import { serve } from "../server.mjs";
import { Profile } from "../torture/profile.ts";
import { chatOf } from "./chat-page.ts";

const source = `import * as gr from "interstate";
export default gr.ChatInterface({
  fn: (message: string, history: gr.HistoryMessage[]) => \`\${history.length}: \${message}\`,
  saveHistory: true,
});
`;

test("conversations are listed, the newest first, and go on when they are opened", async ({ open }) => {
  const page = await open(source);
  const { say, shows } = chatOf(page);
  await say("First");
  await shows("First", "0: First");
  await expect(page.user.button("First")).toBeVisible();
  await page.user.button("New chat").click();
  await shows();
  await say("Second");
  await shows("Second", "0: Second");
  await expect(page.user.button("Second")).toBeVisible();
  await page.user.button("First").click();
  await shows("First", "0: First");
  await say("More");
  await shows("First", "0: First", "More", "2: More");
  await page.user.button("Second").click();
  await shows("Second", "0: Second");
  await page.user.button("First").click();
  await shows("First", "0: First", "More", "2: More");
  await page.user.button("Clear conversation").click();
  await expect(page.user.button("First")).toHaveCount(0);
  await expect(page.user.button("Second")).toBeVisible();
});

test("another tab lists them as they are made", async ({ open }) => {
  const mine = await open(source);
  const other = await open(source);
  await chatOf(mine).say("Hello");
  await other.user.button("Hello").click();
  await chatOf(other).shows("Hello", "0: Hello");
});

test("an answer that is on its way stays with its conversation when another is opened", async ({ open }) => {
  const page = await open(`import * as gr from "interstate";
export default gr.ChatInterface({
  async *fn(message: string) {
    if (message === "Quick") return yield "done";
    for (let i = 1; ; i++) {
      yield \`\${message} \${i}\`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  saveHistory: true,
});
`);
  const { messages, say, shows } = chatOf(page);
  await say("Quick");
  await shows("Quick", "done");
  await page.user.button("New chat").click();
  await say("Slow");
  await expect(messages.last()).toContainText(/Slow \d/);
  await page.user.button("Quick").click();
  await shows("Quick", "done");
  await expect(page.app).toHaveAttribute("aria-busy", "false");
  await shows("Quick", "done");
  await page.user.button("Slow").click();
  await expect(messages.last()).toContainText(/Slow \d/);
  await expect(messages.first()).toContainText("Slow");
});

base("conversations are kept over a restart of the browser", async () => {
  const site = await serve();
  const profile = new Profile(async () => undefined);
  const open = async () => {
    const tab = await profile.context.newPage();
    await tab.goto(site.url + linkTo(source));
    const page = new Playground(tab);
    await page.ready();
    return page;
  };
  try {
    await profile.launch();
    const before = await open();
    await chatOf(before).say("First");
    await chatOf(before).shows("First", "0: First");
    await expect(before.user.button("First")).toBeVisible();
    await profile.context.close();
    await profile.launch();
    const after = await open();
    await after.user.button("First").click();
    await chatOf(after).shows("First", "0: First");
    await chatOf(after).say("More");
    await chatOf(after).shows("First", "0: First", "More", "2: More");
  } finally {
    await profile.dispose();
    await site.close();
  }
});
