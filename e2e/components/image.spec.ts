// gr.Image: given by a person in every way there is, and put out by a function in every form there is.

import { chooseFiles, copyImage, drop, largeFile, png, text } from "../fixtures/uploads.ts";
import { expect, test } from "../fixtures/test.ts";
import { showsColour } from "../fixtures/pictures.ts";

const invert = `import * as gr from "interstate";

function invert(photo: ImageData) {
  for (let i = 0; i < photo.data.length; i += 4) for (const c of [0, 1, 2]) photo.data[i + c] = 255 - photo.data[i + c]!;
  return photo;
}

export default gr.Interface({ fn: invert, inputs: gr.Image({ label: "Photo", type: "imagedata" }), outputs: gr.Image({ label: "Inverted" }) });`;

const describe = `import * as gr from "interstate";

function describe(photo: Blob) {
  return [\`\${photo.constructor.name} \${photo.type} \${photo.size}\`, photo];
}

export default gr.Interface({
  fn: describe,
  inputs: gr.Image({ label: "Photo" }),
  outputs: [gr.Textbox({ label: "What" }), gr.Image({ label: "Same" })],
});`;

/** Playwright's recorder asks for the bytes of each image that could not be shown, which the page's policy refuses. */
const tracing = /Connecting to 'blob:/;

const red = png("red.png", [255, 0, 0], 4);

test("a function receives an uploaded image as its pixels and shows others", async ({ open }) => {
  const { user } = await open(invert);
  await user.field("Photo").setInputFiles(red);
  await user.submit.click();
  await showsColour(user.field("Inverted"), [0, 255, 255], [4, 4]);
});

test("a function receives an uploaded image as the file that it is", async ({ open }) => {
  const { user } = await open(describe);
  await user.field("Photo").setInputFiles(red);
  await user.submit.click();
  await user.shows("What", `File image/png ${red.buffer.length}`);
  await showsColour(user.field("Same"), [255, 0, 0], [4, 4]);
});

test("no image is an error at the field; nothing runs", async ({ open }) => {
  const { user } = await open(describe);
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose an image.");
  await user.shows("What", "");
  await user.field("Photo").setInputFiles(red);
  await expect(user.alert).toHaveCount(0);
});

for (const [what, file, message] of [
  ["a text", text("notes.txt", "no image"), '"notes.txt" is no image that this browser can show.'],
  [
    "a text that says it is a PNG",
    text("fake.png", "no image", "image/png"),
    '"fake.png" is no image that this browser can show.',
  ],
  ["an empty file", text("empty.png", "", "image/png"), '"empty.png" is empty.'],
] as const) {
  test(`${what} is refused where it was put, and what was there stays`, async ({ open, expectErrors }) => {
    expectErrors(tracing);
    const { user } = await open(describe);
    await user.field("Photo").setInputFiles(red);
    await expect(user.button("Remove image")).toBeVisible();
    await user.field("Photo").setInputFiles(file);
    await expect(user.alert).toHaveText(message);
    await user.submit.click();
    await user.shows("What", `File image/png ${red.buffer.length}`);
  });
}

test("an image of 500 MB is refused in words, without being read", async ({ open }, testInfo) => {
  const { user } = await open(describe);
  await user.field("Photo").setInputFiles(await largeFile(testInfo.outputPath("large.png")));
  await expect(user.alert).toContainText('"large.png" has 500 MB: an image may have 100 MB.');
});

test("an image can be removed, and another one chosen", async ({ open }) => {
  const { user } = await open(describe);
  await user.field("Photo").setInputFiles(red);
  await user.button("Remove image").click();
  await user.submit.click();
  await expect(user.alert).toHaveText("Choose an image.");
  await user.field("Photo").setInputFiles(png("blue.png", [0, 0, 255], 8));
  await user.submit.click();
  await showsColour(user.field("Same"), [0, 0, 255], [8, 8]);
  // The same file again.
  await user.field("Photo").setInputFiles(red);
  await user.submit.click();
  await showsColour(user.field("Same"), [255, 0, 0], [4, 4]);
});

test("Clear empties input and output", async ({ open }) => {
  const { user } = await open(describe);
  await user.field("Photo").setInputFiles(red);
  await user.submit.click();
  await showsColour(user.field("Same"), [255, 0, 0]);
  await user.clear.click();
  await expect(user.region.getByRole("img")).toHaveCount(0);
  await expect(user.button("Use camera")).toBeVisible();
});

test("an image can be dropped, and a text is not taken for one", async ({ open, expectErrors }) => {
  expectErrors(tracing);
  const { page, user } = await open(describe);
  await drop(page, user.field("Photo"), [red]);
  await expect(user.button("Remove image")).toBeVisible();
  await drop(page, user.field("Photo"), [text("notes.txt", "no image")]);
  await expect(user.alert).toHaveText('"notes.txt" is no image that this browser can show.');
  await user.submit.click();
  await user.shows("What", `File image/png ${red.buffer.length}`);
});

test("what is dropped beside the field does not take the page away", async ({ open }) => {
  const { page, user } = await open(describe);
  await expect(user.button("Use camera")).toBeVisible();
  const kept = await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "x.txt"));
    const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(kept).toBe(true);
  await expect(user.submit).toBeVisible();
});

test("an image can be pasted by keyboard", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(describe);
  await copyImage(page, red);
  await user.field("Photo").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(user.button("Remove image")).toBeVisible();
  await user.submit.click();
  await showsColour(user.field("Same"), [255, 0, 0], [4, 4]);
});

test("an image can be pasted by a button, which says if there is none", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, user } = await open(describe);
  await page.evaluate(() => navigator.clipboard.writeText("no image"));
  await user.button("Paste").click();
  await expect(user.alert).toHaveText("There is no image in the clipboard.");
  await copyImage(page, red);
  await user.button("Paste").click();
  await expect(user.button("Remove image")).toBeVisible();
  await expect(user.alert).toHaveCount(0);
});

test("an image is given and its result saved by keyboard alone", async ({ open }) => {
  const { page, user } = await open(describe);
  await user.field("Photo").focus();
  await chooseFiles(page, () => page.keyboard.press("Enter"), { ...red });
  await expect(user.button("Remove image")).toBeVisible();
  await expect(user.field("Photo")).toBeFocused();
  await user.submit.press("Enter");
  await showsColour(user.field("Same"), [255, 0, 0]);
  const download = page.waitForEvent("download");
  await user.button("Download image").press("Enter");
  expect((await download).suggestedFilename()).toBe("red.png");
});

const forms = `import * as gr from "interstate";

const svg = '<svg width="4" height="4"><rect width="4" height="4" fill="rgb(0,0,255)"/></svg>';

async function draw(form: string) {
  const canvas = new OffscreenCanvas(4, 4);
  const context = canvas.getContext("2d")!;
  context.fillStyle = "rgb(0,0,255)";
  context.fillRect(0, 0, 4, 4);
  switch (form) {
    case "canvas": return canvas;
    case "pixels": return context.getImageData(0, 0, 4, 4);
    case "bitmap": return canvas.transferToImageBitmap();
    case "blob": return canvas.convertToBlob();
    case "svg": return svg;
    case "svg blob": return new Blob([svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')], { type: "image/svg+xml" });
    case "data": return "data:image/svg+xml," + encodeURIComponent(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'));
    case "text blob": return new Blob(["no image"], { type: "text/plain" });
    case "address": return "https://example.com/cat.png";
    case "number": return 3;
    default: return null;
  }
}

export default gr.Interface({ fn: draw, inputs: gr.Textbox({ label: "Form" }), outputs: gr.Image({ label: "Drawn" }) });`;

test("a function may give an image in many forms", async ({ open }) => {
  const { user } = await open(forms);
  for (const form of ["canvas", "pixels", "bitmap", "blob", "svg", "svg blob", "data"]) {
    await user.send({ Form: form });
    await showsColour(user.field("Drawn"), [0, 0, 255], [4, 4]);
    await user.send({ Form: "nothing" });
    await expect(user.field("Drawn").locator("img, canvas")).toHaveCount(0);
  }
});

test("what is no image is said to be none, and the next image shows", async ({ open, expectErrors }) => {
  expectErrors(tracing);
  const { user } = await open(forms);
  await user.send({ Form: "text blob" });
  await expect(user.field("Drawn").getByRole("alert")).toHaveText(
    "This is no image that the browser can show: text/plain, 8 bytes.",
  );
  await user.send({ Form: "address" });
  await expect(user.region).toContainText("an address is not fetched");
  await user.send({ Form: "number" });
  await expect(user.region).toContainText('The output ("Drawn") is an Image, but the function returned the number 3');
  await user.send({ Form: "svg" });
  await showsColour(user.field("Drawn"), [0, 0, 255]);
  await expect(user.field("Drawn").getByRole("alert")).toHaveCount(0);
});

test("an SVG is an image and nothing more: no script of it runs, and it is not part of the page", async ({ open }) => {
  const evil = `import * as gr from "interstate";
    const svg = '<svg width="9" height="9" onload="parent.hit=1"><script>parent.hit=1</script><rect width="9" height="9" id="evil"/></svg>';
    export default gr.Interface({ fn: () => svg, inputs: null, outputs: gr.Image({ label: "Evil" }) });`;
  const { page, user } = await open(evil);
  await user.generate.click();
  await showsColour(user.field("Evil"), [0, 0, 0], [9, 9]);
  await expect.poll(() => page.locator("#evil").count()).toBe(0);
  expect(await page.evaluate(() => Reflect.get(globalThis, "hit") as unknown)).toBeUndefined();
});

test("a generator's pictures show one after the other, drawn on the same canvas", async ({ open }) => {
  const stream = `import * as gr from "interstate";
    async function* grow() {
      const canvas = new OffscreenCanvas(10, 1);
      const context = canvas.getContext("2d")!;
      context.fillStyle = "rgb(0,128,0)";
      for (let x = 0; x < 10; x++) {
        context.fillRect(x, 0, 1, 1);
        yield canvas;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    export default gr.Interface({ fn: grow, inputs: null, outputs: gr.Image({ label: "Growing" }) });`;
  const { user } = await open(stream);
  await user.generate.click();
  await expect(user.status.filter({ hasText: "done" })).toBeVisible();
  await showsColour(user.field("Growing"), [0, 128, 0], [10, 1]);
  const canvas = user.field("Growing").locator("canvas");
  const last = () =>
    canvas.evaluate((each: HTMLCanvasElement) => [...(each.getContext("2d")?.getImageData(9, 0, 1, 1).data ?? [])]);
  await expect.poll(last).toEqual([0, 128, 0, 255]);
});

test("the same component as input and output: what was shown is what the function receives next", async ({ open }) => {
  const unified = `import * as gr from "interstate";
    const photo = gr.Image({ label: "Photo", type: "imagedata" });
    function darker(image: ImageData) {
      for (let i = 0; i < image.data.length; i += 4) image.data[i] = image.data[i]! - 55;
      return image;
    }
    export default gr.Interface({ fn: darker, inputs: photo, outputs: photo });`;
  const { user } = await open(unified);
  await user.field("Photo").setInputFiles(red);
  await user.submit.click();
  await showsColour(user.region, [200, 0, 0]);
  await user.submit.click();
  await showsColour(user.region, [145, 0, 0]);
});

const shoot = `import * as gr from "interstate";

function look(photo: ImageData) {
  return { width: photo.width > 0, height: photo.height > 0 };
}

export default gr.Interface({
  fn: look,
  inputs: gr.Image({ label: "Photo", type: "imagedata", sources: "webcam" }),
  outputs: gr.JSON({ label: "Size" }),
});`;

test("without a camera the field says so", async ({ open, context }) => {
  await context.grantPermissions(["camera"]);
  const { user } = await open(shoot);
  await user.button("Use camera").click();
  await expect(user.alert).toHaveText("There is no camera here.");
  await expect(user.button("Use camera")).toBeVisible();
});

test("a camera that is refused is said to be refused", async ({ open }) => {
  const { page, user } = await open(shoot);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  await user.button("Use camera").click();
  await expect(user.alert).toHaveText(/^The camera was refused\./);
});
