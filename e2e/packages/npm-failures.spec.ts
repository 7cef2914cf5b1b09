// Packages that cannot be had: each is said at the import, with what to do, and nothing that was typed or shown is lost.

import { type Cdn, expect, test } from "../fixtures/cdn-test.ts";
import type { Playground } from "../fixtures/playground.ts";

function program(imports: string, body = "return text;"): string {
  return `import * as gr from "interstate";
${imports}
function say(text: string) { ${body} }
export default gr.Interface({ fn: say, inputs: gr.Textbox({ label: "Text" }), outputs: gr.Textbox({ label: "Said" }) });
`;
}

const importing = program('import * as p from "npm:p@1.0.0";', "return text + Object.keys(p);");

async function fails({ app }: Playground, words: RegExp, line = 2): Promise<void> {
  const alert = app.getByRole("alert");
  await expect(alert).toContainText(words);
  await expect(alert.getByRole("button", { name: `Line ${line}` })).toBeVisible();
}

const failures: [what: string, prepare: (cdn: Cdn) => void, words: RegExp][] = [
  ["nobody answers", (cdn) => void (cdn.isUp = false), /could not be fetched: esm\.sh does not answer/],
  ["there is no such package", () => undefined, /esm\.sh has no "npm:p@1\.0\.0"\. Check the name, the version/],
  [
    "a web page comes",
    (cdn) => cdn.files.set("/p@1.0.0", { type: "text/html", text: "<!doctype html><title>Log in</title>" }),
    /A web page came instead of "npm:p@1\.0\.0"/,
  ],
  [
    "a web page comes that says to be JavaScript",
    (cdn) => cdn.files.set("/p@1.0.0", { text: "<!doctype html><title>Log in</title>" }),
    /A web page came/,
  ],
  ["the CDN is out of order", (cdn) => cdn.files.set("/p@1.0.0", { status: 503, text: "oh" }), /with the error 503/],
  ["it is too large", (cdn) => cdn.publish("p", "1.0.0", `//${"x".repeat(10_000_001)}`), /is too large/],
  [
    "it imports what Node.js has",
    (cdn) => cdn.publish("p", "1.0.0", 'import "node:fs"'),
    /imports "node:fs", which browsers don't have/,
  ],
  [
    "it imports from another host",
    (cdn) => cdn.publish("p", "1.0.0", 'import "https://evil.example/x.mjs"'),
    /imports code from evil\.example/,
  ],
  [
    "it uses what Node.js has",
    (cdn) => cdn.publish("p", "1.0.0", "process.exit()"),
    /did not load\. It needs Node\.js/,
  ],
  [
    "it throws",
    (cdn) => cdn.publish("p", "1.0.0", 'throw new TypeError("broken")'),
    /did not load\.\s+because of: TypeError: broken/,
  ],
];

for (const [what, prepare, words] of failures) {
  test(`when ${what}, the import says so`, async ({ open, cdn, expectErrors }) => {
    expectErrors(/Failed to load resource/);
    prepare(cdn);
    const tab = await open(importing, { ready: false });
    await fails(tab, words);
  });
}

test("a name that a package does not export is marked, with those that it does", async ({ open, cdn }) => {
  cdn.publish("p", "1.0.0", "export const one = 1; export const two = 2");
  const tab = await open(program('import {\n  one,\n  three,\n} from "npm:p";', "return String(one + three);"), {
    ready: false,
  });
  await fails(tab, /"npm:p" exports no "three"\. It exports one, two\./, 4);
  const other = await open(program('import p from "npm:p";', "return String(p);"), { ready: false });
  await fails(other, /"npm:p" has no default export\. Write: import \* as name from "npm:p"\./);
});

test("several packages that are missing are said at once, each at its line", async ({ open, cdn, expectErrors }) => {
  expectErrors(/Failed to load resource/);
  cdn.publish("there", "1.0.0", "export default 1");
  const tab = await open(
    program('import a from "npm:a";\nimport t from "npm:there";\nimport "npm:b";', "return a + t;"),
    {
      ready: false,
    },
  );
  await fails(tab, /has no "npm:a"/, 2);
  await fails(tab, /has no "npm:b"/, 4);
});

test("a CDN that is slow is said to be waited for, Stop ends that, and Run asks again", async ({ open, cdn }) => {
  cdn.publish("p", "1.0.0", "export const one = 1");
  let send = (): void => undefined;
  cdn.gate = new Promise((resolve) => (send = resolve));
  const tab = await open(importing, { ready: false, view: "split" });
  await expect(tab.app.getByRole("status").filter({ hasText: "Waiting for npm:p@1.0.0." })).toBeVisible();
  await tab.app.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(tab.app.getByRole("alert")).toContainText(
    "Stopped before npm:p@1.0.0 had come. Press Run to ask again.",
  );
  send();
  await tab.toolbar("Run").click();
  await tab.ready();
  await tab.user.send({ Text: "hi " });
  await tab.user.shows("Said", "hi one");
});

test("a package that is not there leaves the app, its state and what is typed as they were", async ({
  context,
  open,
  cdn,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  cdn.publish("p", "1.0.0", "export const one = 1");
  const tab = await open(importing, { view: "split" });
  await tab.user.send({ Text: "kept " });
  await tab.user.shows("Said", "kept one");
  await tab.editor.ready();
  await tab.editor.replaceAll(importing.replace("npm:p@1.0.0", "npm:q@1.0.0"));
  await fails(tab, /esm\.sh has no "npm:q@1\.0\.0"/);
  await expect(tab.app.getByText("The app is as it was before; its state is kept.")).toBeVisible();
  await tab.user.send({ Text: "still " });
  await tab.user.shows("Said", "still one");
  await tab.editor.holds(/npm:q@1\.0\.0/);
  await tab.editor.replaceAll(importing);
  await expect(tab.app.getByRole("alert")).toBeHidden();
  await tab.ready();
  await expect(tab.user.field("Text")).toHaveValue("still ");
});
