// What is seen while a function runs (showProgress), how wide an app is (fillWidth), and how many calls run at once.

import { expect, test } from "../fixtures/test.ts";

/** Runs until it is stopped. */
const slow = (options: string) => `import * as gr from "interstate";

async function* run(text: string, progress: gr.Progress = gr.Progress()) {
  if (text === "first") yield "part one";
  progress(0.25, { desc: "Loading" });
  await new Promise((resolve) => setTimeout(resolve, 120_000));
  yield "done";
}

export default gr.Interface({
  fn: run,
  inputs: gr.Textbox({ label: "Text" }),
  outputs: gr.Textbox({ label: "Out" }),
  ${options}
});
`;

test("full: each output says what happens and for how long, and nothing moves", async ({ open }) => {
  const { app, user } = await open(slow(""));
  const before = await user.field("Out").boundingBox();
  await user.send({ Text: "a" });
  await expect(app.locator(".awaited-line")).toHaveText(/^Loading - 25\.0% \| \d+\.\ds$/);
  await expect(app.locator(".veiled")).toHaveCount(1);
  await expect.poll(() => user.field("Out").boundingBox()).toEqual(before);
  await user.stop.click();
  await expect(app.locator(".awaited-line")).toHaveCount(0);
});

test("what has come already can be read while more of it comes", async ({ open }) => {
  const { app, user } = await open(slow(""));
  await user.send({ Text: "first" });
  await user.shows("Out", "part one");
  await expect(app.locator(".awaited-line")).toBeVisible();
  await expect(app.locator(".veiled")).toHaveCount(0);
  await user.stop.click();
});

test("minimal: the time alone", async ({ open }) => {
  const { app, user } = await open(slow('showProgress: "minimal"'));
  await user.send({ Text: "a" });
  await expect(app.locator(".awaited-line")).toHaveText(/^\d+\.\ds$/);
  await expect(app.locator(".veiled")).toHaveCount(0);
  await user.stop.click();
});

test("hidden: nothing is said, and Stop is there all the same", async ({ open }) => {
  const { app, user } = await open(slow('showProgress: "hidden"'));
  await user.send({ Text: "first" });
  await user.shows("Out", "part one");
  await expect(user.stop).toBeVisible();
  await expect(app.locator(".awaited-line")).toHaveCount(0);
  await expect(app.getByRole("progressbar")).toHaveCount(0);
  await expect(user.status).toHaveText("");
  await user.stop.click();
  await expect(user.submit).toBeVisible();
});

test("fillWidth takes all the width there is", async ({ open }) => {
  const narrow = await open(slow(""));
  const wide = await open(slow("fillWidth: true"));
  const widthOf = async ({ app }: typeof wide) => (await app.locator(".card").boundingBox())?.width ?? 0;
  await expect.poll(() => widthOf(narrow)).toBeLessThan(840);
  await expect.poll(() => widthOf(wide)).toBeGreaterThan(1300);
});

test("concurrencyLimit: so many calls at a time as it says, whoever makes them", async ({ open }) => {
  const program = (limit: string) => `import * as gr from "interstate";
export default gr.Interface({
  fn: async (ms: number) => { await new Promise((resolve) => setTimeout(resolve, ms)); return ms; },
  inputs: gr.Number({ label: "ms" }),
  outputs: gr.Number({ label: "Waited" }),
  concurrencyLimit: ${limit},
});
`;
  const two = async (limit: string) => {
    const playground = await open(program(limit), { view: "split" });
    await playground.toolbar("Add user").click();
    const [first, second] = [playground.userNumber(1), playground.userNumber(2)];
    await first.send({ ms: "60000" });
    await expect(first.status.filter({ hasText: "processing" })).toBeVisible();
    await second.send({ ms: "1" });
    return { first, second };
  };
  const one = await two("1");
  await expect(one.second.status).toContainText("queue: 1/1");
  await one.first.stop.click();
  await one.second.shows("Waited", "1");
  // Nobody said how many, and the calls have nothing in common.
  const unsaid = await two('"default"');
  await unsaid.second.shows("Waited", "1");
  const many = await two("2");
  await many.second.shows("Waited", "1");
});
