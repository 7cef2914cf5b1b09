// gr.Info, gr.Success, gr.Warning and gr.Error: what a function tells the person beside its outputs.

import { expect, test } from "../fixtures/test.ts";

const speaker = `import * as gr from "interstate";

function speak(text: string) {
  if (text === "info") gr.Info("Saved as <b>draft 3</b>", { duration: null });
  if (text === "several") for (const name of ["a", "b", "c"]) gr.Warning(\`No file \${name}\`, { duration: 0 });
  if (text === "again") gr.Info("The same", { duration: 0, title: "Told" });
  if (text === "short") gr.Success("Done and gone", { duration: 0.3 });
  if (text === "second") gr.Success("Read me", { duration: 5 });
  if (text === "hidden") gr.Info("Nobody sees this", { visible: false });
  if (text === "evil") gr.Info('<img src=x onerror="document.title=1"><form><input name=password></form><script>1</script>ok', { duration: 0 });
  if (text === "flood") for (let i = 0; i < 20000; i++) gr.Info(\`flood \${i}\`, { duration: 0 });
  if (text === "error") throw new gr.Error("Cannot divide by **zero**!", { title: "No", duration: null });
  if (text === "secret") throw gr.Error("Never shown", { visible: false, printException: false });
  if (text === "plain") throw new Error("A <b>plain</b> one");
  return text;
}

export default gr.Interface({ fn: speak, inputs: gr.Textbox({ label: "Text" }), outputs: gr.Textbox({ label: "Said" }) });
`;

test("a message stands over the app, in Markdown or HTML, until it is dismissed", async ({ open }) => {
  const { app, user } = await open(speaker);
  await user.send({ Text: "info" });
  const message = app.locator(".toast-item");
  await expect(message).toContainText("Saved as draft 3");
  await expect(message.locator("b")).toHaveText("draft 3");
  await user.shows("Said", "info");
  const dismiss = user.button("Dismiss Info");
  await dismiss.focus();
  await dismiss.press("Enter");
  await expect(message).toHaveCount(0);
});

test("messages of a kind stand together: the newest, and the others on demand", async ({ open }) => {
  const { app, user } = await open(speaker);
  await user.send({ Text: "several" });
  const message = app.locator(".toast-item");
  await expect(message).toHaveText(/No file c/);
  await user.button("2 more").click();
  await expect(message).toHaveText([/No file c/, /No file b/, /No file a/]);
  await user.button("Dismiss Warning").nth(1).click();
  await expect(message).toHaveText([/No file c/, /No file a/]);
  await user.button("Dismiss all").click();
  await expect(message).toHaveCount(0);
});

test("the same message again is counted", async ({ open }) => {
  const { app, user } = await open(speaker);
  for (const times of [1, 2, 3]) {
    await user.send({ Text: "again" });
    if (times > 1) await expect(app.locator(".toast-item")).toContainText(`${times} times`);
    else await expect(app.locator(".toast-item")).toContainText("The same");
  }
  await expect(app.locator(".toast-item")).toHaveCount(1);
});

test("a message goes by itself, but not while somebody points at it", async ({ open }) => {
  const { app, user, page } = await open(speaker);
  await user.send({ Text: "short" });
  await user.shows("Said", "short");
  await expect(app.locator(".toast-item")).toHaveCount(0);

  await user.send({ Text: "second" });
  const message = app.locator(".toast-item");
  await message.hover();
  const shownMs = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() > since + 6000, shownMs);
  await expect(message).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(message).toHaveCount(0);
});

test("a message that is not to be visible is not", async ({ open }) => {
  const { app, user } = await open(speaker);
  await user.send({ Text: "hidden" });
  await user.shows("Said", "hidden");
  await expect(app.locator(".toast-item")).toHaveCount(0);
});

test("a message brings neither scripts nor fields into the page", async ({ open, expectErrors }) => {
  expectErrors(/inline event handler/, /404/);
  const { app, user } = await open(speaker);
  await user.send({ Text: "evil" });
  const message = app.locator(".toast-item");
  await expect(message).toContainText("ok");
  await expect(message.locator("script, form, input, [onerror]")).toHaveCount(0);
});

test("messages in a loop are bounded, and it is said so", async ({ open }) => {
  const playground = await open(speaker, { view: "split" });
  const { app, user, console } = playground;
  await user.send({ Text: "flood" });
  await user.shows("Said", "flood");
  await expect(app.locator(".toast-item")).toHaveText(/flood \d+$/);
  // At most sixty stand there, however many were sent.
  await expect(user.region.getByRole("button", { name: /^[1-5]?\d more$/ })).toBeVisible();
  await playground.toolbar("Console").click();
  await expect(console).toContainText("More than 20 messages came at once");
});

test("a gr.Error is a message and stands at the app; a plain error stands at the app alone", async ({ open }) => {
  const { app, user } = await open(speaker);
  await user.send({ Text: "error" });
  const message = app.locator(".toast-item");
  await expect(user.alert).toContainText("No");
  await expect(user.alert).toContainText("Cannot divide by zero!");
  await expect(user.alert.locator("strong", { hasText: "zero" })).toBeVisible();
  await expect(message).toContainText("Cannot divide by zero!");
  await user.button("Dismiss No").click();
  await expect(message).toHaveCount(0);
  await expect(user.alert).toContainText("Cannot divide by zero!");

  await user.send({ Text: "plain" });
  await expect(user.alert).toContainText("speak threw an error");
  await expect(user.alert).toContainText("A <b>plain</b> one");
  await expect(message).toHaveCount(0);
});

test("a gr.Error may keep its words to itself, and be no problem of the code", async ({ open }) => {
  const { app, user } = await open(speaker);
  const line = user.alert.getByRole("button", { name: /^Line \d+$/ });
  await user.send({ Text: "error" });
  await expect(line).toBeVisible();
  await user.button("Dismiss No").click();
  await user.send({ Text: "secret" });
  await expect(user.alert).toContainText("Error");
  await expect(app.getByText("Never shown")).toHaveCount(0);
  await expect(app.locator(".toast-item")).toHaveCount(0);
  await expect(line).toHaveCount(0);
});

test("each user's messages say whose they are", async ({ open }) => {
  const playground = await open(speaker, { view: "split" });
  await playground.toolbar("Add user").click();
  const second = playground.userNumber(2);
  await expect(second.submit).toBeVisible();
  await second.send({ Text: "info" });
  const message = playground.app.locator(".toast-item");
  await expect(message).toContainText("draft 3");
  await expect(message.getByText("User 2")).toBeAttached();
});
