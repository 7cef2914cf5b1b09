// The camera as a source of images: Chromium's made-up one.

import { expect, test } from "../fixtures/test.ts";
import { browserArgs } from "../browser.mjs";

const shoot = `import * as gr from "interstate";

function look(photo: ImageData) {
  return { width: photo.width > 0, height: photo.height > 0 };
}

export default gr.Interface({
  fn: look,
  inputs: gr.Image({ label: "Photo", type: "imagedata", sources: "webcam" }),
  outputs: gr.JSON({ label: "Size" }),
});`;

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    await use({ ...launchOptions, args: [...browserArgs, ...flags] });
  },
});

test("a picture is taken by keyboard alone, and the camera is off again", async ({ open, context }) => {
  await context.grantPermissions(["camera"]);
  const { page, user } = await open(shoot);
  await expect(user.field("Photo")).toBeVisible();
  await user.button("Use camera").press("Enter");
  const take = user.button("Take picture");
  await expect(take).toBeFocused();
  const track = await page.evaluateHandle(
    () => (document.querySelector("video")?.srcObject as MediaStream | undefined)?.getVideoTracks()[0],
  );
  await page.keyboard.press("Enter");
  await expect(user.button("Remove image")).toBeVisible();
  await expect.poll(() => track.evaluate((each) => each?.readyState)).toBe("ended");
  await user.submit.click();
  await user.showsJson("Size", { width: true, height: true });
});

test("the camera can be closed without a picture", async ({ open, context }) => {
  await context.grantPermissions(["camera"]);
  const { page, user } = await open(shoot);
  await user.button("Use camera").click();
  await expect(user.button("Take picture")).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(user.button("Use camera")).toBeVisible();
  await expect(user.alert).toHaveCount(0);
});
