// A bare function as an app: its parameters' types, defaults and words say what the components are.

import { expect, test } from "./fixtures/test.ts";

const program = `import * as gr from "interstate";

/**
 * Plans a visit.
 * @param age years, 0 to 120
 * @param pace how fast
 * @param animal whom to see
 * @param day when
 */
export default function plan(
  age: number,
  pace: "slow" | "fast" = "slow",
  animal: "ape" | "bear" | "cat" | "dog" | "eel" | "fox",
  day: Date,
  note?: string,
): { age: number; pace: string; animal: string; year: number; note: string | undefined }[] {
  return [{ age, pace, animal, year: day.getFullYear(), note }];
}
`;

test("a bare function has a component for each parameter, and its words at them", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("age")).toHaveRole("slider");
  await expect(user.region.getByText("years, 0 to 120")).toBeVisible();
  await user.field("age").fill("42");
  await user.field("pace").getByLabel("fast").check();
  await user.field("animal").fill("do");
  await user.field("animal").press("Enter");
  await user.field("day").fill("2024-05-31 12:00:00");
  await user.submit.click();
  const table = user.field("output");
  for (const cell of ["42", "fast", "dog", "2024"]) await expect(table).toContainText(cell);
});

test("what is wrong with a parameter is said at it", async ({ open }) => {
  const { user } = await open(program);
  await user.submit.click();
  await expect(user.alert).toHaveText("Enter a date.");
});
