// What Share opens: the link in each view, as a picture, in a frame of another page, and as a file.

import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import type { Playground } from "../fixtures/playground.ts";
import { expect, test } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

const edited = scoreTracker.replace('"Score"', '"Points"');

async function openShare(tab: Playground): Promise<Locator> {
  await tab.toolbar("Share").click();
  const share = tab.page.getByRole("dialog", { name: "Share" });
  await expect(share.getByRole("textbox", { name: "Link" })).toHaveValue(/#code=/);
  return share;
}

test("the link says how long it is and what it carries, and follows the view", async ({ open }) => {
  const share = await openShare(await open(edited, { view: "split" }));
  const field = share.getByRole("textbox", { name: "Link" });
  const link = await field.inputValue();
  await expect(share.getByText(`${link.length} characters`)).toBeVisible();
  await expect(share.getByText("The link carries the code, not what the app holds")).toBeVisible();
  await share.getByRole("radio", { name: "App" }).check();
  await expect(field).toHaveValue(`${link}&view=app`);
});

test("a long link says that it may be cut off, and that it is too long for a picture", async ({ open }) => {
  const words = Array.from({ length: 900 }, (_, i) => ((i * 7919) % 100_003).toString(36)).join(" ");
  const share = await openShare(await open(`${edited}// ${words}\n`, { view: "split" }));
  await expect(share.getByText("Some programs cut off links")).toBeVisible();
  await share.getByRole("button", { name: "QR code" }).click();
  await expect(share.getByText("too long for a QR code")).toBeVisible();
});

test("the link is shown as a picture", async ({ open }) => {
  const share = await openShare(await open(edited, { view: "split" }));
  await share.getByRole("button", { name: "QR code" }).click();
  await expect(share.getByRole("img", { name: "QR code of the link" })).toBeVisible();
});

test("the snippet shows the app in another page, by itself or with the script", async ({
  open,
  context,
  servePage,
}) => {
  const share = await openShare(await open(edited, { view: "split" }));
  await share.getByRole("button", { name: "Embed" }).click();
  const snippet = share.getByRole("textbox", { name: "Snippet for a page" });
  const page = await context.newPage();
  const openPage = async () => {
    await page.goto(await servePage(`<!doctype html><title>Another page</title>${await snippet.inputValue()}`));
  };
  const field = page.frameLocator("iframe").getByLabel("Points", { exact: true });

  await expect(snippet).toHaveValue(
    /^<script src="[^"]+interstate.js" async><.script>\n<interstate-app src="[^"]+view=app"/,
  );
  await openPage();
  await page.getByRole("button", { name: "Run Track score" }).click();
  await expect(field).toBeVisible();

  await share.getByRole("radio", { name: "Frame alone" }).check();
  await expect(snippet).toHaveValue(/^<iframe src="[^"]+view=app"/);
  await openPage();
  await expect(field).toBeVisible();
});

test("the code is downloaded as a file of the playground's name", async ({ open }) => {
  const tab = await open(edited, { view: "split" });
  const share = await openShare(tab);
  const downloading = tab.page.waitForEvent("download");
  await share.getByRole("button", { name: "Download" }).click();
  const downloaded = await downloading;
  expect(downloaded.suggestedFilename()).toBe("track-score.ts");
  expect(await readFile(await downloaded.path(), "utf8")).toBe(edited);
});

test("where the system has a share sheet, the link goes there with the playground's name", async ({ open }) => {
  const tab = await open(edited, { view: "split" });
  await tab.page.evaluate(() => {
    Object.assign(navigator, {
      share: async (data: ShareData) => void Object.assign(window, { sent: data }),
    });
  });
  const share = await openShare(tab);
  await share.getByRole("radio", { name: "App" }).check();
  const field = share.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/view=app/);
  await share.getByRole("button", { name: "Send …" }).click();
  const url = await field.inputValue();
  await expect.poll(() => tab.page.evaluate("window.sent")).toEqual({ title: "Track score", url });
});

test("where it has none, nothing offers it", async ({ open }) => {
  const tab = await open(edited, { view: "split" });
  await tab.page.evaluate(() => void Reflect.deleteProperty(Navigator.prototype, "share"));
  const share = await openShare(tab);
  await expect(share.getByRole("button", { name: "Download" })).toBeVisible();
  await expect(share.getByRole("button", { name: "Send …" })).toHaveCount(0);
});

test("where nothing may be copied, the link is selected, one keystroke from it", async ({ open }) => {
  const tab = await open(edited, { view: "split" });
  await tab.page.evaluate(() => {
    navigator.clipboard.writeText = async () => {
      throw new DOMException("no", "NotAllowedError");
    };
  });
  const share = await openShare(tab);
  await share.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(tab.page.getByText("Press Ctrl+C or ⌘C to copy")).toBeVisible();
  const field = share.getByRole("textbox", { name: "Link" });
  const link = await field.inputValue();
  await expect.poll(() => tab.page.evaluate(() => getSelection()?.toString())).toBe(link);
});
