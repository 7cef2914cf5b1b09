// Components whose value is a function: what one tab changes, every tab shows, without a press.

import { expect, test } from "../fixtures/test.ts";

test("a leaderboard follows the scores of every tab", async ({ visit }) => {
  const mine = await visit("#example=leaderboard&view=app");
  const other = await visit("#example=leaderboard&view=app");
  await mine.ready();
  await other.ready();
  await mine.user.showsJson("Top five", []);
  await mine.user.field("Name").fill("Ada");
  await mine.user.field("Score").fill("5");
  await mine.user.button("Enter").click();
  await mine.user.shows("Place", "Ada is number 1 of 1");
  await other.user.showsJson("Top five", [{ name: "Ada", score: 5 }]);

  await other.user.field("Name").fill("Grace");
  await other.user.field("Score").fill("7");
  await other.user.field("Score").press("Enter");
  await other.user.shows("Place", "Grace is number 1 of 2");
  await mine.user.showsJson("Top five", [
    { name: "Grace", score: 7 },
    { name: "Ada", score: 5 },
  ]);
});

test("a poll counts the votes of every tab, and says what is missing", async ({ visit }) => {
  const mine = await visit("#example=poll&view=app");
  const other = await visit("#example=poll&view=app");
  await mine.ready();
  await other.ready();
  await mine.user.button("Vote").click();
  await expect(mine.user.alert).toHaveText("Choose one of these.");
  await mine.user.shows("Total", "0 votes");

  await mine.user.region.getByRole("radio", { name: "Tea" }).check();
  await mine.user.button("Vote").click();
  await mine.user.shows("Answer", "You voted for Tea.");
  await other.user.showsJson("Votes", { Tea: 1, Coffee: 0, Water: 0 });
  await other.user.shows("Total", "1 vote");
});
