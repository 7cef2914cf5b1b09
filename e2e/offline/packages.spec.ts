// Packages without a network: with the site's server and the CDN gone.

import { standInForCdn } from "../fixtures/cdn-test.ts";
import { expect, linkTo } from "../fixtures/test.ts";
import { isReadyOffline, openTab, test } from "../fixtures/offline-test.ts";

test.setTimeout(600_000);

const program = `import * as gr from "interstate";
import shout from "npm:shout@^1";
export default gr.Interface({
  fn: (text: string) => shout(text),
  inputs: gr.Textbox({ label: "Text" }),
  outputs: gr.Textbox({ label: "Said" }),
});
`;

test("an app that imports a package works with the server and the CDN gone, on reload and in a new tab", async ({
  context,
  serveAt,
}) => {
  const cdn = await standInForCdn(context);
  cdn.publish("shout", "1.2.3", "export default (text) => text.toUpperCase()", { ranges: ["^1"] });
  const site = await serveAt("/");
  const tab = await openTab(context, site.url + linkTo(program));
  await tab.user.send({ Text: "before" });
  await tab.user.shows("Said", "BEFORE");
  await isReadyOffline(tab);
  await site.end();
  cdn.isUp = false;
  cdn.requests.length = 0;

  await tab.page.reload();
  await tab.ready();
  await tab.user.send({ Text: "after" });
  await tab.user.shows("Said", "AFTER");
  const other = await openTab(context, site.url + linkTo(program));
  await other.user.send({ Text: "new tab" });
  await other.user.shows("Said", "NEW TAB");
  expect(cdn.requests).toEqual([]);
});
