// gr.Progress: how far a call is, in words and as a bar.

import { expect, test } from "../fixtures/test.ts";

/** Each step waits for nothing but time, so that it can be seen. */
const steps = `import * as gr from "interstate";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function work(kind: string, progress: gr.Progress = gr.Progress()) {
  if (kind === "fraction") {
    progress(0.3, { desc: "Loading" });
    await pause(60_000);
  }
  if (kind === "steps") {
    progress([3, 10], { unit: "files" });
    await pause(60_000);
  }
  if (kind === "nested") {
    for (const chapter of progress.tqdm([1, 2], { desc: "Chapters" }))
      for (const page of progress.tqdm([1, 2, 3, 4], { desc: "Pages", unit: "pages" }))
        if (chapter === 2 && page === 2) await pause(60_000);
  }
  if (kind === "async") {
    async function* lines() { for (let i = 0; i < 3; i++) yield i; }
    for await (const line of progress.tqdm(lines(), { desc: "Lines", total: 3 })) if (line === 1) await pause(60_000);
  }
  if (kind === "busy") {
    const end = performance.now() + 60_000;
    progress(0);
    while (performance.now() < end) progress(0.5, { desc: "Busy" });
  }
  return kind;
}

export default gr.Interface({ fn: work, inputs: "textbox", outputs: gr.Textbox({ label: "Done" }) });
`;

test("the parameter that is the call's own has no input and gives no label", async ({ open }) => {
  const { user, app } = await open(steps);
  await expect(app.getByRole("textbox")).toHaveCount(2);
  await expect(user.field("kind")).toBeEditable();
  await expect(user.field("progress")).toHaveCount(0);
});

for (const [kind, words, percent] of [
  ["fraction", ["Loading - 30.0%"], "30"],
  ["steps", ["3/10 files", "30.0%"], "30"],
  ["nested", ["Chapters - 50.0% / Pages - 25.0%", "1/2 steps | 1/4 pages"], "25"],
  ["async", ["Lines - 33.3%", "1/3 steps"], "33"],
  ["busy", ["Busy - 50.0%"], "50"],
] as const) {
  test(`progress of a call is seen while it runs: ${kind}`, async ({ open }) => {
    const { user, app } = await open(steps);
    await user.send({ kind });
    for (const each of words) await expect(user.status.filter({ hasText: each }).first()).toBeVisible();
    await expect(app.getByRole("progressbar")).toHaveAttribute("aria-valuenow", percent);
    await user.stop.click();
    await expect(app.getByRole("progressbar")).toHaveCount(0);
    await expect(user.submit).toBeVisible();
    await user.send({ kind: "none" });
    await user.shows("Done", "none");
  });
}

test("progress moves nothing of the app", async ({ open }) => {
  const { user, app } = await open(steps);
  const before = await app.locator(".card").boundingBox();
  await user.send({ kind: "nested" });
  await expect(app.getByRole("progressbar")).toBeVisible();
  await expect.poll(() => app.locator(".card").boundingBox()).toEqual(before);
  await user.stop.click();
});
