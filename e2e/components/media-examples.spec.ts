// What the examples with pictures and files must show.

import { expect, test } from "../fixtures/test.ts";
import { showsColour } from "../fixtures/pictures.ts";
import { png } from "../fixtures/uploads.ts";

test("Sepia filter: a picture that is there from the start, and one that is given, turn brown", async ({ visit }) => {
  const tab = await visit("#example=sepia-filter&view=app");
  await tab.ready();
  await tab.user.submit.click();
  await expect(tab.user.field("Sepia").locator("canvas")).toHaveAttribute("width", "480");
  await tab.user.field("Photo").setInputFiles(png("green.png", [0, 200, 0]));
  await tab.user.submit.click();
  await showsColour(tab.user.field("Sepia"), [154, 137, 107], [4, 4]);
});

test("Fake diffusion: pictures follow each other, and after Stop the last one stays", async ({ visit }) => {
  const tab = await visit("#example=fake-diffusion&view=app");
  await tab.ready();
  await tab.user.send({ Steps: "40" });
  const picture = tab.user.field("Picture").locator("canvas");
  await expect(picture).toHaveAttribute("width", "256");
  const pixel = () =>
    picture.evaluate((canvas: HTMLCanvasElement) => canvas.getContext("2d")?.getImageData(9, 9, 1, 1).data.join());
  const first = await pixel();
  await expect.poll(pixel).not.toBe(first);
  await tab.user.stop.click();
  await tab.ready();
  await expect(picture).toHaveAttribute("width", "256");
  await tab.user.send({ Steps: "2" });
  await tab.ready();
  await showsColour(tab.user.field("Picture"), [40, 60, 150], [256, 256]);
});

test("Zip to JSON: lists what is in a zip file, and says of another that it is none", async ({ visit }) => {
  const tab = await visit("#example=zip-to-json&view=app");
  await tab.ready();
  await tab.user.submit.click();
  await tab.user.showsJson("Contents", [
    { name: "readme.txt", size: 120, compressed: expect.any(Number) as unknown },
    { name: "data/table.csv", size: 124, compressed: expect.any(Number) as unknown },
  ]);
  await tab.user.field("Zip file").setInputFiles({
    name: "no.zip",
    mimeType: "application/zip",
    buffer: Buffer.from("no zip file at all, but long enough"),
  });
  await tab.user.submit.click();
  await expect(tab.app.getByRole("alert")).toContainText("no.zip is no zip file.");
});
