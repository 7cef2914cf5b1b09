// What the examples of the group "Blocks" must show: as their originals in Gradio do.

import { cell, texts } from "../fixtures/table.ts";
import { expect, test } from "../fixtures/test.ts";

test("shopping cart: what is added counts, and an empty addition is no change", async ({ example }) => {
  const { user } = await example("simple-state");
  await user.field("Cereal").check();
  await user.field("Milk").check();
  await user.button("Add Items").click();
  await user.shows("Cart Size", "2");
  await user.field("Milk").uncheck();
  await user.button("Add Items").click();
  await user.shows("Cart Size", "3");
});

test("squares: two State, and a history that does not leak to another user", async ({ example }) => {
  const tab = await example("simple-squares");
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  for (const square of ["1", "4", "9"]) {
    await one.button("Next Square").click();
    await one.shows("Current Square", square);
  }
  await one.showsJson("History", { a: "a", 1: 1, 2: 4, 3: 9 });
  await two.button("Next Square").click();
  await two.shows("Current Square", "1");
  await two.showsJson("History", { a: "a", 1: 1 });
});

test("hangman: letters accumulate and uncover the word", async ({ example }) => {
  const { user } = await example("hangman");
  await user.shows("Hangman", "______");
  await user.field("Enter letter").fill("a");
  await user.button("Guess Letter").click();
  await user.shows("Hangman", "__a___");
  await user.shows("Enter letter", "");
  await user.field("Enter letter").fill("x");
  await user.field("Enter letter").press("Enter");
  await user.shows("Used Letters", "a, x");
  await user.shows("Hangman", "__a___");
  await user.field("Enter letter").fill("two");
  await user.button("Guess Letter").click();
  await expect(user.alert.first()).toContainText("One letter, please.");
  await user.shows("Used Letters", "a, x");
});

test("sine curve: the plot follows the slider", async ({ example }) => {
  const { user } = await example("sine-curve");
  const plot = user.field("Plot");
  await expect(plot).toHaveAccessibleDescription(/315 points/);
  await user.field("Period of plot").press("Home");
  await expect(plot).toHaveAccessibleDescription(/y from 0 to 0\./);
});

test("tic-tac-toe: players take turns, and a cell that is taken stays", async ({ example }) => {
  const { user } = await example("tic-tac-toe");
  const board = user.field("Board");
  const shows = (...rows: readonly (readonly string[])[]) =>
    expect.poll(async () => (await texts(board)).slice(1)).toEqual(rows);
  await user.shows("Turn", "X");
  await cell(board, 0, 0).click();
  await user.shows("Turn", "O");
  await cell(board, 1, 1).click();
  await user.shows("Turn", "X");
  await shows(["X", "", ""], ["", "O", ""], ["", "", ""]);
  await cell(board, 0, 0).click();
  await cell(board, 2, 0).click();
  await user.shows("Turn", "O");
  await shows(["X", "", ""], ["", "O", ""], ["X", "", ""]);
});

test("flashcards: three tabs share the card and the results", async ({ example }) => {
  const { user, app } = await example("flashcards");
  const backs: Readonly<Record<string, string>> = { Hund: "dog", Katze: "cat", Vogel: "bird" };
  await app.getByRole("tab", { name: "Practice" }).click();
  await user.button("Flip Card").click();
  await expect(user.alert.first()).toContainText("Take a card first.");
  await expect(user.field("Answer")).toBeHidden();
  await user.button("New Card").click();
  await user.shows("Prompt", /Hund|Katze|Vogel/);
  const front = await user.text("Prompt");
  await user.button("Flip Card").click();
  await user.shows("Answer", backs[front] ?? "");
  await user.button("Correct").click();
  await user.button("Correct").click();
  await user.button("Incorrect").click();
  await app.getByRole("tab", { name: "Results" }).click();
  await expect(app.getByRole("heading", { name: "Correct: 2", exact: true })).toBeVisible();
  await expect(app.getByRole("heading", { name: "Incorrect: 1" })).toBeVisible();
  await expect
    .poll(() => texts(user.field("Card Statistics")))
    .toEqual([
      ["Card", "Correct", "Incorrect"],
      [front, "2", "1"],
    ]);
});
