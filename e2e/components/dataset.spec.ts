// gr.Dataset: rows to choose one from, as an input and as an output.

import { expect, test } from "../fixtures/test.ts";

const program = `import * as gr from "interstate";

const cities: [string, number][] = Array.from({ length: 12 }, (_, i) => ["City " + i, i / 2]);

function tell(city: [string, number] | null) {
  return [city === null ? "none" : city.join(": "), city === null ? null : cities.length - 1];
}

export default gr.Interface({
  fn: tell,
  inputs: gr.Dataset({ label: "Cities", samples: cities, headers: ["Name", "People"], samplesPerPage: 5 }),
  outputs: [gr.Textbox({ label: "Chosen" }), gr.Dataset({ label: "Again", samples: cities, samplesPerPage: 20 })],
});
`;

test("a row is chosen by a press anywhere on it, page by page", async ({ open }) => {
  const { user } = await open(program);
  const cities = user.field("Cities");
  await user.submit.click();
  await user.shows("Chosen", "none");
  await cities.getByRole("cell", { name: "1.5", exact: true }).click();
  await user.submit.click();
  await user.shows("Chosen", "City 3: 1.5");
  await expect(cities.getByRole("row")).toHaveCount(6);
  await user.button("Next").click();
  await user.button("Next").click();
  await expect(cities.getByText("3 of 3")).toBeVisible();
  await expect(user.button("Next")).toBeDisabled();
  await expect(cities.getByRole("row")).toHaveCount(3);
  await cities.getByRole("button", { name: "City 11, 5.5" }).click();
  await user.submit.click();
  await user.shows("Chosen", "City 11: 5.5");
});

test("rows and pages are reached by keyboard alone", async ({ open }) => {
  const { user, page } = await open(program);
  const cities = user.field("Cities");
  const second = cities.getByRole("button", { name: "City 1, 0.5" });
  await cities.getByRole("button", { name: "City 0, 0" }).focus();
  await page.keyboard.press("Tab");
  await expect(second).toBeFocused();
  await page.keyboard.press("Enter");
  await user.submit.press("Enter");
  await user.shows("Chosen", "City 1: 0.5");
});

test("as an output it shows its rows", async ({ open }) => {
  const { user } = await open(program);
  await expect(user.field("Again").getByRole("row")).toHaveCount(12);
});

test("samples that are none, and labels that do not fit them, are refused at their place", async ({ open }) => {
  for (const [options, message] of [
    ["samples: 'all'", "inputs.samples must be a list of at most 10,000 examples"],
    ["samples: [1, 2], sampleLabels: ['one']", "inputs.sampleLabels has 1 texts, but there are 2 samples"],
    ["samples: [1], samples_per_page: 3", 'It is called "samplesPerPage" here'],
  ] as const) {
    const source = `import * as gr from "interstate";
      export default gr.Interface({ fn: (n) => n, inputs: gr.Dataset({ ${options} } as never), outputs: "json" });`;
    const { user } = await open(source, { ready: false });
    await expect(user.alert).toContainText(message);
  }
});
