// What goes wrong between a function and its components: the error stands at the place, and nothing else breaks.

import { watchFrames } from "../fixtures/responsiveness.ts";
import { expect, test } from "../fixtures/test.ts";
import { largeFile } from "../fixtures/uploads.ts";

const app = (options: string, before = "") =>
  `import * as gr from "interstate";\n${before}\nexport default gr.Interface({ ${options} });\n`;

for (const [what, options, message, line] of [
  [
    "a wrong parameter",
    'fn: (n: number) => n,\n inputs: gr.Number({ min: "low" } as any),\n outputs: "number"',
    "inputs.min must be a number",
    5,
  ],
  [
    "bounds that exclude each other",
    'fn: (a: string, n: number) => n,\n inputs: ["text", gr.Number({ min: 5, max: 1 })],\n outputs: "number"',
    "inputs[1].max must be at least min, which is 5",
    5,
  ],
  [
    "a parameter that does not exist",
    'fn: (n: number) => n,\n inputs: gr.Slider(0, 1, { stepp: 2 } as any),\n outputs: "number"',
    'is no option of gr.Slider. Did you mean "step"',
    5,
  ],
  [
    "an unknown shortcut",
    'fn: (n: number) => n,\n inputs: "nubmer",\n outputs: "number"',
    'No such component: "nubmer". Did you mean "number"',
    5,
  ],
  [
    "a shortcut of what is not here",
    'fn: (n: number) => n,\n inputs: "model3d",\n outputs: "number"',
    'No such component: "model3d"',
    5,
  ],
  [
    "a value of the wrong type",
    'fn: (n: boolean) => n,\n inputs: gr.Checkbox({ value: "yes" } as any),\n outputs: "checkbox"',
    "inputs.value must be true or false",
    5,
  ],
] as const) {
  test(`${what} is named, with its line`, async ({ open }) => {
    const { user } = await open(app(options, "\n"), { ready: false, view: "split" });
    await expect(user.alert).toContainText(message);
    await expect(user.alert.getByRole("button", { name: `Line ${line}` })).toBeVisible();
  });
}

for (const [what, returned, outputs, message] of [
  ["too few outputs", '["a"]', '["text", "text"]', /1 value.*2 outputs/s],
  ["too many outputs", '["a", "b", "c"]', '["text", "text"]', /3 values.*2 outputs/s],
  ["one value for several outputs", '"a"', '["text", "text"]', /2/],
  ["NaN for a Number", "NaN", '"number"', "is a Number, but the function returned the number NaN"],
  [
    "a bigint that no number holds",
    "2n ** 64n",
    '"number"',
    "18446744073709551616, which a number cannot hold exactly; gr.Textbox shows it",
  ],
  ["a text for a Checkbox", '"yes"', '"checkbox"', "is a Checkbox, but the function returned"],
  ["a number for an Image", "3", '"image"', "is an Image, but the function returned the number 3"],
  ["a text for a Gallery", '"x"', '"gallery"', "is a Gallery, but the function returned"],
  ["a function for a JSON", "() => 1", '"json"', "function"],
  ["a Promise in a JSON", "{ later: Promise.resolve(1) }", '"json"', /Promise|promise/],
] as const) {
  test(`${what}: the app says so, and the next call is as ever`, async ({ open }) => {
    const good = outputs.startsWith("[") ? "[null, null]" : "null";
    const { user } = await open(
      app(
        `fn: (bad: boolean): any => (bad ? ${returned} : ${good}), inputs: gr.Checkbox({ label: "Bad", value: true }), outputs: ${outputs}`,
      ),
    );
    await user.submit.click();
    await expect(user.alert).toContainText(message);
    await user.field("Bad").uncheck();
    await user.submit.click();
    await expect(user.status).toContainText("done in");
    await expect(user.alert).toHaveCount(0);
  });
}

test("-0 and huge bigints show as they are", async ({ open }) => {
  const { user } = await open(
    app(
      'fn: (n: number) => [n, -0, 2n ** 200n, -0, 2 ** 53], inputs: gr.Number({ label: "In", value: 0 }), outputs: [gr.Number({ label: "Same" }), gr.Number({ label: "Minus" }), gr.Textbox({ label: "Big" }), gr.JSON({ label: "Json" }), gr.Number({ label: "Edge" })]',
    ),
  );
  await user.send({ In: "-0" });
  await user.shows("Big", String(2n ** 200n));
  await user.shows("Minus", /^-?0$/);
  await user.shows("Same", /^-?0$/);
  await user.shows("Edge", "9007199254740992");
});

test("what is typed into a Number and is none says so at the field", async ({ open }) => {
  const { user } = await open(
    app('fn: (n: number) => n, inputs: gr.Number({ label: "In" }), outputs: gr.Number({ label: "Out" })'),
  );
  for (const typed of ["NaN", "Infinity", "1e999", "0x", "1,000", "٣x"]) {
    await user.send({ In: typed });
    await expect(user.field("In"), typed).toHaveAttribute("aria-invalid", "true");
    await expect(user.alert, typed).toBeVisible();
  }
  await user.send({ In: "1e3" });
  await user.shows("Out", "1000");
});

test("a file of 500 MB passes through as a reference, and one that is no image is refused without being read", async ({
  open,
}, testInfo) => {
  const tab = await open(
    app(
      'fn: (file: File, photo: Blob | null) => [file.size, photo?.size ?? 0], inputs: [gr.File({ label: "File" }), gr.Image({ label: "Photo", required: false } as any)], outputs: [gr.Number({ label: "Bytes" }), gr.Number({ label: "Pixels" })]',
    ).replace(", required: false", ""),
  );
  const { user } = tab;
  const frames = await watchFrames(tab.page);
  const large = await largeFile(testInfo.outputPath("large.png"));
  await user.field("Photo").setInputFiles(large);
  await expect(user.alert).toContainText('"large.png" has 500 MB: an image may have 100 MB.');
  await user.field("File").setInputFiles(large);
  await expect(user.button("large.png")).toBeVisible();
  await frames.stayedResponsive();
});

test("a pasted image that is none is refused where it was pasted", async ({ open, expectErrors }) => {
  // Playwright's trace reads what is shown, which the policy forbids.
  expectErrors(/Connecting to 'blob:/);
  const { user } = await open(
    app(
      'fn: (photo: Blob) => photo.size, inputs: gr.Image({ label: "Photo" }), outputs: gr.Number({ label: "Bytes" })',
    ),
  );
  await user.field("Photo").evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File(["no image"], "fake.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(user.alert).toContainText("is no image that this browser can show");
  await user.submit.click();
  await expect(user.field("Bytes")).toHaveValue("");
});

test("HTML in labels, choices, headers and titles is text", async ({ open }) => {
  const evil = "<img src=x onerror=document.title=1><b>x</b>";
  const { app: region, user } = await open(
    app(
      `fn: (name: string) => name, title: ${JSON.stringify(evil)}, inputs: gr.Radio([${JSON.stringify(evil)}], { label: ${JSON.stringify(evil)}, info: ${JSON.stringify(evil)} }), outputs: gr.Textbox({ label: "Out" }), submitBtn: ${JSON.stringify(evil)}, examples: [${JSON.stringify(evil)}], exampleLabels: [${JSON.stringify(evil)}]`,
    ),
  );
  await expect(region.locator("img, b")).toHaveCount(0);
  await expect(region.getByRole("heading", { name: evil })).toBeVisible();
  await region.getByRole("radio", { name: evil }).check();
  await region.getByRole("button", { name: evil, exact: true }).first().click();
  await user.shows("Out", evil);
});

test("components with the same label are each their own", async ({ open }) => {
  const { user } = await open(
    app(
      'fn: (a: string, b: string, c: number) => [a + b, c, a], inputs: [gr.Textbox({ label: "Same" }), gr.Textbox({ label: "Same" }), gr.Number({ label: "Same" })], outputs: [gr.Textbox({ label: "Out" }), gr.Number({ label: "Out" }), gr.Textbox({ label: "Same" })]',
    ),
  );
  const same = user.field("Same");
  await expect(same).toHaveCount(4);
  for (const [index, value] of ["a", "b", "3"].entries()) await same.nth(index).fill(value);
  await user.submit.click();
  await expect(user.field("Out").first()).toHaveValue("ab");
  await expect(user.field("Out").nth(1)).toHaveValue("3");
  await expect(same.nth(3)).toHaveValue("a");
  await same.nth(2).fill("x");
  await user.submit.click();
  await expect(same.nth(2)).toHaveAttribute("aria-invalid", "true");
  await expect(same.nth(0)).not.toHaveAttribute("aria-invalid", "true");
});
