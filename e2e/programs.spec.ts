// The three programs that the documentation prints, character for character.

import { test } from "./fixtures/test.ts";
import { messageHistory, scoreTracker, yoursAndEveryones } from "./programs.ts";

test("the score tracker shows the three best scores of all tabs", async ({ open }) => {
  const first = await open(scoreTracker);
  await first.user.send({ Score: "3" });
  await first.user.showsJson("Top Scores", [3]);
  await first.user.send({ Score: "9" });
  await first.user.showsJson("Top Scores", [9, 3]);
  await first.user.send({ Score: "5" });
  await first.user.showsJson("Top Scores", [9, 5, 3]);

  const second = await open(scoreTracker);
  await second.user.send({ Score: "7" });
  await second.user.showsJson("Top Scores", [9, 7, 5]);
});

test("the message history shows what was sent before", async ({ open }) => {
  const { user } = await open(messageHistory);
  await user.send({ message: "one" });
  await user.showsJson("output 0", { "Current messages": "one", "Previous messages": [] });
  await user.send({ message: "two" });
  await user.showsJson("output 0", { "Current messages": "two", "Previous messages": ["one"] });
  await user.send({ message: "three" });
  await user.showsJson("output 0", { "Current messages": "three", "Previous messages": ["two", "one"] });
});

test("the first visit's program counts apart for each user and together for everyone", async ({ open }) => {
  const { user } = await open(yoursAndEveryones);
  await user.submit.click();
  await user.shows("Count", "You 1 · Everyone 1");

  const second = await open(yoursAndEveryones);
  await second.user.submit.click();
  await second.user.shows("Count", "You 1 · Everyone 2");
  await user.submit.click();
  await user.shows("Count", "You 2 · Everyone 3");
});
