// What the examples of the group "State in Blocks" must show: as their originals in Gradio do.

import { expect, test } from "../fixtures/test.ts";

test("visitor count: every tab, user and refresh counts", async ({ example }) => {
  const first = await example("visitor-count");
  await first.user.shows("Total Visitors", "1");
  const second = await example("visitor-count");
  await second.user.shows("Total Visitors", "2");
  await second.refresh();
  await second.user.shows("Total Visitors", "3");
  await second.toolbar("Add user").click();
  await second.userNumber(2).shows("Total Visitors", "4");
  await first.user.shows("Total Visitors", "1");
});

test("kept in this browser: what was entered is there after a refresh, and in another tab", async ({ example }) => {
  const tab = await example("browser-state");
  await tab.user.field("Username").fill("ada");
  await expect(tab.app.getByText(/^✅ Saved to local storage at /)).toBeVisible();
  await tab.user.field("Password").fill("secret");
  await tab.toolbar("State").click();
  await tab.state.shows("Browser state", "stored", "secret");
  await tab.refresh();
  await tab.user.shows("Username", "ada");
  await tab.user.shows("Password", "secret");

  await tab.user.button("Generate Randomly").click();
  await tab.user.shows("Username", /^\w{10}$/);
  await tab.user.shows("Password", /^\w{10}$/);
  await tab.toolbar("State").click();
  const [username, password] = [await tab.user.text("Username"), await tab.user.text("Password")];
  await tab.state.shows("Browser state", "stored", password);
  const other = await example("browser-state");
  await other.user.shows("Username", username);
  await other.user.shows("Password", password);
});

test("objects that cannot be copied: one for each session, from load to unload", async ({ example }) => {
  const tab = await example("per-session-objects", "split");
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  await one.shows("Status", "Session initialized!");
  for (const count of ["1", "2"]) {
    await one.button("Increment Counter").click();
    await one.shows("Counter Value", count);
  }
  await two.button("Increment Counter").click();
  await two.shows("Counter Value", "1");

  await one.refresh.click();
  await one.shows("Status", "Session initialized!");
  await one.button("Increment Counter").click();
  await one.shows("Counter Value", "1");
  await tab.toolbar("Console").click();
  await expect(tab.console).toContainText("Session closed.");
});

test("cleaning up: pictures expire, and a session's folder goes with it", async ({ example }) => {
  const tab = await example("state-cleanup", "split");
  const [one, two] = [tab.userNumber(1), tab.userNumber(2)];
  const pictures = (user: typeof one) => user.field("Previous Generations").getByRole("img");
  await expect(pictures(one)).toHaveCount(1);
  await expect(pictures(two)).toHaveCount(1);
  await one.button("Generate").click();
  await expect(pictures(one)).toHaveCount(2);
  await expect(pictures(two)).toHaveCount(1);
  const folders = async (user: typeof one) =>
    (await user.json<readonly (readonly string[])[]>("Folders")).map(({ length }) => length).sort();
  await expect.poll(() => folders(two)).toEqual([1, 2]);

  // Refreshed, it is another session, with a folder of its own.
  await one.refresh.click();
  await expect(pictures(one)).toHaveCount(1);
  await expect.poll(() => folders(two)).toEqual([1, 1]);
  await tab.toolbar("Console").click();
  await expect(tab.console).toContainText("STATE DELETED, with 2 pictures");
  // Nobody does anything any more.
  await expect(tab.console.getByText("STATE DELETED, with 1 pictures")).toHaveCount(2);
  await one.button("Generate").click();
  await expect(pictures(one)).toHaveCount(1);
});

test.describe("when State has changed", () => {
  test("what is rendered follows two State", async ({ example }) => {
    const { user, app } = await example("state-change");
    const buttons = app.getByRole("button", { name: /^Button \d, \d$/ });
    await user.button("Increment A").click();
    await user.shows("Number A", "1");
    await expect(buttons).toHaveCount(0);
    await user.button("Increment B").click();
    await user.shows("Number B", "1");
    await user.button("Increment A").click();
    await expect(buttons).toHaveCount(2);
    await user.button("Increment B").click();
    await user.shows("Number B", "2");
    await user.button("Increment A").click();
    await user.shows("Number A", "3");
    await expect(buttons).toHaveCount(6);
  });

  test("lists, records and sets: an equal value is no change", async ({ example }) => {
    const { user } = await example("state-change");
    const counted = '{"1":1,"2":2,"3":3}\n[[1,2,3],[1,2,3],[1,2,3]]\n[1,2,3]';
    await user.button("Count to 3").click();
    await user.shows("Output", counted);
    for (const clicks of ["2", "3"]) {
      await user.button("Count to 3").click();
      await user.shows("Clicks", clicks);
    }
    await user.shows("Changes", "1");
    await user.shows("Output", counted);
    await user.button("Zero All").click();
    await user.shows("Output", '{"0":0}\n[[0,0,0],[0,0,0],[0,0,0]]\n[0]');
    await user.shows("Changes", "2");
    await user.button("Zero All").click();
    await user.shows("Clicks", "5");
    await user.shows("Changes", "2");
  });

  test("an object that is changed in place has changed only if it holds something else", async ({ example }) => {
    const { user } = await example("state-change");
    for (const clicks of ["1", "2", "3"]) {
      await user.button("Set State to 10").click();
      await user.shows("Custom State Clicks", clicks);
      await user.shows("Custom State Changes", "1");
    }
  });

  test("a yield changes it, and what is in gr.render hands on", async ({ example }) => {
    const { user, app } = await example("state-change");
    for (const box of [0, 1]) {
      await user.button("Iterator State Change").click();
      await expect(app.getByText(`Success Box ${box} added`)).toBeVisible();
    }
    await user.field("Start State").fill("test");
    await user.shows("End State", "test");
  });
});
