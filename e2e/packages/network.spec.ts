// A playground that asks for the network: nobody is reached before somebody has said so.

import { createServer } from "node:http";
import { expect, linkTo, test as base } from "../fixtures/test.ts";
import type { Playground } from "../fixtures/playground.ts";

interface Api {
  readonly origin: string;
  readonly requests: readonly string[];
}

/** A server of somebody else's, which answers other sites. */
const test = base.extend<{ readonly api: Api }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  api: async ({}, use) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.writeHead(200, { "access-control-allow-origin": "*" }).end("sunny");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    await use({ origin: `http://127.0.0.1:${address.port}`, requests });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

function weather(origin: string): string {
  return `import * as gr from "interstate";
export const network = ["${origin}"];
const early = fetch("${origin}/early").catch(() => null);
async function weather(city: string) {
  await early;
  const answer = await fetch(\`${origin}/\${city}\`);
  return answer.text();
}
export default gr.Interface({ fn: weather, inputs: gr.Textbox({ label: "City" }), outputs: gr.Textbox({ label: "Weather" }) });
`;
}

function question({ app }: Playground) {
  const group = app.getByRole("group", { name: /asks to use the network/ });
  return {
    group,
    allow: group.getByRole("button", { name: "Allow", exact: true }),
    refuse: group.getByRole("button", { name: "Don’t allow", exact: true }),
  };
}

test("the question comes before the code runs, says who may be reached, and is asked once", async ({ open, api }) => {
  const tab = await open(weather(api.origin), { ready: false });
  const { group, allow } = question(tab);
  await expect(group).toContainText(api.origin);
  await expect(group).toContainText("came with the link");
  expect(api.requests).toEqual([]);
  await allow.click();
  await tab.ready();
  await tab.user.send({ City: "Rome" });
  await tab.user.shows("Weather", "sunny");
  expect(api.requests).toEqual(["/early", "/Rome"]);

  await tab.refresh();
  await tab.user.send({ City: "Oslo" });
  await tab.user.shows("Weather", "sunny");
  await expect(group).toBeHidden();
  // Users side by side share the answer.
  await tab.toolbar("Add user").click();
  await tab.userNumber(2).send({ City: "Lima" });
  await tab.userNumber(2).shows("Weather", "sunny");
});

test("what is refused fails in words, stays refused, and can be allowed later; and taken back", async ({
  open,
  api,
}) => {
  const tab = await open(weather(api.origin), { ready: false });
  await question(tab).refuse.click();
  await tab.ready();
  await tab.user.send({ City: "Rome" });
  await expect(tab.user.alert).toContainText("You have not let this app use the network");
  await tab.refresh();
  await expect(question(tab).group).toBeHidden();
  expect(api.requests).toEqual([]);

  await tab.app.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(tab.app.getByText(`Network: ${api.origin}`)).toBeVisible();
  await tab.ready();
  await tab.user.send({ City: "Rome" });
  await tab.user.shows("Weather", "sunny");

  await tab.app.getByRole("button", { name: "Take back", exact: true }).click();
  await expect(tab.app.getByText("Network not allowed")).toBeVisible();
  await tab.ready();
  const before = api.requests.length;
  await tab.user.send({ City: "Oslo" });
  await expect(tab.user.alert).toContainText("You have not let this app use the network");
  expect(api.requests).toHaveLength(before);
});

test("a host that was not asked for is not reached", async ({ open, api }) => {
  const other = weather(api.origin).replace(
    "export const network = [",
    'export const network = ["https://a.example"]; const x = [',
  );
  const tab = await open(other, { ready: false });
  await question(tab).allow.click();
  await tab.ready();
  await tab.user.send({ City: "Rome" });
  await expect(tab.user.alert).toContainText("It may reach a.example, and no other host.");
  expect(api.requests).toEqual([]);
});

test("somebody else's page that frames it cannot have the question answered", async ({
  context,
  site,
  servePage,
  api,
}) => {
  const page = await context.newPage();
  await page.goto(
    await servePage(`<iframe width="800" height="700" src="${site.url}${linkTo(weather(api.origin))}"></iframe>`),
  );
  const app = page.frameLocator("iframe").getByRole("region", { name: "App", exact: true });
  await expect(app.getByRole("link", { name: "Open it by itself to decide" })).toBeVisible();
  await expect(app.getByRole("button", { name: "Allow", exact: true })).toBeHidden();
  await app.getByRole("button", { name: "Go on without" }).click();
  await app.getByLabel("City", { exact: true }).fill("Rome");
  await app.getByRole("button", { name: "Submit" }).click();
  await expect(app.getByRole("alert")).toContainText("You have not let this app use the network");
  await expect(app.getByRole("button", { name: "Allow", exact: true })).toBeHidden();
  expect(api.requests).toEqual([]);
});

test("a press that comes with the question does not answer it", async ({ open, api }) => {
  const tab = await open(weather(api.origin), { ready: false });
  const { allow } = question(tab);
  await allow.waitFor();
  await expect(allow).toBeEnabled();
  // As when something of another window lay where the button now is.
  const isDisabled = await allow.evaluate((button: HTMLButtonElement) => {
    dispatchEvent(new Event("focus"));
    return button.disabled;
  });
  expect(isDisabled).toBe(true);
  await expect(allow).toBeEnabled();
  expect(api.requests).toEqual([]);
});
