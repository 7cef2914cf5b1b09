// The microphone as a source of files: Chromium's made-up one, which beeps.

import { expect, test } from "../fixtures/test.ts";
import { browserArgs } from "../browser.mjs";

const record = (options = "") => `import * as gr from "interstate";

export default gr.Interface({
  fn: ({ text, files }: gr.MultimodalMessage) => ({ text, files: files.map(({ name, type, size }) => [name, type, size > 0]) }),
  inputs: gr.MultimodalTextbox({ label: "Say", sources: ["upload", "microphone"]${options} }),
  outputs: gr.JSON({ label: "Said" }),
});`;

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    await use({ ...launchOptions, args: [...browserArgs, ...flags] });
  },
});

/** Remembers which microphones were opened, to see whether they are off again. */
function rememberTracks(): void {
  const opened: MediaStreamTrack[] = [];
  Object.assign(globalThis, { opened });
  // The sandbox's frame has no devices.
  const mediaDevices = navigator.mediaDevices as MediaDevices | undefined;
  if (!mediaDevices) return;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    opened.push(...stream.getTracks());
    return stream;
  };
}

const states = (): readonly string[] =>
  (Reflect.get(globalThis, "opened") as MediaStreamTrack[]).map(({ readyState }) => readyState);

test("what is said is recorded by keyboard alone, and is a file; the microphone is off again", async ({
  open,
  context,
}) => {
  await context.grantPermissions(["microphone"]);
  await context.addInitScript(rememberTracks);
  const { app, page, user } = await open(record());
  await user.button("Record audio").press("Enter");
  await expect(user.button("Stop recording")).toBeFocused();
  // One can type meanwhile.
  await user.field("Say").fill("Listen");
  await expect(app.getByRole("timer", { name: "Recording" })).not.toHaveText("0:00");
  await expect.poll(() => page.evaluate(states)).toEqual(["live"]);
  await user.button("Stop recording").press("Enter");
  await expect(app.getByRole("list", { name: "Attached files" })).toContainText("recording.webm");
  await expect(user.button("Record audio")).toBeFocused();
  await expect.poll(() => page.evaluate(states)).toEqual(["ended"]);
  await user.submit.click();
  await user.showsJson("Said", { text: "Listen", files: [["recording.webm", "audio/webm", true]] });
});

test("a recording can be discarded, and one that goes on is part of what is sent", async ({ open, context }) => {
  await context.grantPermissions(["microphone"]);
  await context.addInitScript(rememberTracks);
  const { app, page, user } = await open(record());
  await user.button("Record audio").click();
  await user.button("Discard recording").click();
  await expect(user.button("Record audio")).toBeVisible();
  await expect.poll(() => page.evaluate(states)).toEqual(["ended"]);
  await expect(app.getByRole("list", { name: "Attached files" })).toHaveCount(0);

  await user.button("Record audio").click();
  await user.field("Say").fill("Now");
  await expect(app.getByRole("timer", { name: "Recording" })).not.toHaveText("0:00");
  await user.field("Say").press("Enter");
  await user.showsJson("Said", { text: "Now", files: [["recording.webm", "audio/webm", true]] });
});

test("a microphone that is refused is said at the field, and what was typed stays", async ({ open, context }) => {
  await context.addInitScript(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices) devices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  const { user } = await open(record());
  await user.field("Say").fill("Listen");
  await user.button("Record audio").click();
  await expect(user.alert).toContainText("The microphone was refused. Allow it for this site");
  await user.shows("Say", "Listen");
});

test("what it does not take is not recorded either, and nothing is unless it says so", async ({ open, context }) => {
  await context.grantPermissions(["microphone"]);
  const { app, user } = await open(record(', fileTypes: ["image"]'));
  await user.button("Record audio").click();
  await expect(app.getByRole("timer", { name: "Recording" })).not.toHaveText("0:00");
  await user.button("Stop recording").click();
  await expect(user.alert).toHaveText('"recording.webm" is of another type: this takes image.');

  const alone = await open(record().replace('["upload", "microphone"]', '"microphone"'));
  await expect(alone.user.button("Record audio")).toBeVisible();
  await expect(alone.user.button("Attach a file")).toHaveCount(0);

  const plain = await open(record().replace(', sources: ["upload", "microphone"]', ""));
  await expect(plain.user.button("Attach a file")).toBeVisible();
  await expect(plain.user.button("Record audio")).toHaveCount(0);
});
