// gr.Label: classes and how sure, or a text or a number alone.

import { expect, test } from "../fixtures/test.ts";

const program = (result: string, options = "") => `import * as gr from "interstate";
export default gr.Interface({ fn: () => (${result}), inputs: [], outputs: gr.Label({ label: "Animal"${options} }) });
`;

test("confidences stand as bars, the surest first and large", async ({ open }) => {
  const { user } = await open(program("{ dog: 0.125, cat: 0.82, owl: 0.055 }"));
  await user.generate.click();
  await expect(user.field("Animal").getByRole("paragraph")).toHaveText("cat");
  await expect(user.field("Animal").getByRole("listitem")).toHaveText(["cat82%", "dog13%", "owl6%"]);
});

test("numTopClasses keeps the surest; showHeading: false leaves the bars alone", async ({ open }) => {
  const { user } = await open(
    program("new Map([['a', 0.1], ['b', 0.6], ['c', 0.3]])", ", numTopClasses: 2, showHeading: false"),
  );
  await user.generate.click();
  await expect(user.field("Animal").getByRole("listitem")).toHaveText(["b60%", "c30%"]);
  await expect(user.field("Animal").getByRole("paragraph")).toHaveCount(0);
});

test("a text or a number stands alone, and null empties it", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (what: string) => (what === "" ? null : what === "7" ? 7 : what),
  inputs: gr.Textbox({ label: "What" }),
  outputs: gr.Label({ label: "Animal", value: { cat: 0.9 } }),
});
`);
  await user.shows("Animal", "catcat90%");
  await user.send({ What: "7" });
  await user.shows("Animal", "7");
  await user.send({ What: "<b>tabby</b>" });
  await user.shows("Animal", "<b>tabby</b>");
  await user.send({ What: "" });
  await user.shows("Animal", "");
});

test("what is no number for a class is refused with its name", async ({ open }) => {
  const { user } = await open(program("{ cat: 'very' as unknown as number }"));
  await user.generate.click();
  await expect(user.alert).toContainText('The output ("Animal") is a Label');
  await expect(user.alert).toContainText('"cat" is the text "very"');
});

test("as an input the function receives what it shows", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";
export default gr.Interface({
  fn: (taken: unknown) => taken,
  inputs: gr.Label({ label: "Animal", value: { cat: 0.9, dog: 0.1 } }),
  outputs: gr.JSON({ label: "Taken" }),
});
`);
  await user.submit.click();
  await user.showsJson("Taken", { cat: 0.9, dog: 0.1 });
});

test("wrong options name their place", async ({ open }) => {
  const { page } = await open(program("null", ", color: 'url(x)'"), { ready: false, view: "split" });
  await expect(page.getByRole("region", { name: "App" })).toContainText(
    'outputs.color must be a colour such as "tomato"',
  );
});
