// Slider: a number within bounds.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { echo } from "./echo.ts";

const program = echo("Slider(2, 20, { LABEL, value: 4, step: 2 })");

test("a Slider gives the number where it stands, and shows one", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("In")).toHaveRole("slider");
  await user.field("In").fill("8");
  await expect(user.field("Number for In")).toHaveValue("8");
  await user.submit.click();
  await user.showsJson("Got", { type: "number", value: 8 });
  await user.shows("Out", "8");
  await expect(user.field("Number for Out")).toHaveValue("8");
  await user.button("Reset In").click();
  await expect(user.field("In")).toHaveValue("4");
});

test("a Slider works by keyboard alone, on the range and beside it", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "In");
  await page.keyboard.press("ArrowRight");
  await expect(user.field("Number for In")).toHaveValue("6");
  await page.keyboard.press("End");
  await expect(user.field("Number for In")).toHaveValue("20");
  await tabTo(page, "Number for In");
  await page.keyboard.press("ArrowDown");
  await expect(user.field("In")).toHaveValue("18");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7,5");
  await tabTo(page, "Submit");
  await page.keyboard.press("Enter");
  await user.showsJson("Got", { type: "number", value: 7.5 });
});

for (const [typed, message] of [
  ["21", "Enter a number from 2 to 20."],
  ["-0", "Enter a number from 2 to 20."],
  ["many", "Enter a number from 2 to 20."],
  ["", "Enter a number from 2 to 20."],
] as const) {
  test(`"${typed}" beside a Slider is an error at the field`, async ({ open }) => {
    const { user } = await open(program);
    await user.field("Number for In").fill(typed);
    await user.submit.click();
    await expect(user.alert).toHaveText(message);
    await user.field("In").fill("20");
    await user.submit.click();
    await user.showsJson("Got", { type: "number", value: 20 });
  });
}

for (const [returned, said] of [
  ["NaN", "the number NaN"],
  ["21", "the number 21"],
  ["2n ** 70n", "the number 1180591620717411303424"],
  ['"8"', 'the text "8"'],
] as const) {
  test(`${returned} is no place for a Slider, and the error says so`, async ({ open }) => {
    const { user } = await open(program.replace("[value,", `[${returned},`));
    await user.submit.click();
    await expect(user.alert).toContainText(`is a Slider from 2 to 20, but the function returned ${said}`);
  });
}

test("a Slider tells that it was let go: on the range, beside it, and when it is put back", async ({ open }) => {
  const { page, user } = await open(`import * as gr from "interstate";

export default gr.Blocks(() => {
  const slider = gr.Slider(0, 100, { label: "In", value: 5 });
  const released = gr.State<number[]>([]);
  slider.release({
    fn: (value: number, released: number[]) => [[...released, value], [...released, value]],
    inputs: [slider, released],
    outputs: [released, gr.JSON({ label: "Released" })],
  });
});
`);
  await user.field("In").press("ArrowRight");
  await user.showsJson("Released", [6]);
  await user.field("Number for In").fill("77");
  await page.keyboard.press("Enter");
  await user.showsJson("Released", [6, 77]);
  await user.field("Number for In").press("ArrowDown");
  await user.showsJson("Released", [6, 77, 76]);
  await user.button("Reset In").click();
  await user.showsJson("Released", [6, 77, 76, 5]);
});
