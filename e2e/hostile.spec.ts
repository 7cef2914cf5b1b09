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

test("a hostile module reaches no storage, no channel and no network", async ({
  open,
  site,
  context,
  servePage,
  expectErrors,
}) => {
  expectErrors(
    /Content.Security.Policy/,
    /Firefox can’t/,
    /^Security Error/,
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
  const report = await tab.user.json<Record<string, string>>("Report");
  expect(Object.entries(report).filter(([, outcome]) => outcome !== "refused")).toEqual([]);
  expect(Object.keys(report).length).toBeGreaterThan(10);

  // What was not heard could have been: the same channel and the same address, used by the site itself.
  await tab.page.evaluate(() => new BroadcastChannel("probe").postMessage("from the page"));
  await expect.poll(() => heard()).toEqual(["from the page"]);
  const paths = () => site.requests.filter((path) => path.includes(secret));
  expect(paths()).toEqual([]);
  await tab.page.evaluate((url) => fetch(url), `${site.url}${secret}-control`);
  const elsewhere = await context.newPage();
  await elsewhere.goto(await servePage("<title>Elsewhere</title>"));
  await elsewhere.evaluate(
    (url) => new Promise((resolve, reject) => Object.assign(new WebSocket(url), { onopen: resolve, onerror: reject })),
    `${site.url.replace("http", "ws")}${secret}-socket`,
  );
  expect(paths()).toEqual([`/${secret}-control`, `/${secret}-socket`]);
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

/** Answers its own call with what it was sent, through the port that it takes from the event that called it. */
const forger = `import * as gr from "interstate";

const answer = steal();
const calls: number[] = [];

function steal() {
  const read = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")!.get!;
  let port: MessagePort | null = null;
  let id = "";
  Object.defineProperty(MessageEvent.prototype, "data", {
    get(this: MessageEvent) {
      const data = read.call(this);
      if (this.currentTarget instanceof MessagePort && data?.path?.[0] === "call") {
        port = this.currentTarget;
        id = data.id;
      }
      return data;
    },
  });
  return (message: object) => {
    if (!("name" in message)) return port!.postMessage({ id, ...message });
    const value = new MessageChannel().port1;
    port!.postMessage({ id, ...message, value }, [value]);
  };
}

function run(forged: string, times: number) {
  calls.push(times);
  for (let i = 0; i < times; i++) {
    self.postMessage(JSON.parse(forged));
    answer(JSON.parse(forged));
  }
  return calls.length;
}

export default gr.Interface({
  fn: run,
  inputs: [gr.Textbox({ label: "Answer" }), gr.Number({ label: "Times" })],
  outputs: gr.Number({ label: "Calls" }),
});
`;

const step = { outputs: [], room: [], session: [], browser: [] };
const returned = (value: object) => ({ type: "RAW", value: { kind: "returned", durationMs: 1, ...value } });

const forgeries: readonly { readonly what: string; readonly answer: object; readonly says: string }[] = [
  { what: "nothing", answer: { type: "RAW" }, says: "not an object" },
  { what: "an outcome of no kind", answer: { type: "RAW", value: { durationMs: 1 } }, says: "not a call outcome" },
  {
    what: "an outcome that would change all objects",
    answer: JSON.parse('{ "type": "RAW", "value": { "__proto__": { "polluted": 1 }, "constructor": {} } }') as object,
    says: "not a number",
  },
  { what: "no step", answer: returned({ step: null }), says: "not an object" },
  { what: "outputs that are no list", answer: returned({ step: { ...step, outputs: { length: 1 } } }), says: "a list" },
  {
    what: "an output of another kind",
    answer: returned({ step: { ...step, outputs: [{ kind: "value", value: { text: "1" } }] } }),
    says: "cannot be shown there",
  },
  {
    what: "more outputs than there are",
    answer: returned({ step: { ...step, outputs: [{ kind: "skip" }, { kind: "skip" }] } }),
    says: "too many outputs",
  },
  {
    what: "an operation that there is not",
    answer: returned({ step: { ...step, room: [["everything", 1]] } }),
    says: "an operation is of an unknown kind",
  },
  {
    what: "an exception",
    answer: { type: "HANDLER", name: "throw" },
    says: "refused to answer",
  },
  { what: "an object of its own, to be called", answer: { type: "HANDLER", name: "proxy" }, says: "refused to answer" },
];

test("a module that answers for its runtime is refused whatever it says, and keeps neither page nor state from working", async ({
  open,
}) => {
  const tab = await open(forger);
  for (const { what, answer, says } of forgeries) {
    await test.step(what, async () => {
      await tab.user.send({ Answer: JSON.stringify(answer), Times: "1" });
      await expect(tab.user.alert).toContainText(says);
    });
  }
  expect(await tab.page.evaluate(() => [Reflect.get({}, "polluted"), typeof {}.constructor])).toEqual([
    undefined,
    "function",
  ]);
  // Nothing of what the refused calls did was kept.
  await tab.user.send({ Answer: "{}", Times: "0" });
  await tab.user.shows("Calls", "1");
});

test("a module that floods the page with answers is ended", async ({ open }) => {
  const tab = await open(forger);
  await tab.user.send({ Answer: '{ "id": "nobody asked" }', Times: "300000" });
  await expect(tab.user.alert).toContainText("run was ended");
  await tab.user.send({ Answer: "{}", Times: "0" });
  await tab.user.shows("Calls", "1");
});

test("a widget that throws breaks its card alone, until the app is another", async ({ open }) => {
  const tab = await open(
    `import * as gr from "interstate";

function run(text: string) {
  return [text];
}

export default gr.Interface({ fn: run, inputs: gr.Textbox({ label: "Text" }), outputs: gr.JSON({ label: "Result" }) });
`,
    { view: "split" },
  );
  await tab.toolbar("Add user").click();
  await tab.ready();
  // No value that gets as far as a widget makes one throw, so the page itself is broken for one value.
  await tab.page.evaluate(() => {
    JSON.stringify = new Proxy(JSON.stringify, {
      apply(stringify, _, args: unknown[]) {
        if (args[0] === "bad") throw new Error("Cannot be drawn.");
        return Reflect.apply(stringify, undefined, args) as string;
      },
    });
  });
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.send({ Text: "bad" });
  await expect(first.alert).toContainText("could not be drawn");
  await second.send({ Text: "good" });
  await second.showsJson("Result", ["good"]);
  await first.button("Start a new session").click();
  await first.send({ Text: "fine" });
  await first.showsJson("Result", ["fine"]);

  await first.send({ Text: "bad" });
  await expect(first.alert).toContainText("could not be drawn");
  await tab.editor.replaceAll(messageHistory);
  await expect(first.field("message")).toBeVisible();
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
