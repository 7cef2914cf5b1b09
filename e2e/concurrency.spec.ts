// concurrencyLimit and gr.atomic: calls that run beside each other, and lose no update.

import { expect, test } from "./fixtures/test.ts";

const beside = `import * as gr from "interstate";

let visits = 0;

async function visit(ms: number) {
  const before = visits;
  await new Promise((resolve) => setTimeout(resolve, ms));
  const place = await gr.atomic(() => ++visits);
  return { before, place };
}

export default gr.Interface({
  fn: visit,
  inputs: gr.Number({ label: "ms" }),
  outputs: gr.JSON({ label: "Visit" }),
  concurrencyLimit: null,
});
`;

test("a quick call overtakes a slow one of another tab, and both count", async ({ open }) => {
  const [slow, quick] = [await open(beside, { view: "split" }), await open(beside)];
  await slow.user.send({ ms: "3000" });
  await expect(slow.user.status).toContainText("processing");
  await quick.user.send({ ms: "0" });
  await quick.user.showsJson("Visit", { before: 0, place: 1 });
  await slow.user.showsJson("Visit", { before: 0, place: 2 });
  await slow.state.shows("Global state", "visits", "2");
});

test("shared variables change in atomic steps only", async ({ open }) => {
  const { user, state } = await open(beside.replace("await gr.atomic(() => ++visits)", "++visits"), { view: "split" });
  await user.send({ ms: "0" });
  await expect(user.alert).toContainText("visits can be changed only inside await gr.atomic");
  await state.shows("Global state", "visits", "0");
});
