// concurrencyLimit and gr.atomic: calls that run beside each other, and lose no update.

import { held, letGo } from "./fixtures/held.ts";
import { expect, test } from "./fixtures/test.ts";

const beside = `import * as gr from "interstate";

let visits = 0;

${held}
async function visit(waits: boolean) {
  const before = visits;
  if (waits) await held();
  const place = await gr.atomic(() => ++visits);
  return { before, place };
}

export default gr.Interface({
  fn: visit,
  inputs: gr.Checkbox({ label: "Waits" }),
  outputs: gr.JSON({ label: "Visit" }),
  concurrencyLimit: null,
});
`;

test("a quick call overtakes a slow one of another tab, and both count", async ({ open }) => {
  const [slow, quick] = [await open(beside, { view: "split" }), await open(beside)];
  await slow.user.field("Waits").check();
  await slow.user.submit.click();
  await expect(slow.user.status).toContainText("processing");
  await quick.user.submit.click();
  await quick.user.showsJson("Visit", { before: 0, place: 1 });
  await letGo(slow.page);
  await slow.user.showsJson("Visit", { before: 0, place: 2 });
  await slow.state.shows("Global state", "visits", "2");
});

test("shared variables change in atomic steps only", async ({ open }) => {
  const { user, state } = await open(beside.replace("await gr.atomic(() => ++visits)", "++visits"), { view: "split" });
  await user.submit.click();
  await expect(user.alert).toContainText("visits can be changed only inside await gr.atomic");
  await state.shows("Global state", "visits", "0");
});
