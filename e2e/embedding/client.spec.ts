// The client of interstate.js: Gradio's verbs, in a page of another origin.

import { expect, test } from "../fixtures/embedding-page.ts";
import { messageHistory, scoreTracker } from "../programs.ts";

const counter = `import * as gr from "interstate";
async function* count(to: number, label = "tick") {
  for (let n = 1; n <= to; n++) {
    yield label + " " + n;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
export default gr.Interface({ fn: count, inputs: [gr.Number({ label: "To" }), gr.Textbox({ label: "Label", value: "tick" })], outputs: "textbox" });
`;

const quoted = (text: string) => JSON.stringify(text);

test("predict calls an endpoint by position or by name, and takes what is left out from the app", async ({
  embed,
  addressOf,
}) => {
  const { withClient } = await embed("");
  const results = await withClient(
    quoted(addressOf(counter)),
    `return [
      (await app.predict("/count", [2, "bell"])).data,
      (await app.predict("count", { to: 3 })).data,
    ];`,
  );
  expect(results).toEqual([["bell 2"], ["tick 3"]]);
});

test("each client is a session of its own, and shared variables are shared", async ({ embed, addressOf }) => {
  const { page } = await embed("");
  const [state, scores] = await page.evaluate<[unknown, unknown]>(`(async () => {
    const connect = (address) => interstate.Client.connect(address);
    const [a, b] = await Promise.all([connect(${quoted(addressOf(messageHistory))}), connect(${quoted(addressOf(messageHistory))})]);
    await a.predict("/storeMessage", ["one"]);
    const state = [
      (await a.predict("/storeMessage", ["two"])).data,
      (await b.predict("/storeMessage", ["three"])).data,
    ];
    const [c, d] = await Promise.all([connect(${quoted(addressOf(scoreTracker))}), connect(${quoted(addressOf(scoreTracker))})]);
    await c.predict("/trackScore", [3]);
    const scores = (await d.predict("/trackScore", [9])).data;
    return [state, scores];
  })()`);
  expect(state).toEqual([
    [{ "Current messages": "two", "Previous messages": ["one"] }],
    [{ "Current messages": "three", "Previous messages": [] }],
  ]);
  expect(scores).toEqual([[9, 3]]);
});

test("submit tells of every yield and of the status, and ends", async ({ embed, addressOf }) => {
  const { withClient } = await embed("");
  const events = await withClient<{ type: string; stage?: string; data?: unknown }[]>(
    quoted(addressOf(counter)),
    `const events = [];
    for await (const event of app.submit("/count", [3])) events.push(event);
    return events;`,
  );
  expect(events.filter(({ type }) => type === "data").map(({ data }) => data)).toEqual([
    ["tick 1"],
    ["tick 2"],
    ["tick 3"],
  ]);
  expect(events[0]).toMatchObject({ type: "status", stage: "pending" });
  expect(events.at(-1)).toMatchObject({ type: "status", stage: "complete", cancelled: false });
  expect(events.filter(({ stage }) => stage === "generating").length).toBe(3);
});

test("cancel stops a call that would never end, and the next one is answered", async ({ embed, addressOf }) => {
  const { withClient } = await embed("");
  const [last, next] = await withClient<[unknown, unknown]>(
    quoted(addressOf(counter)),
    `const call = app.submit("/count", [1e9]);
    let last = null;
    for await (const event of call) {
      if (event.type === "data" && event.data[0] === "tick 2") call.cancel();
      last = event;
    }
    return [last, (await app.predict("/count", [1])).data];`,
  );
  expect(last).toMatchObject({ type: "status", stage: "complete", cancelled: true });
  expect(next).toEqual(["tick 1"]);
});

test("viewApi says what there is, with types", async ({ embed, addressOf }) => {
  const { withClient } = await embed("");
  const api = await withClient(quoted(addressOf(counter)), "return await app.viewApi();");
  expect(api).toEqual({
    namedEndpoints: {
      "/count": {
        parameters: [
          {
            parameterName: "to",
            label: "To",
            component: "Number",
            type: "number",
            parameterHasDefault: false,
            parameterDefault: null,
          },
          {
            parameterName: "label",
            label: "Label",
            component: "Textbox",
            type: "string",
            parameterHasDefault: true,
            parameterDefault: "tick",
          },
        ],
        returns: [{ label: "output", component: "Textbox", type: "string" }],
      },
    },
  });
});

const endpoints = `import * as gr from "interstate";
const notes: string[] = [];
const add = (a: number, b = 10) => ({ sum: a + b });
function greet(name: string) { return "Hello " + name; }
function hidden() { return "secret"; }
export default gr.Blocks(() => {
  const name = gr.Textbox({ label: "Name" });
  const out = gr.Textbox({ label: "Out" });
  const button = gr.Button("Greet");
  button.click({ fn: greet, inputs: name, outputs: out });
  button.click({ fn: greet, inputs: name, outputs: out, apiName: "welcome" });
  button.click({ fn: hidden, outputs: out, apiName: false });
  button.click({ fn: () => "anonymous", outputs: out });
  gr.api(add);
  gr.api((note: string) => { notes.push(note); return notes; }, { apiName: "note" });
});
`;

test("gr.api and apiName make endpoints, and apiName: false hides one", async ({ embed, addressOf }) => {
  const { withClient } = await embed("");
  const [names, ...results] = await withClient<unknown[]>(
    quoted(addressOf(endpoints)),
    `return [
      Object.keys((await app.viewApi()).namedEndpoints),
      (await app.predict("/add", [1])).data,
      (await app.predict("/add", { a: 1, b: 2 })).data,
      (await app.predict("/welcome", ["Ada"])).data,
      (await app.predict("/note", [["any", { "JSON": true }]])).data,
    ];`,
  );
  expect(names).toEqual(["/greet", "/welcome", "/add", "/note"]);
  expect(results).toEqual([[{ sum: 11 }], [{ sum: 3 }], ["Hello Ada"], [[["any", { JSON: true }]]]]);
});

const failing = `import * as gr from "interstate";
function half(n: number) { if (n % 2) throw new Error("odd: " + n); return n / 2; }
export default gr.Interface({ fn: half, inputs: gr.Number({ label: "N", max: 100 }), outputs: "number" });
`;

test("what goes wrong comes as words", async ({ embed, addressOf, site }) => {
  const { page, withClient } = await embed("");
  const messages = await withClient<string[]>(
    quoted(addressOf(failing)),
    `const words = (promise) => promise.then(() => "no error", (error) => error.message);
    return [
      await words(app.predict("/half", [3])),
      await words(app.predict("/half", ["three"])),
      await words(app.predict("/half", [101])),
      await words(app.predict("/half", [1, 2])),
      await words(app.predict("/half", { m: 1 })),
      await words(app.predict("/quarter", [1])),
      await words(app.predict("/half", [() => 1])),
      await words(app.predict("/half", "x")),
      String((await app.predict("/half", [8])).data),
    ];`,
  );
  expect(messages[0]).toContain("half threw an error: odd: 3");
  expect(messages[1]).toContain("/half: n: Enter a number");
  expect(messages[2]).toContain("at most 100");
  expect(messages[3]).toBe("/half takes 1 input, not 2.");
  expect(messages[4]).toBe("/half has no parameter m. It takes n.");
  expect(messages[5]).toBe("The app has no endpoint /quarter. It has /half.");
  expect(messages[6]).toContain("could not be cloned");
  expect(messages[7]).toContain("Inputs are a list");
  expect(messages[8]).toBe("4");

  const connect = (address: string) =>
    page.evaluate<string>(
      `interstate.Client.connect(${quoted(address)}, { timeoutMs: 100_000 }).then(() => "connected", (error) => error.message)`,
    );
  expect(await connect(addressOf("export default 1 +;"))).toContain("The app does not run, line 1");
  expect(await connect("ftp://example.com")).toContain("is no address of an app");
  const nobody = await page.evaluate<string>(
    `interstate.Client.connect(${quoted(`${site.url}icon.svg`)}, { timeoutMs: 500 }).catch((error) => error.message)`,
  );
  expect(nobody).toContain("No app answered at");
});

const shared = `import * as gr from "interstate";
export const embed = { read: ["scores"], write: ["limit"] };
const scores: number[] = [];
let limit = 3;
let secret = 1;
function score(n: number) { scores.push(n); secret += n; return scores.length <= limit ? "in" : "out"; }
function setLimit(n: number) { limit = n; }
export default gr.Interface({ fn: score, inputs: gr.Number({ label: "Score" }), outputs: "textbox" });
`;

test("state can be read, followed and written as far as the code lets it", async ({ embed, addressOf }) => {
  const { withClient } = await embed("");
  const result = await withClient<Record<string, unknown>>(
    quoted(addressOf(shared)),
    `const words = (promise) => promise.then(() => "no error", (error) => error.message);
    const seen = [];
    const reached = Promise.withResolvers();
    const stop = await app.state.subscribe("scores", (value) => {
      seen.push(value);
      if (value.length === 2) reached.resolve();
    });
    await app.predict("/score", [4]);
    await app.predict("/score", [5]);
    await reached.promise;
    stop();
    await app.state.set("limit", 1);
    return {
      scores: await app.state.get("scores"),
      limit: await app.state.get("limit"),
      obeyed: (await app.predict("/score", [6])).data,
      first: seen[0],
      last: seen.at(-1),
      hidden: await words(app.state.get("secret")),
      fixed: await words(app.state.set("scores", [])),
      wrong: await words(app.state.set("limit", new Error("x"))),
    };`,
  );
  expect(result).toMatchObject({ scores: [4, 5], limit: 1, obeyed: ["out"], first: [], last: [4, 5] });
  expect(result["hidden"]).toContain('export const embed = { read: ["secret"] }');
  expect(result["fixed"]).toContain('does not let pages that embed it write "scores"');
  expect(result["wrong"]).toContain("cannot be shared");
});

test("a closed client, and one whose app is loaded again, say so", async ({ embed, addressOf }) => {
  const { page } = await embed("");
  const messages = await page.evaluate<string[]>(`(async () => {
    const words = (promise) => promise.then(() => "no error", (error) => error.message);
    const frame = document.createElement("iframe");
    frame.src = ${quoted(addressOf(counter))};
    document.body.append(frame);
    const app = await interstate.Client.connect(frame);
    const waiting = words(app.predict("/count", [1e9]));
    frame.contentWindow.postMessage("unheard", "*");
    frame.src = ${quoted(addressOf(failing))};
    const loadedAgain = await waiting;
    const next = await interstate.Client.connect(frame);
    next.close();
    return [loadedAgain, await words(next.predict("/half", [2]))];
  })()`);
  expect(messages[0]).toContain("loaded again");
  expect(messages[1]).toBe("This client is closed.");
});

/** Stands in for an app: answers as one does, and then as the test wants it. */
const standIn = (onConnect: string) => `<!doctype html><title>Stand-in</title><script>
  const say = () => parent.postMessage({ interstate: "here", version: 1, page: String(performance.timeOrigin) }, "*");
  addEventListener("message", ({ data }) => {
    if (data.interstate === "hello") say();
    if (data.interstate === "connect") { ${onConnect} }
  });
  say();
</script>`;

for (const { what, onConnect, timeoutMs, says } of [
  { what: "that never runs", onConnect: "", timeoutMs: 8000, says: "did not run within 8 s" },
  {
    what: "that is loaded again before it runs",
    onConnect: "location.reload();",
    timeoutMs: 100_000,
    says: "The app was loaded again",
  },
]) {
  test(`connecting to an app ${what} ends in words, and leaves no frame behind`, async ({ embed, servePage }) => {
    const address = await servePage(standIn(onConnect));
    const { page } = await embed("");
    const connecting = `interstate.Client.connect(${quoted(address)}, { timeoutMs: ${timeoutMs} })`;
    const message = page.evaluate<string>(`${connecting}.then(() => "connected", (error) => error.message)`);
    expect(await message).toContain(says);
    await expect(page.locator("iframe")).toHaveCount(0);
  });
}

test("a chat is talked with by messages alone; each client has a history of its own", async ({ embed, addressOf }) => {
  const { page } = await embed("");
  const chat = `import * as gr from "interstate";
function reply(message: string, history: gr.HistoryMessage[], tone: string) {
  if (message === "show") return [gr.Image(new Blob(["x"], { type: "image/png" })), "There."];
  return \`\${history.length}: \${message}\${tone}\`;
}
export default gr.ChatInterface({ fn: reply, additionalInputs: gr.Textbox({ label: "Tone", value: "!" }) });
`;
  const { api, first, second, other, shown } = await page.evaluate<Record<string, unknown>>(`(async () => {
    const address = ${quoted(addressOf(chat))};
    const [a, b] = await Promise.all([interstate.Client.connect(address), interstate.Client.connect(address)]);
    return {
      api: (await a.viewApi()).namedEndpoints,
      first: (await a.predict("/reply", ["Hi"])).data,
      second: (await a.predict("/reply", { message: "More", tone: "?" })).data,
      other: (await b.predict("/reply", ["Hi"])).data,
      shown: (await b.predict("/reply", ["show"])).data,
    };
  })()`);
  expect(api).toMatchObject({
    "/reply": { parameters: [{ parameterName: "message" }, { parameterName: "tone", parameterDefault: "!" }] },
  });
  expect([first, second, other]).toEqual([["0: Hi!"], ["2: More?"], ["0: Hi!"]]);
  expect(shown).toEqual([
    [
      { role: "assistant", content: [{ type: "component", component: "image", label: expect.any(String) as unknown }] },
      { role: "assistant", content: [{ type: "text", text: "There." }] },
    ],
  ]);
});
