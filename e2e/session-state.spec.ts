// gr.State: one user's own, in a tab or side by side with others in one tab, until that page is refreshed.

import { expect, test } from "./fixtures/test.ts";
import { messageHistory, yoursAndEveryones } from "./programs.ts";

const history = (message: string, previous: readonly string[]) => ({
  "Current messages": message,
  "Previous messages": previous,
});

test("message history is apart in two tabs", async ({ open }) => {
  const [first, second] = [await open(messageHistory), await open(messageHistory)];
  await first.user.send({ message: "first" });
  await first.user.showsJson("output 0", history("first", []));
  await second.user.send({ message: "second" });
  await second.user.showsJson("output 0", history("second", []));
  await first.user.send({ message: "again" });
  await first.user.showsJson("output 0", history("again", ["first"]));
});

test("message history is apart for two users of one tab", async ({ open }) => {
  const tab = await open(messageHistory);
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.send({ message: "first" });
  await first.showsJson("output 0", history("first", []));
  await second.send({ message: "second" });
  await second.showsJson("output 0", history("second", []));
  await first.send({ message: "again" });
  await first.showsJson("output 0", history("again", ["first"]));
});

test("message history is gone after a refresh of the page", async ({ open }) => {
  const tab = await open(messageHistory);
  await tab.user.send({ message: "before" });
  await tab.user.showsJson("output 0", history("before", []));
  await tab.refresh();
  await tab.user.send({ message: "after" });
  await tab.user.showsJson("output 0", history("after", []));
});

test("refreshing one user starts that session anew and leaves the other's, and what all share, alone", async ({
  open,
}) => {
  const tab = await open(yoursAndEveryones);
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.submit.click();
  await first.shows("Count", "You 1 · Everyone 1");
  await second.submit.click();
  await second.shows("Count", "You 1 · Everyone 2");

  await first.refresh.click();
  await first.shows("Count", "");
  await first.submit.click();
  await first.shows("Count", "You 1 · Everyone 3");
  await second.submit.click();
  await second.shows("Count", "You 2 · Everyone 4");
});

test("closing a user leaves the others as they are", async ({ open }) => {
  const tab = await open(yoursAndEveryones);
  await tab.toolbar("Add user").click();
  await tab.userNumber(1).submit.click();
  await tab.userNumber(1).shows("Count", "You 1 · Everyone 1");
  await tab.userNumber(2).close.click();
  await expect(tab.userNumber(2).region).toBeHidden();
  await tab.user.submit.click();
  await tab.user.shows("Count", "You 2 · Everyone 2");
});

test("a user's State shows in the panel under that user", async ({ open }) => {
  const tab = await open(yoursAndEveryones, { view: "split" });
  await tab.toolbar("Add user").click();
  await tab.userNumber(2).submit.click();
  await tab.userNumber(2).shows("Count", "You 1 · Everyone 1");
  await tab.state.shows("Session state", "User 2", "1");
  await tab.state.shows("Session state", "User 1", "0");
  await tab.state.shows("Global state", "everyone", "1");
});

test("each session gets its own copy of a State's initial value", async ({ open }) => {
  const source = messageHistory.replace("gr.State([])", 'gr.State(["hello"])');
  const tab = await open(source);
  await tab.toolbar("Add user").click();
  await tab.userNumber(1).send({ message: "one" });
  await tab.userNumber(1).showsJson("output 0", history("one", ["hello"]));
  await tab.userNumber(2).send({ message: "two" });
  await tab.userNumber(2).showsJson("output 0", history("two", ["hello"]));
});

test("Clear gives State its initial value again, and empties inputs and outputs", async ({ open }) => {
  const { user } = await open(messageHistory);
  await user.send({ message: "one" });
  await user.showsJson("output 0", history("one", []));
  await user.clear.click();
  await user.shows("message", "");
  await user.shows("output 0", "");
  await user.send({ message: "two" });
  await user.showsJson("output 0", history("two", []));
});

test("a State that is changed in place and returned keeps its change", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";

function add(mine: { count: number }) {
  mine.count += 1;
  return [mine.count, mine];
}

export default gr.Interface({
  fn: add,
  inputs: gr.State({ count: 0 }),
  outputs: [gr.Number({ label: "Mine" }), gr.State()],
});
`);
  await user.submit.click();
  await user.shows("Mine", "1");
  await user.submit.click();
  await user.shows("Mine", "2");
});
