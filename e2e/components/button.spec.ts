// gr.Button: pressed, read as an input, changed as an output; by keyboard alone, too.

import { tabTo } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

const program = `import * as gr from "interstate";

export default gr.Blocks(() => {
  const presses = gr.Number(0, { label: "Presses", interactive: false });
  const said = gr.Textbox({ label: "Said", interactive: false });
  const press = gr.Button("Press me", { variant: "primary" });
  press.click({
    fn: (text: string, n: number) => [n + 1, text, n === 0 ? "Once more" : gr.update({ interactive: false })],
    inputs: [press, presses],
    outputs: [presses, said, press],
  });
});
`;

test("a Button is pressed by its text, which a function reads and changes, and can be taken out of use", async ({
  open,
}) => {
  const { user } = await open(program);
  await user.button("Press me").click();
  await user.shows("Said", "Press me");
  await user.shows("Presses", "1");
  await user.button("Once more").click();
  await user.shows("Said", "Once more");
  await expect(user.button("Once more")).toBeDisabled();
});

test("a Button is pressed by keyboard alone", async ({ open }) => {
  const { page, user } = await open(program);
  await tabTo(page, "Press me");
  await page.keyboard.press("Enter");
  await user.shows("Presses", "1");
  await expect(user.button("Once more")).toBeFocused();
  await page.keyboard.press("Space");
  await user.shows("Presses", "2");
});
