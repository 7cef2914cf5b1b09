// What the examples of the groups "Functions" and "Components" must show, those of tables, pictures and files aside: as their
// originals in Gradio do.

import { expect, test } from "../fixtures/test.ts";

test("hello world: a name is greeted, by Submit and by Enter", async ({ example }) => {
  const { user } = await example("hello-world");
  await user.send({ name: "Ada" });
  await user.shows("output", "Hello Ada!");
  await user.field("name").fill("Grace");
  await user.field("name").press("Enter");
  await user.shows("output", "Hello Grace!");
});

test("greeting: a number and a check box take part", async ({ example }) => {
  const { user } = await example("greeting");
  await user.field("loudly").check();
  await user.send({ Name: "Ada", Times: "2" });
  await user.shows("Greeting", "HELLO ADA!\nHELLO ADA!");
});

test("calculator: an example fills the inputs, zero is an error, and a result can be flagged", async ({ example }) => {
  const { user, app } = await example("calculator");
  await expect(app.getByRole("heading", { name: "Toy calculator" })).toBeVisible();
  await app.getByRole("row", { name: /-4.*multiply.*2\.5/ }).click();
  await user.shows("num1", "-4");
  await expect(user.field("multiply")).toBeChecked();
  await user.submit.click();
  await user.shows("Result", "-10");
  await user.button("Flag as right").click();
  await expect(app.getByText("1 flagged")).toBeVisible();

  await user.field("divide").check();
  await user.send({ num1: "1", num2: "0" });
  await expect(user.alert.first()).toContainText("Cannot divide by zero!");
  await user.shows("Result", "-10");
});

test("calculator, live: it runs by itself when something was changed", async ({ example }) => {
  const { user } = await example("calculator-live");
  await expect(user.submit).toHaveCount(0);
  await user.field("num1").fill("6");
  await user.field("num2").fill("3");
  await user.shows("Result", "9");
  await user.field("divide").check();
  await user.shows("Result", "2");
  await user.field("num2").fill("0");
  await user.shows("Result", "");
});

test("sentence builder: six kinds of inputs make a sentence", async ({ example }) => {
  const { user, app } = await example("sentence-builder");
  await app.getByRole("row", { name: /bird.*USA/ }).click();
  await user.shows("Count", "10");
  await user.submit.click();
  await user.shows("Sentence", "The 10 birds from USA and Pakistan went to the road where they ran until the night");
  await user.field("Japan").check();
  await user.field("zoo").check();
  await user.field("Morning").check();
  await user.submit.click();
  await user.shows(
    "Sentence",
    "The 10 birds from USA and Japan and Pakistan went to the zoo where they ran until the morning",
  );
});

test("letter counter: a plain function is an app, its comment the description", async ({ example }) => {
  const { user, app } = await example("letter-counter");
  await expect(app.getByText("Enter text and a letter to count how many times")).toBeVisible();
  await expect(app.getByText("The letter to search for.")).toBeVisible();
  await user.send({ word: "Strawberry", letter: "R" });
  await user.shows("output", "3");
});

test("diff texts: what came and what went is marked, the rest is not", async ({ example }) => {
  const { user } = await example("diff-texts");
  await user.send({ "Text 1": "The cat sat", "Text 2": "The hat sat!" });
  const diff = user.field("Diff");
  await expect(diff).toContainText("The chat sat!");
  await expect(diff.locator("mark")).toHaveText([/^c/, /^h/, /^!/]);
});
