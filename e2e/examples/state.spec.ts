// What the examples of the group "State" must show: as their originals in Gradio do.

import { expect, test } from "../fixtures/test.ts";

test("yours and everyone's: two users count apart and together", async ({ example }) => {
  const tab = await example("yours-and-everyones");
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  await one.submit.click();
  await one.shows("Count", "You 1 · Everyone 1");
  await two.submit.click();
  await two.shows("Count", "You 1 · Everyone 2");
  await one.submit.click();
  await one.shows("Count", "You 2 · Everyone 3");
});

test("score tracker: all tabs share one list", async ({ example }) => {
  const first = await example("score-tracker");
  for (const [score, top] of [
    ["3", [3]],
    ["9", [9, 3]],
    ["5", [9, 5, 3]],
  ] as const) {
    await first.user.send({ Score: score });
    await first.user.showsJson("Top Scores", top);
  }
  const second = await example("score-tracker");
  await second.user.send({ Score: "7" });
  await second.user.showsJson("Top Scores", [9, 7, 5]);
});

test("message history: each user's own, newest first, gone after a refresh", async ({ example }) => {
  const tab = await example("message-history");
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  const messages = (current: string, ...previous: readonly string[]) => ({
    "Current messages": current,
    "Previous messages": previous,
  });
  for (const [message, ...previous] of [["a"], ["b", "a"], ["c", "b", "a"]] as const) {
    await one.send({ message });
    await one.showsJson("output 0", messages(message, ...previous));
  }
  await two.send({ message: "mine" });
  await two.showsJson("output 0", messages("mine"));
  const { user: elsewhere } = await example("message-history").then((other) => ({ user: other.userNumber(1) }));
  await elsewhere.send({ message: "there" });
  await elsewhere.showsJson("output 0", messages("there"));
  await tab.refresh();
  await one.send({ message: "again" });
  await one.showsJson("output 0", messages("again"));
});

test("a text that grows: what was typed is added once, and State triggers nothing", async ({ example }) => {
  const { user } = await example("live-with-vars");
  await user.field("x").fill("a");
  await user.shows("output 0", "a");
  await user.field("x").fill("b");
  await user.shows("output 0", "ba");
  await user.field("x").fill("c");
  await user.shows("output 0", "cba");
});

test("a model, loaded once: calls share it, Run loads it again", async ({ example }) => {
  const tab = await example("slow-model", "split");
  const loads = () => tab.console.getByText("Loading the model …");
  await tab.user.send({ Text: "I love this great page" });
  await tab.user.shows("Mood", "positive");
  await tab.user.send({ Text: "an awful day" });
  await tab.user.shows("Mood", "negative");
  await tab.toolbar("Console").click();
  await expect(loads()).toHaveCount(1);
  await tab.toolbar("Run").click();
  await expect(loads()).toHaveCount(2);
  await tab.user.send({ Text: "good" });
  await tab.user.shows("Mood", "positive");
});
