// Code from a link is not trusted: it reaches neither the site's storage, nor its channels, nor the network.

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";
import { messageHistory } from "./programs.ts";

/** Tries every way out that a worker knows, and reports for each whether it got anywhere. */
const attack = `import * as gr from "interstate";

/** Runs an expression in a worker of the worker's own. */
function nested(expression: string) {
  const script = expression + ".then(() => postMessage('done'), () => postMessage('failed'))";
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  return new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = ({ data }) => (data === "done" ? resolve(data) : reject(data));
  });
}

async function attack(url: string) {
  const ways: Record<string, () => unknown> = {
    indexedDB: () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("keyval-store");
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      }),
    databases: () => indexedDB.databases(),
    caches: async () => {
      if ((await caches.keys()).length === 0) throw new Error("nothing there");
    },
    storage: async () => (await (navigator as any).storage.getDirectory()).getDirectoryHandle("x", { create: true }),
    locks: () => (navigator as any).locks.request("a", () => {}),
    localStorage: () => (globalThis as any).localStorage.length,
    fetch: () => fetch(url + "?fetch"),
    opaqueFetch: () => fetch(url + "?no-cors", { mode: "no-cors" }),
    xhr: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("GET", url + "?xhr");
        request.onload = resolve;
        request.onerror = reject;
        request.send();
      }),
    importScripts: () => importScripts(url + "?importScripts"),
    nestedFetch: () => nested("fetch(" + JSON.stringify(url + "?nested-fetch") + ", { mode: 'no-cors' })"),
    nestedImport: () => nested("import(" + JSON.stringify(url + "?nested-import") + ")"),
    nestedDatabase: () => nested("new Promise((done, fail) => Object.assign(indexedDB.open('x'), { onsuccess: done, onerror: fail }))"),
    webSocket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url.replace("http", "ws") + "?webSocket");
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
    eventSource: () =>
      new Promise((resolve, reject) => {
        const source = new EventSource(url + "?eventSource");
        source.onopen = resolve;
        source.onerror = reject;
      }),
    worker: () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(url + "?worker");
        worker.onmessage = resolve;
        worker.onerror = reject;
      }),
    eval: () => new Function("return 1")(),
  };
  new BroadcastChannel("probe").postMessage("from the sandbox");
  const report: Record<string, string> = {};
  for (const [name, way] of Object.entries(ways)) {
    const limit = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 1000));
    report[name] = await Promise.race([Promise.resolve().then(way), limit]).then(
      () => "reached",
      () => "refused",
    );
  }
  return report;
}

export default gr.Interface({ fn: attack, inputs: gr.Textbox({ label: "Address" }), outputs: gr.JSON({ label: "Report" }) });
`;

test("a hostile module reaches no storage, no channel and no network", async ({ open, site, expectErrors }) => {
  expectErrors(
    /Content Security Policy/,
    /WebSocket connection/,
    /Access to/,
    /Failed to load/,
    /Cross-origin/,
    /net::ERR/,
  );
  const secret = randomUUID();
  const [tab, witness] = [await open(attack), await open(messageHistory)];
  const heard = await listen(witness.page);

  await tab.user.send({ Address: `${site.url}${secret}` });
  await expect(tab.user.field("Report")).toContainText("eval", { timeout: 15_000 });
  const report = JSON.parse(await tab.user.text("Report")) as Record<string, string>;
  expect(Object.entries(report).filter(([, outcome]) => outcome !== "refused")).toEqual([]);
  expect(Object.keys(report).length).toBeGreaterThan(10);

  // What was not heard could have been: the same channel and the same address, used by the site itself.
  await tab.page.evaluate(() => new BroadcastChannel("probe").postMessage("from the page"));
  await expect.poll(() => heard()).toEqual(["from the page"]);
  const paths = () => site.requests.filter((path) => path.includes(secret));
  expect(paths()).toEqual([]);
  await tab.page.evaluate((url) => fetch(url), `${site.url}${secret}-control`);
  expect(paths()).toEqual([`/${secret}-control`]);
});

test("a module does not hear what tabs tell each other", async ({ open }) => {
  const eavesdropper = await open(`import * as gr from "interstate";

const heard: string[] = [];
const names = ["probe", "interstate", "/", "rooms"];
for (const name of names) new BroadcastChannel(name).onmessage = (event) => heard.push(String(event.data));

function report() {
  return { heard: heard.length };
}

export default gr.Interface({ fn: report, inputs: [], outputs: gr.JSON({ label: "Report" }) });
`);
  const witness = await open(messageHistory);
  const heard = await listen(eavesdropper.page);
  await witness.page.evaluate(() => new BroadcastChannel("probe").postMessage("secret"));
  await expect.poll(() => heard()).toEqual(["secret"]);
  await eavesdropper.user.generate.click();
  await eavesdropper.user.showsJson("Report", { heard: 0 });
});

test("a module that forges messages on every port it can get at cannot harm the page", async ({
  open,
  expectErrors,
}) => {
  expectErrors(/./);
  const tab = await open(`import * as gr from "interstate";

const post = MessagePort.prototype.postMessage;
const ports = new Set<MessagePort>();
const forged = [
  null, 1, "text", [], {}, { id: "1", type: "RAW", value: { __proto__: { polluted: true } } },
  { type: "SET", path: ["__proto__", "polluted"], value: { type: "RAW", value: "yes" } },
  { type: "APPLY", path: ["constructor", "constructor"], argumentList: [{ type: "RAW", value: "globalThis.polluted = 1" }] },
  { type: "yield", call: "1", seq: -1, step: { outputs: 3 } },
  { type: "console", entries: [{ level: "evil", text: {} }], dropped: -5 },
];
MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
  ports.add(this);
  return (post as Function).apply(this, args);
} as typeof post;

let calls = 0;

function run() {
  calls += 1;
  for (const port of ports) for (const message of forged) (post as Function).call(port, message);
  for (const message of forged) self.postMessage(message);
  return calls;
}

export default gr.Interface({ fn: run, inputs: [], outputs: gr.Number({ label: "Calls" }) });
`);
  await tab.user.generate.click();
  // Whether the worker is kept or given up, the page stays itself and the next program runs.
  await expect(tab.user.generate.or(tab.user.alert).first()).toBeVisible();
  expect(
    await tab.page.evaluate(() => Object.keys(Object.prototype).concat("polluted" in globalThis ? "polluted" : [])),
  ).toEqual([]);
  const next = await open(messageHistory);
  await next.user.send({ message: "one" });
  await next.user.showsJson("output 0", { "Current messages": "one", "Previous messages": [] });
});

/** Collects what a page hears on the channel "probe". */
async function listen(page: Page): Promise<() => Promise<unknown[]>> {
  const received = await page.evaluateHandle(() => {
    const messages: unknown[] = [];
    new BroadcastChannel("probe").addEventListener("message", (event) => messages.push(event.data));
    return messages;
  });
  return () => received.jsonValue();
}
