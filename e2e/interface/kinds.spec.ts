// The four kinds of gr.Interface (standard, input-only, output-only, unified), its buttons, and where additional inputs stand.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

const program = (options: string) => `import * as gr from "interstate";

const seen: string[] = [];

export default gr.Interface({
  fn: (text: string) => {
    seen.push(text);
    return text.toUpperCase();
  },
  ${options}
});
`;

const text = (label: string) => `gr.Textbox({ label: "${label}" })`;

test("standard: outputs beside inputs, which cannot be typed into", async ({ open }) => {
  const { user } = await open(program(`inputs: ${text("In")}, outputs: ${text("Out")}`));
  await user.send({ In: "a" });
  await user.shows("Out", "A");
  await expect(user.field("Out")).not.toBeEditable();
  await expect(async () => {
    const [input, output] = [await user.field("In").boundingBox(), await user.field("Out").boundingBox()];
    expect(output?.x).toBeGreaterThan((input?.x ?? 0) + (input?.width ?? 0));
    expect(output?.y).toBe(input?.y);
  }).toPass();
});

test("on a phone outputs stand below inputs and their buttons", async ({ open }) => {
  const { user, page } = await open(program(`inputs: ${text("In")}, outputs: ${text("Out")}`));
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(async () => {
    const [submit, output] = [await user.submit.boundingBox(), await user.field("Out").boundingBox()];
    expect(output?.y).toBeGreaterThan((submit?.y ?? 0) + (submit?.height ?? 0));
    expect(output?.width).toBeGreaterThan(300);
  }).toPass();
});

test("input-only: the call has nothing to show, and its changes are kept", async ({ open }) => {
  const { user, state } = await open(program(`inputs: ${text("In")}, outputs: null`), { view: "split" });
  await user.send({ In: "a" });
  await state.shows("Global state", "seen", '["a"]');
  await expect(user.alert).toHaveCount(0);
  await user.clear.click();
  await user.shows("In", "");
});

test("output-only: Generate in place of Submit, above it what it shows", async ({ open }) => {
  const { user } = await open(
    program(`inputs: [], outputs: ${text("Out")}`).replace("(text: string)", "(text = String(seen.length))"),
  );
  await expect(user.submit).toHaveCount(0);
  await user.generate.click();
  await user.shows("Out", "0");
  await user.generate.press("Enter");
  await user.shows("Out", "1");
  await expect(async () => {
    const [output, generate] = [await user.field("Out").boundingBox(), await user.generate.boundingBox()];
    expect(generate?.y).toBeGreaterThan(output?.y ?? Infinity);
  }).toPass();
});

test("unified: one component is input and output, and what comes out goes in again", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
const draft = ${text("Draft")};
export default gr.Interface({ fn: (text: string) => text + "!", inputs: draft, outputs: draft });
`);
  await expect(user.field("Draft")).toHaveCount(1);
  await user.send({ Draft: "a" });
  await user.shows("Draft", "a!");
  await user.field("Draft").press("Enter");
  await user.shows("Draft", "a!!");
  await user.clear.click();
  await user.shows("Draft", "");
});

test("neither inputs nor outputs is a mistake, in Gradio's words", async ({ open }) => {
  const { user } = await open(program("inputs: [], outputs: []"), { ready: false });
  await expect(user.alert).toContainText("Must provide at least one of `inputs` or `outputs`");
});

test("buttons may have other words, be gr.Buttons, or be left out", async ({ open }) => {
  const { user } = await open(
    program(`inputs: ${text("In")}, outputs: ${text("Out")},
      submitBtn: "Shout", clearBtn: null, stopBtn: gr.Button("Enough", { variant: "secondary" })`).replace(
      "(text: string) => {",
      'async (text: string) => {\n    if (text === "wait") await new Promise((resolve) => setTimeout(resolve, 60_000));',
    ),
  );
  await expect(user.submit).toHaveCount(0);
  await expect(user.clear).toHaveCount(0);
  await user.field("In").fill("a");
  await user.button("Shout").click();
  await user.shows("Out", "A");
  await expect(user.button("Enough")).toBeHidden();
  await user.field("In").fill("wait");
  await user.button("Shout").click();
  await user.button("Enough").click();
  await expect(user.button("Shout")).toBeVisible();
  await user.shows("Out", "A");
});

test("additional inputs stand in an accordion, and come after the others", async ({ open }) => {
  const { user, page, app } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (text: string, times: number, loud: boolean) => (loud ? text.toUpperCase() : text).repeat(times),
  inputs: ${text("Text")},
  additionalInputs: [gr.Number({ label: "Times", value: 2 }), gr.Checkbox({ label: "Loud" })],
  outputs: ${text("Out")},
  additionalInputsAccordion: gr.Accordion({ label: "How", open: false }),
  examples: [["b", 3, true]],
});
`);
  await user.send({ Text: "a" });
  await user.shows("Out", "aa");
  const head = app.getByRole("button", { name: "How", exact: true });
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await tabTo(page, "How");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(user.field("Times")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await user.submit.press("Enter");
  await user.shows("Out", "AA");
  await user.field("Examples").getByRole("button", { name: "b, 3" }).click();
  await user.submit.click();
  await user.shows("Out", "BBB");
});

test("an error in a closed accordion opens it", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (text: string, times: number) => text.repeat(times),
  inputs: ${text("Text")},
  additionalInputs: [gr.Number({ label: "Times" })],
  outputs: ${text("Out")},
});
`);
  await user.send({ Text: "a" });
  await expect(user.field("Times")).toBeVisible();
  await expect(user.field("Times")).toHaveAttribute("aria-invalid", "true");
  await user.send({ Times: "2" });
  await user.shows("Out", "aa");
});

test("more than one State is refused, with the way out", async ({ open }) => {
  const { user } = await open(program('inputs: ["text", gr.State(1)], outputs: "text"'), { ready: false });
  await expect(user.alert).toContainText(
    "If using 'state', there must be exactly one state input and one state output.",
  );
  await expect(user.alert).toContainText("gr.Blocks takes any number of them");
});
