// gr.Blocks: components nest where they are made, and listeners call what they say.

import { expect, test } from "../fixtures/test.ts";
import { blocks } from "./programs.ts";

test("blocks_simple_squares: two State, each user with their own", async ({ open }) => {
  const { user } = await open(blocks.squares);
  await user.button("Next Square").click();
  await user.shows("Current Square", "1");
  await user.button("Next Square").click();
  await user.button("Next Square").click();
  await user.shows("Current Square", "9");
  await user.showsJson("History", { a: "a", 1: 1, 2: 4, 3: 9 });
  const { user: other } = await open(blocks.squares);
  await other.button("Next Square").click();
  await other.showsJson("History", { a: "a", 1: 1 });
});

test("simple_state: a State's change listener follows what is in it", async ({ open }) => {
  const { user } = await open(blocks.simpleState);
  await user.field("Item").fill("milk");
  await user.button("Add").click();
  await user.shows("Cart size", "1");
  await user.field("Item").fill("bread");
  await user.button("Add").click();
  await user.shows("Cart size", "2");
  await user.shows("Cart", "milk, bread");
  await user.button("Nothing new").click();
  await user.shows("Changes", "2");
});

test("visitor_count: demo.load counts every tab and every refresh", async ({ open }) => {
  const { user, page } = await open(blocks.visitorCount);
  await user.shows("Visitors", "1");
  await page.reload();
  await user.shows("Visitors", "2");
  const { user: other } = await open(blocks.visitorCount);
  await other.shows("Visitors", "3");
});

test("blocks_chained_events: success and failure come first, then always follows", async ({ open }) => {
  const { user } = await open(blocks.chained);
  await user.field("Input").fill("good");
  await user.button("Go").click();
  await user.shows("Log", "success, then");
  await user.field("Input").fill("bad");
  await user.button("Go").click();
  await user.shows("Log", "failure, then");
  await expect(user.alert.first()).toContainText("bad input");
});

test("a listener for several events, with a record of inputs and a record of outputs", async ({ open }) => {
  const { user } = await open(blocks.records);
  await user.field("First").fill("Ada");
  await user.field("Last").fill("Lovelace");
  await user.button("Greet").click();
  await user.shows("Greeting", "Hello Ada Lovelace");
  await user.shows("Length", "");
  await user.field("Last").press("Enter");
  await user.shows("Greeting", "Hello Ada Lovelace");
});

test("tabs show one of their parts, and tell of the choice", async ({ open }) => {
  const { user, app } = await open(blocks.tabs);
  await expect(user.field("In B")).toHaveCount(0);
  await app.getByRole("tab", { name: "B" }).click();
  await expect(user.field("In B")).toBeVisible();
  await user.shows("Chosen", "B at 1");
  await app.getByRole("tab", { name: "B" }).press("ArrowLeft");
  await expect(app.getByRole("tab", { name: "A" })).toBeFocused();
  await user.shows("Chosen", "A at 0");
  await user.button("Go to B").click();
  await expect(user.field("In B")).toBeVisible();
});

test("an accordion opens, keeps what is in it, and a function can close it", async ({ open }) => {
  const { user, app } = await open(blocks.accordion);
  const head = app.getByRole("button", { name: "Details" });
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await head.click();
  await user.field("Inside").fill("kept");
  await user.shows("Seen", "opened");
  await user.button("Close it").click();
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await head.press("Enter");
  await user.shows("Inside", "kept");
});
