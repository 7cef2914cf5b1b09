// gr.Gallery: images with captions, large and small, put out and given; and how images live in state.

import { expect, test } from "../fixtures/test.ts";
import { showsColour } from "../fixtures/pictures.ts";
import { drop, png, text } from "../fixtures/uploads.ts";

const colours = `import * as gr from "interstate";

function square(red: number) {
  const image = new ImageData(8, 8);
  for (let i = 0; i < image.data.length; i += 4) image.data.set([red, 0, 0, 255], i);
  return image;
}

function draw(count: number) {
  return Array.from({ length: count }, (_, i) => [square(i * 10), \`Red \${i * 10}\`]);
}

export default gr.Interface({
  fn: draw,
  inputs: gr.Number({ label: "Count", value: 5 }),
  outputs: gr.Gallery({ label: "Reds", columns: 3 }),
});`;

test("images show with their captions, and one of them large", async ({ open }) => {
  const { user } = await open(colours);
  await user.submit.click();
  const gallery = user.field("Reds");
  await expect(gallery.getByRole("button")).toHaveText(["Red 0", "Red 10", "Red 20", "Red 30", "Red 40"]);
  await gallery.getByRole("button", { name: "Red 20" }).click();
  await showsColour(gallery, [20, 0, 0], [8, 8]);
  await expect(gallery).toContainText("3 of 5 · Red 20");
  await gallery.getByRole("button", { name: "Next image" }).click();
  await showsColour(gallery, [30, 0, 0]);
});

test("a gallery is gone through by keyboard alone", async ({ open }) => {
  const { page, user } = await open(colours);
  await user.submit.press("Enter");
  const gallery = user.field("Reds");
  const item = (name: string) => gallery.getByRole("button", { name, exact: true });
  await item("Red 0").focus();
  await page.keyboard.press("ArrowRight");
  await expect(item("Red 10")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item("Red 40")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(item("Red 0")).toBeFocused();
  // One stop of Tab for all.
  await page.keyboard.press("Tab");
  await expect.poll(() => gallery.locator(":focus").count()).toBe(0);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await showsColour(gallery, [10, 0, 0]);
  await page.keyboard.press("End");
  await showsColour(gallery, [40, 0, 0]);
  await page.keyboard.press("Escape");
  await expect(item("Red 40")).toBeFocused();
});

test("of many images, as many are drawn as are looked at", async ({ open }) => {
  const { user } = await open(colours);
  await user.send({ Count: "200" });
  const gallery = user.field("Reds");
  await expect(gallery.locator("canvas")).toHaveCount(60);
  await gallery.getByRole("button", { name: "140 more" }).click();
  await expect(gallery.locator("canvas")).toHaveCount(120);
});

const given = `import * as gr from "interstate";

function count(images: [Blob, string | null][]) {
  return images.map(([image, caption]) => [image.type, image.size, caption]);
}

export default gr.Interface({ fn: count, inputs: gr.Gallery({ label: "Images" }), outputs: gr.JSON({ label: "What" }) });`;

const red = png("red.png", [255, 0, 0]);
const blue = png("blue.png", [0, 0, 255]);

test("images are chosen, dropped and removed, and what is none is refused with its name", async ({
  open,
  expectErrors,
}) => {
  // Playwright's recorder asks for the bytes of each image that could not be shown, which the page's policy refuses.
  expectErrors(/Connecting to 'blob:/);
  const { page, user } = await open(given);
  await user.submit.click();
  await user.showsJson("What", []);
  await user.field("Images").setInputFiles([red, blue]);
  await expect(user.button("Image 2 of 2")).toBeVisible();
  await drop(page, user.field("Images"), [red, text("notes.txt", "no image")]);
  await expect(user.alert).toHaveText('"notes.txt" is no image that this browser can show.');
  await user.button("Image 1 of 2").press("Delete");
  await expect(user.button("Image 1 of 1")).toBeVisible();
  await expect(user.alert).toHaveCount(0);
  await user.submit.click();
  await user.showsJson("What", [["image/png", blue.buffer.length, null]]);
});

test("what is dropped while another drop is read comes after it, and nothing is lost to removing an image meanwhile", async ({
  open,
}) => {
  const { page, user } = await open(given);
  await user.field("Images").setInputFiles([red]);
  await expect(user.button("Image 1 of 1")).toBeVisible();
  // From now on no image is decoded, until the test says so.
  const decoding = await page.evaluateHandle(() => {
    const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
    const held: (() => void)[] = [];
    const set = function (this: HTMLImageElement, address: string) {
      held.push(() => source?.set?.call(this, address));
    };
    Object.defineProperty(HTMLImageElement.prototype, "src", { ...source, set });
    return {
      goOn() {
        if (source) Object.defineProperty(HTMLImageElement.prototype, "src", source);
        for (const start of held) start();
      },
    };
  });
  const green = png("green.png", [0, 255, 0], 30);
  await drop(page, user.field("Images"), [blue]);
  await drop(page, user.field("Images"), [green]);
  await user.button("Image 1 of 1").press("Delete");
  await expect(user.button("Image 1 of 1")).toHaveCount(0);
  await decoding.evaluate(({ goOn }) => goOn());
  await expect(user.button("Image 2 of 2")).toBeVisible();
  await user.submit.click();
  await user.showsJson("What", [
    ["image/png", blue.buffer.length, null],
    ["image/png", green.buffer.length, null],
  ]);
});

const kept = `import * as gr from "interstate";

const everyones: (Blob | ImageData)[] = [];

async function add(image: ImageData, mine: (Blob | ImageData)[]) {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d")!.putImageData(image, 0, 0);
  everyones.push(image, await canvas.convertToBlob());
  mine.push(image);
  return [everyones, mine, mine];
}

export default gr.Interface({
  fn: add,
  inputs: [gr.Image({ label: "Photo", type: "imagedata" }), gr.State([])],
  outputs: [gr.Gallery({ label: "Everyone's" }), gr.Gallery({ label: "Mine" }), gr.State()],
});`;

test("images are kept in gr.State and in a variable outside the function, and show in another tab", async ({
  open,
}) => {
  const first = await open(kept);
  await first.user.field("Photo").setInputFiles(red);
  await first.user.submit.click();
  const everyones = (tab: typeof first) => tab.user.field("Everyone's").getByRole("button");
  const mine = (tab: typeof first) => tab.user.field("Mine").getByRole("button");
  await expect(everyones(first)).toHaveCount(2);
  await expect(mine(first)).toHaveCount(1);
  await showsColour(everyones(first).first(), [255, 0, 0]);
  await showsColour(everyones(first).last(), [255, 0, 0]);

  const second = await open(kept);
  await second.user.field("Photo").setInputFiles(blue);
  await second.user.submit.click();
  await expect(everyones(second)).toHaveCount(4);
  await expect(mine(second)).toHaveCount(1);
  await showsColour(everyones(second).first(), [255, 0, 0]);
  await showsColour(everyones(second).nth(1), [255, 0, 0]);
  await showsColour(everyones(second).nth(2), [0, 0, 255]);
  await showsColour(mine(second).first(), [0, 0, 255]);

  // The session's are still there, and what was added elsewhere too.
  await first.user.submit.click();
  await expect(everyones(first)).toHaveCount(6);
  await expect(mine(first)).toHaveCount(2);
  await showsColour(everyones(first).nth(3), [0, 0, 255]);
});
