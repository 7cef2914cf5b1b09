// The sandbox that workers live in: what it notices of their end, what it lets them send, and what it takes no notice of.

import type { Locator } from "@playwright/test";
import { inWorkers } from "./fixtures/held.ts";
import { watchFrames } from "./fixtures/responsiveness.ts";
import { expect, test } from "./fixtures/test.ts";

const idler = `import * as gr from "interstate";

const kept: string[] = [];
const worker = { id: Math.random(), isLoadedOnce() {} };

function tell(what: string, mine: string[]) {
  Object.assign(self, { called: true });
  kept.push(what);
  mine.push(what);
  return [{ kept, mine, worker: worker.id }, mine];
}

export default gr.Interface({
  fn: tell,
  inputs: [gr.Textbox({ label: "What" }), gr.State([])],
  outputs: [gr.JSON({ label: "Result" }), gr.State()],
});
`;

test("when the sandbox's process dies the page says so, and the next call works with all state kept", async ({
  open,
  context,
}) => {
  const { page, user } = await open(idler);
  await user.send({ What: "one" });
  await expect(user.field("Result")).toContainText("one");

  const [frame] = page.mainFrame().childFrames();
  if (!frame) throw new Error("There is no sandbox.");
  const crashed = page.waitForEvent("crash");
  // It never answers.
  void (await context.newCDPSession(frame)).send("Page.crash").catch(() => undefined);
  await crashed;

  // Playwright takes the whole page for crashed and waits for nothing in it, but still answers questions.
  const says = (locator: Locator) => expect.poll(async () => (await locator.allTextContents()).join());
  // Nobody tells the page: it counts pings that are not answered.
  await says(user.alert).toContain("ran out of memory or crashed");
  await user.send({ What: "two" });
  await user.showsJson("Result", { kept: ["one", "two"], mine: ["one", "two"], worker: expect.any(Number) });
});

test("a worker that closes itself while nothing is called says so, and the next call works", async ({ open }) => {
  const { page, user } = await open(idler);
  await user.send({ What: "one" });
  await user.showsJson("Result", { kept: ["one"], mine: ["one"], worker: expect.any(Number) });
  await inWorkers(page, "if (self.called) self.close()");
  await expect(user.alert).toContainText("The worker closed itself");
  await user.send({ What: "two" });
  await user.showsJson("Result", {
    kept: ["one", "two"],
    mine: ["one", "two"],
    worker: expect.any(Number),
  });
});

test("a worker that closes itself in a call ends the call", async ({ open }) => {
  const { user } = await open(`import * as gr from "interstate";

const kept: string[] = [];

function tell(what: string) {
  kept.push(what);
  if (what !== "close") return kept;
  self.close();
  return new Promise(() => {});
}

export default gr.Interface({ fn: tell, inputs: gr.Textbox({ label: "What" }), outputs: gr.JSON({ label: "Result" }) });
`);
  await user.send({ What: "close" });
  await expect(user.alert).toContainText("tell closed its own worker");
  await user.send({ What: "two" });
  await user.showsJson("Result", ["two"]);
});

test("a worker that is busy while nothing is called is not taken for dead", async ({ open }) => {
  const { page, user } = await open(idler);
  await user.send({ What: "one" });
  const { worker } = await user.json<{ worker: number }>("Result");
  await inWorkers(
    page,
    "if (self.called) setTimeout(() => { const end = Date.now() + 4000; while (Date.now() < end); })",
  );
  await user.send({ What: "two" });
  await user.showsJson("Result", { kept: ["one", "two"], mine: ["one", "two"], worker });
  await expect(user.alert).toHaveCount(0);
});

test("a load that hangs after a Stop can be stopped in its turn", async ({ open }) => {
  const { page, user } = await open(`import * as gr from "interstate";

while ("hangs" in self) {}

function run(n: number) {
  while (n === 13) {}
  return n;
}

export default gr.Interface({ fn: run, inputs: gr.Number({ label: "N" }), outputs: gr.JSON({ label: "Result" }) });
`);
  // One has loaded, another is ready to take its place.
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);
  await inWorkers(page, "self.hangs = true");
  await user.send({ N: "13" });
  await user.stop.click();
  await expect(user.status.filter({ hasText: "has not finished loading" })).toBeVisible();
  const frames = await watchFrames(page);
  await user.stop.click();
  await expect(user.alert).toContainText("Stopped before the module had finished loading");
  await expect(user.submit).toBeEnabled();
  await frames.stayedResponsive();
});

test("outputs that are too large are an error of their call, in words", async ({ open }) => {
  const { page, user } = await open(`import * as gr from "interstate";

function run(n: number) {
  return n === 0 ? 0 : Array.from({ length: n }, () => []);
}

export default gr.Interface({ fn: run, inputs: gr.Number({ label: "N" }), outputs: gr.JSON({ label: "Result" }) });
`);
  const frames = await watchFrames(page);
  await user.send({ N: "2000000" });
  await expect(user.alert).toContainText("The output is more values than the page can take in");
  await frames.stayedResponsive();
  await user.send({ N: "0" });
  await user.shows("Result", "0");
});

test("a generator may yield as fast as it can, and all of its yields count", async ({ open }) => {
  const { page, user } = await open(`import * as gr from "interstate";

let count = 0;

function* run() {
  for (let i = 0; i < 5_000; i++) yield { count: ++count };
}

export default gr.Interface({ fn: run, inputs: [], outputs: gr.JSON({ label: "Progress" }) });
`);
  const frames = await watchFrames(page);
  await user.generate.click();
  await expect(user.field("Progress")).toContainText("5000");
  await expect(user.generate).toBeVisible();
  await frames.stayedResponsive();
});
