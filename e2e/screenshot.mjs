// Takes public/screenshot.png of the built site: the first visit, after both users have pressed.

import { chromium } from "@playwright/test";
import { browserArgs, browserPath } from "./browser.mjs";
import { serve } from "./server.mjs";

const server = await serve();
const executablePath = browserPath();
const browser = await chromium.launch({ args: browserArgs, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
await page.goto(server.url);
for (const [user, presses] of /** @type {const} */ ([
  ["User 1", 2],
  ["User 2", 1],
])) {
  const region = page.getByRole("region", { name: user, exact: true });
  for (let press = 1; press <= presses; press += 1) {
    await region.getByRole("button", { name: "Submit", exact: true }).click();
    await page.waitForFunction(
      ({ label, text }) =>
        [...document.querySelectorAll(`[aria-label="${label}"] textarea`)].some(
          (field) => field instanceof HTMLTextAreaElement && field.value.startsWith(text),
        ),
      { label: user, text: `You ${press} ` },
    );
  }
}
await page.getByText("No problems", { exact: true }).waitFor();
await page.screenshot({ path: "public/screenshot.png" });
await browser.close();
await server.close();
