// The dev server: the same page from its sources, under a wider policy, connected for hot reload.

import { fileURLToPath } from "node:url";
import { createLogger, createServer, type ViteDevServer } from "vite";
import { Playground } from "./fixtures/playground.ts";
import { expect, linkTo, test } from "./fixtures/test.ts";
import { scoreTracker } from "./programs.ts";

// Both would write the same cache of packages.
test.describe.configure({ mode: "default" });

test("the dev server serves a working playground that hot reload is connected to", async ({ context }) => {
  test.slow();
  const { server, errors } = await start();
  const tab = new Playground(await context.newPage());
  const connected = tab.page.waitForEvent("console", (message) => message.text().includes("[vite] connected"));
  await tab.page.goto(`${server.resolvedUrls?.local[0]}${linkTo(scoreTracker)}`);
  await connected;
  await expect(tab.user.field("Score")).toBeVisible();
  await tab.user.send({ Score: "3" });
  await tab.user.showsJson("Top Scores", [3]);
  const deeper = await fetch(`${server.resolvedUrls?.local[0]}a/b`, { headers: { accept: "text/html" } });
  expect(deeper.status, "for an address where nothing is").toBe(404);
  await tab.page.close();
  await server.close();
  expect(errors, "errors that the server logs").toEqual([]);
});

test("the dev server serves interstate.js, whose element and client work", async ({ context, servePage }) => {
  test.slow();
  const { server, errors } = await start();
  const site = server.resolvedUrls?.local[0] ?? "";
  const script = await fetch(`${site}interstate.js`);
  expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript"]);
  const page = await context.newPage();
  await page.goto(
    await servePage(`<!doctype html><title>Somebody else</title><script src="${site}interstate.js"></script>
      <interstate-app eager title="Scores" src="${site}${linkTo(scoreTracker).replaceAll("&", "&amp;")}"></interstate-app>`),
  );
  const frame = page.frameLocator('iframe[title="Scores"]');
  await expect(frame.getByRole("region", { name: "App", exact: true })).toHaveAttribute("aria-busy", "false");
  const prediction = await page.evaluate(`(async () => {
    const app = await interstate.Client.connect(document.querySelector("interstate-app"));
    return (await app.predict("/trackScore", [3])).data;
  })()`);
  expect(prediction).toEqual([[3]]);
  await page.close();
  await server.close();
  expect(errors, "errors that the server logs").toEqual([]);
});

async function start(): Promise<{ readonly server: ViteDevServer; readonly errors: readonly string[] }> {
  const errors: string[] = [];
  const customLogger = { ...createLogger("error"), error: (message: string) => void errors.push(message) };
  const root = fileURLToPath(new URL("..", import.meta.url));
  const server = await createServer({ root, customLogger, server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  return { server, errors };
}
