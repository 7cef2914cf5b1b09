// Stop ends any call at any time, and nothing that was committed is lost by it.

import { watchFrames } from "./fixtures/responsiveness.ts";
import { expect, test } from "./fixtures/test.ts";

const maybeEndless = `import * as gr from "interstate";

const scores: number[] = [];

function track(score: number, mine: number[]) {
  scores.push(score);
  mine.push(score);
  if (score === 13) while (true) {}
  return [{ scores, mine }, mine];
}

export default gr.Interface({
  fn: track,
  inputs: [gr.Number({ label: "Score" }), gr.State([])],
  outputs: [gr.JSON({ label: "Result" }), gr.State()],
});
`;

test("Stop ends an endless loop, undoes its call, and the next call works with all state kept", async ({ open }) => {
  const { page, user } = await open(maybeEndless);
  await user.send({ Score: "3" });
  await user.showsJson("Result", { scores: [3], mine: [3] });

  const frames = await watchFrames(page);
  await user.send({ Score: "13" });
  await user.stop.click();
  await expect(user.submit).toBeVisible();
  await frames.stayedResponsive();
  await expect(user.status).toHaveText(/^stopped after [\d.]+ m?s\. What it changed was undone\.$/);

  await user.send({ Score: "5" });
  await user.showsJson("Result", { scores: [3, 5], mine: [3, 5] });
});

test("an endless loop of one user holds up the queue, until Stop lets the next go on", async ({ open }) => {
  const tab = await open(maybeEndless);
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.send({ Score: "13" });
  await second.send({ Score: "7" });
  await expect(second.status).toContainText("queue:");
  await first.stop.click();
  await second.showsJson("Result", { scores: [7], mine: [7] });
});

test("a call that waits in the queue can be stopped there", async ({ open }) => {
  const tab = await open(maybeEndless);
  await tab.toolbar("Add user").click();
  const [first, second] = [tab.userNumber(1), tab.userNumber(2)];
  await first.send({ Score: "13" });
  await second.send({ Score: "7" });
  await expect(second.status).toContainText("queue:");
  await second.stop.click();
  await expect(second.submit).toBeVisible();
  await first.stop.click();
  await second.send({ Score: "9" });
  await second.showsJson("Result", { scores: [9], mine: [9] });
});

test("a tab that is closed in the middle of a call neither holds up the others nor leaves a trace", async ({
  open,
}) => {
  const [first, second] = [await open(maybeEndless), await open(maybeEndless)];
  await first.user.send({ Score: "13" });
  await expect(first.user.stop).toBeVisible();
  await first.page.close();
  await second.user.send({ Score: "7" });
  await second.user.showsJson("Result", { scores: [7], mine: [7] });
});

test("a generator streams, and Stop ends it at its yield: what it yielded stays, and so does its worker", async ({
  open,
}) => {
  const { user } = await open(`import * as gr from "interstate";

class Worker {
  id = Math.random();
}

const worker = new Worker();
let yields = 0;

async function* count() {
  while (true) {
    yields += 1;
    yield { yields, worker: worker.id };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export default gr.Interface({ fn: count, inputs: [], outputs: gr.JSON({ label: "Progress" }) });
`);
  const progress = () => user.json<{ yields: number; worker: number }>("Progress");
  const runAndStop = async (before: number) => {
    await user.generate.click();
    await expect.poll(async () => (await progress()).yields).toBeGreaterThan(before);
    await user.stop.click();
    await expect(user.generate).toBeVisible();
    return progress();
  };
  let stopped = await runAndStop(3);
  // A worker that does not reach its yield within 100 ms of Stop is ended, as a busy machine may make it.
  await expect(async () => {
    const before = stopped;
    stopped = await runAndStop(before.yields);
    expect(stopped.worker).toBe(before.worker);
  }).toPass({ intervals: [0], timeout: 60_000 });
});
