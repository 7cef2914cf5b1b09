// DateTime: a date and a time, typed or picked.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

test.use({ timezoneId: "Europe/Paris" });

const program = echo("DateTime({ LABEL })");

test("a DateTime gives seconds as Gradio does, and shows a time", async ({ open }) => {
  const { user } = await open(program);
  await user.send({ In: "2024-05-31 18:30:00" });
  await user.showsJson("Got", { type: "number", value: Date.UTC(2024, 4, 31, 16, 30) / 1000 });
  await user.shows("Out", "2024-05-31 18:30:00");
});

test("a DateTime gives a Date or a text if asked, in a zone if asked", async ({ open }) => {
  const { user } = await open(echo('DateTime({ LABEL, type: "datetime", timezone: "Asia/Tokyo" })'));
  await user.send({ In: "2024-1-5 9:00" });
  await user.showsJson("Got", { type: "Date", value: "2024-01-05T00:00:00.000Z" });
  await user.shows("Out", "2024-01-05 09:00:00");

  const text = await open(echo('DateTime({ LABEL, type: "string", includeTime: false })'));
  await text.user.send({ In: "2024-2-29" });
  await text.user.showsJson("Got", { type: "string", value: "2024-02-29" });
});

test("a DateTime works by keyboard alone, and knows what now is", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "In");
  await page.keyboard.type("now - 5m");
  await page.keyboard.press("Enter");
  await expect(user.field("In")).toHaveValue(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  const { value: seconds } = await user.json<{ value: number }>("Got");
  expect(Math.abs(Date.now() / 1000 - 300 - seconds)).toBeLessThan(60);
});

test("the calendar of a DateTime fills its field", async ({ open }) => {
  const { page, user } = await open(program);
  await page.locator("input.calendar").evaluate((calendar: HTMLInputElement) => {
    calendar.value = "2025-12-24T08:15";
    calendar.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(user.field("In")).toHaveValue("2025-12-24 08:15:00");
  await expect(user.button("Calendar for In")).toBeEnabled();
});

for (const typed of ["2024-02-30 10:00:00", "yesterday", "2024-05-31 25:00:00", "now - 5 years"]) {
  test(`"${typed}" is an error at the field`, async ({ open }) => {
    const { user } = await open(program);
    await user.send({ In: typed });
    await expect(user.alert).toHaveText("Enter a date like 2024-05-31 18:30:00.");
  });
}

test("an empty DateTime is an error at the field, and milliseconds are one of the output", async ({ open }) => {
  const { user } = await open(program.replace("[value,", "[Date.now(),"));
  await user.submit.click();
  await expect(user.alert).toHaveText("Enter a date.");
  await user.send({ In: "2024-05-31 18:30:00" });
  await expect(user.alert).toContainText("numbers are seconds here; return a Date");
});
