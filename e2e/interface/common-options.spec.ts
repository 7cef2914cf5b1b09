// What components of every kind have in common: showLabel, container, info, visible, scale, minWidth, elemId, elemClasses.

import { expect, test } from "../fixtures/test.ts";

/** How each kind is declared; OPTIONS stands for what they have in common. */
const inputs = {
  Checkbox: "gr.Checkbox({ OPTIONS })",
  CheckboxGroup: 'gr.CheckboxGroup(["a", "b"], { OPTIONS })',
  Code: "gr.Code({ OPTIONS })",
  ColorPicker: "gr.ColorPicker({ OPTIONS })",
  Dataframe: 'gr.Dataframe({ headers: ["a"], OPTIONS })',
  DateTime: "gr.DateTime({ OPTIONS })",
  Dropdown: 'gr.Dropdown(["a", "b"], { OPTIONS })',
  File: "gr.File({ OPTIONS })",
  Gallery: "gr.Gallery({ OPTIONS })",
  HighlightedText: 'gr.HighlightedText([["a", "b"]], { OPTIONS })',
  Image: "gr.Image({ OPTIONS })",
  JSON: "gr.JSON({}, { OPTIONS })",
  Label: "gr.Label({ OPTIONS })",
  LinePlot: 'gr.LinePlot([{ x: 1, y: 2 }], { x: "x", y: "y", OPTIONS })',
  Number: "gr.Number({ OPTIONS })",
  Radio: 'gr.Radio(["a", "b"], { OPTIONS })',
  Slider: "gr.Slider(0, 10, { OPTIONS })",
  Textbox: "gr.Textbox({ OPTIONS })",
};

const withInfo = [
  "Checkbox",
  "CheckboxGroup",
  "ColorPicker",
  "DateTime",
  "Dropdown",
  "Number",
  "Radio",
  "Slider",
  "Textbox",
];

/** All of them below each other, each with a label "The <kind>". */
function program(options: (kind: string) => string, kinds = Object.keys(inputs)): string {
  const made = Object.entries(inputs)
    .filter(([kind]) => kinds.includes(kind))
    .map(([kind, call]) => `  ${call.replace("OPTIONS", `label: "The ${kind}", ${options(kind)}`)};`);
  return `import * as gr from "interstate";\n\nexport default gr.Blocks(() => {\n${made.join("\n")}\n});\n`;
}

test("showLabel: false takes the label out of sight, and leaves the name", async ({ open }) => {
  const { user, app } = await open(program((kind) => `showLabel: false, elemId: "${kind}", elemClasses: "mine"`));
  for (const kind of Object.keys(inputs)) {
    await expect(user.field(`The ${kind}`), kind).toHaveCount(1);
    const place = app.locator(`#app-${kind}`);
    await expect(place, kind).toHaveClass(/\bapp-mine\b/);
    for (const label of await place.getByText(`The ${kind}`, { exact: true }).all()) {
      const box = await label.boundingBox();
      expect(box === null || box.width <= 1, `${kind} shows its label`).toBe(true);
    }
  }
});

test("with a label, it is seen where the component is", async ({ open }) => {
  const { app } = await open(program((kind) => `elemId: "${kind}"`));
  for (const kind of Object.keys(inputs)) {
    await expect(app.locator(`#app-${kind}`).getByText(`The ${kind}`, { exact: true }).first(), kind).toBeVisible();
  }
});

test("info stands below the label, and describes the field", async ({ open }) => {
  const { user, app } = await open(program((kind) => `info: "Help for ${kind}"`, withInfo));
  for (const kind of withInfo) {
    await expect(app.getByText(`Help for ${kind}`, { exact: true }), kind).toBeVisible();
    await expect(user.field(`The ${kind}`), kind).toHaveAccessibleDescription(`Help for ${kind}`);
  }
});

test('visible: false is not there, and a function can show it; "hidden" is there and takes no room', async ({
  open,
}) => {
  const { user, app } = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  const gone = gr.Textbox({ label: "Gone", visible: false, value: "kept" });
  const hidden = gr.Textbox({ label: "Hidden", visible: "hidden", elemId: "hidden" });
  const out = gr.Textbox({ label: "Out" });
  gr.Button("Show").click({ fn: (text: string) => [gr.update({ visible: true }), gr.update({ visible: true }), text], inputs: gone, outputs: [gone, hidden, out] });
});
`);
  await expect(user.field("Gone")).toHaveCount(0);
  await expect(app.locator("#app-hidden")).toHaveCount(1);
  await expect(app.locator("#app-hidden")).toBeHidden();
  await user.button("Show").click();
  await expect(user.field("Gone")).toBeVisible();
  await expect(user.field("Hidden")).toBeVisible();
  await user.shows("Out", "kept");
});

test("scale shares a row, 0 takes no more than it needs, minWidth wraps", async ({ open }) => {
  const { user, page } = await open(`import * as gr from "interstate";
export default gr.Blocks(() => {
  gr.Row(() => {
    gr.Textbox({ label: "Three", scale: 3 });
    gr.Textbox({ label: "One", scale: 1 });
    gr.Button("Go", { scale: 0 });
  });
  gr.Row(() => {
    gr.Number({ label: "Wide", minWidth: 500 });
    gr.Slider(0, 9, { label: "Below", minWidth: 500 });
  });
});
`);
  const box = async (label: string) => {
    const found = await user.field(label).or(user.button(label)).first().boundingBox();
    return found ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  await expect(async () => {
    const [three, one, go] = [await box("Three"), await box("One"), await box("Go")];
    expect(three.width / one.width).toBeGreaterThan(2.5);
    expect(three.width / one.width).toBeLessThan(3.5);
    expect(go.width).toBeLessThan(one.width);
    expect((await box("Below")).y).toBeGreaterThan((await box("Wide")).y + 20);
  }).toPass();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await box("Wide")).width).toBeLessThan(390);
});

test("container: false leaves the control alone", async ({ open }) => {
  const { user, app } = await open(
    program((kind) => `container: false, elemId: "${kind}"`, ["Textbox", "Number", "Dropdown"]),
  );
  for (const kind of ["Textbox", "Number", "Dropdown"]) {
    await expect(user.field(`The ${kind}`)).toBeVisible();
    const label = await app.locator(`#app-${kind}`).getByText(`The ${kind}`, { exact: true }).boundingBox();
    expect(label === null || label.width <= 1, kind).toBe(true);
  }
});

test("wrong ones are refused at their place", async ({ open }) => {
  for (const [options, message] of [
    ["scale: -1", "scale must be a number from 0 to 1000"],
    ['minWidth: "wide"', "minWidth must be a number of pixels from 0 to 10000"],
    ["visible: 3", 'visible must be true, false or "hidden"'],
    ["elemClasses: [3]", "elemClasses must be a text or a list of texts"],
    ["show_label: false", 'It is called "showLabel" here'],
  ] as const) {
    const { user } = await open(program(() => options, ["Textbox"]).replace("gr.Textbox", "(gr.Textbox as any)"), {
      ready: false,
    });
    await expect(user.alert).toContainText(message);
  }
});
