// What the examples of the groups "Events" and "Made anew" must show: as their originals in Gradio do.

import { expect, test } from "../fixtures/test.ts";

test("one after the other: by success, by failure, always", async ({ example }) => {
  const { user, page } = await example("chained-events");
  await user.button("Trigger Success").click();
  await user.shows("Result", "first: done");
  await user.shows("Consecutive Event", "Success event triggered");
  await user.shows("Always", "after success");

  await user.button("Trigger Failure").click();
  await expect(page.getByText("This should fail!").first()).toBeVisible();
  await user.shows("Consecutive Event", "Failure event triggered");
  await user.shows("Always", "after failure");
  await user.shows("Result", "first: done");

  await user.button("Trigger Consecutive Success").click();
  await user.shows("Consecutive Event", "Consecutive event triggered");
  await user.shows("Always", "first: done");

  await user.button("Trigger Error").click();
  await expect(user.alert.first()).toContainText("Something went wrong");
});

test("cancelling ends a generator, and a function that gives its thread no rest", async ({ example }) => {
  const tab = await example("cancel-events");
  const { user } = tab;
  await user.field("Number Steps").fill("50");
  await user.button("Start Iterating").click();
  await user.shows("Iterative Output", /^[1-9]\d?$/);
  await user.button("Stop Iterating").click();
  await tab.ready();
  const stopped = await user.text("Iterative Output");

  await user.button("Run Expensive Calculation").click();
  await expect(tab.app).toHaveAttribute("aria-busy", "true");
  await user.field("Cancel on change").fill("x");
  await tab.ready();
  await user.shows("Expensive Calculation", "");
  await user.shows("Iterative Output", stopped);

  await user.button("Start Iterating").click();
  await expect(tab.app).toHaveAttribute("aria-busy", "true");
  await user.field("Cancel on submit").fill("enough");
  await user.field("Cancel on submit").press("Enter");
  await user.shows("Echo", "enough");
  await tab.ready();
  // It counts from the start again, so it was really stopped before.
  await user.field("Number Steps").fill("2");
  await user.button("Start Iterating").click();
  await user.shows("Iterative Output", "2");
});

test("to-do list: tasks are added, done and deleted, and both headings count", async ({ example }) => {
  const { user, app } = await example("todo-list");
  const counts = async (incomplete: number, complete: number) => {
    await expect(app.getByRole("heading", { name: `Incomplete Tasks (${incomplete})`, exact: true })).toBeVisible();
    await expect(app.getByRole("heading", { name: `Complete Tasks (${complete})`, exact: true })).toBeVisible();
  };
  await counts(0, 0);
  for (const [i, name] of ["wash", "cook", "rest"].entries()) {
    await user.field("Task Name").fill(name);
    await user.field("Task Name").press("Enter");
    await counts(i + 1, 0);
    await user.shows("Task Name", "");
  }
  await app.getByRole("button", { name: "Done" }).nth(1).click();
  await counts(2, 1);
  await app.getByRole("button", { name: "Delete" }).first().click();
  await counts(1, 1);
  await expect(user.field("Task").nth(0)).toHaveValue("rest");
  await expect(user.field("Task").nth(1)).toHaveValue("cook");
});

test("boxes to merge: what was typed stays when one more is added", async ({ example }) => {
  const { user } = await example("render-merge");
  await user.field("Box 0").fill("hello");
  await user.button("Add Box").click();
  await user.field("Box 1").fill("there");
  await user.button("Add Box").click();
  await user.field("Box 2").fill("friend");
  await user.shows("Box 0", "hello");
  await user.button("Merge").click();
  await user.shows("Output", "hello there friend");
  await user.button("Count").click();
  await user.shows("Box 2", "2");
  await user.button("Merge").click();
  await user.shows("Output", "0 1 2");
  await user.button("Clear").click();
  await user.shows("Box 1", "");
});
