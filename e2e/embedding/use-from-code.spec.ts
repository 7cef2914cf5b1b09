// "Use from code": what the panel says can be called, and that its snippet works in another page.

import { expect, test } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

test("the panel names each endpoint with its types, and its snippet works in another page", async ({
  open,
  context,
  servePage,
}) => {
  const tab = await open(scoreTracker);
  await tab.app.getByRole("button", { name: "Use from code" }).click();
  const dialog = tab.page.getByRole("dialog", { name: "Use from code" });
  const endpoint = dialog.getByRole("region", { name: "/trackScore" });
  await expect(endpoint.getByRole("row", { name: "score number" })).toBeVisible();
  await expect(endpoint.getByRole("row", { name: "→ Top Scores unknown" })).toBeVisible();
  const snippet = endpoint.getByLabel("Snippet for /trackScore");
  await expect(snippet).toHaveValue(/Client\.connect\("http/);
  const page = await context.newPage();
  const said = page.waitForEvent("console", (message) => message.type() === "log");
  await page.goto(await servePage(`<!doctype html><title>Somebody else</title>${await snippet.inputValue()}`));
  expect(await (await said).args()[0]?.jsonValue()).toEqual([[1]]);
});

test("an app without endpoints says how to make one", async ({ open }) => {
  const tab = await open(scoreTracker.replace("fn: trackScore,", "fn: trackScore, apiName: false,"));
  await tab.app.getByRole("button", { name: "Use from code" }).click();
  await expect(tab.page.getByRole("dialog", { name: "Use from code" })).toContainText("Nothing of this app has a name");
});

test("shared variables that other pages may see have a snippet, which follows them", async ({
  open,
  context,
  servePage,
}) => {
  const tab = await open(`${scoreTracker}\nexport const embed = { read: ["scores"] };\n`);
  await tab.app.getByRole("button", { name: "Use from code" }).click();
  const part = tab.page.getByRole("region", { name: "Shared variables" });
  await expect(part).toContainText("see scores");
  const snippet = await part.getByLabel("Snippet for shared variables").inputValue();
  const page = await context.newPage();
  const said: unknown[] = [];
  page.on("console", (message) => {
    if (message.type() === "log")
      void message
        .args()[0]
        ?.jsonValue()
        .then((value: unknown) => said.push(value));
  });
  const call = 'await app.predict("/trackScore", [7]);';
  await page.goto(await servePage(snippet.replace(/<\/script>$/, `${call}</script>`)));
  await expect.poll(() => said.at(-1)).toEqual([7]);
});
