// A page that frames the site, or holds a window of it, and is up to no good: it learns nothing and reaches nothing but what
// any page may have of an app that it shows.

import { expect, test } from "../fixtures/embedding-page.ts";
import { Playground } from "../fixtures/playground.ts";
import { linkTo } from "../fixtures/test.ts";
import { scoreTracker } from "../programs.ts";

const quoted = (text: string) => JSON.stringify(text);

/** Connects by hand, posts all of these over the port, and gives what comes back until `last` has been answered so often. */
function talk(address: string, messages: readonly string[], last: number, times = 1): string {
  return `new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.src = ${quoted(address)};
    const heard = [];
    let answers = 0;
    addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.data?.interstate !== "here") return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        heard.push(data);
        if (data.id === ${last} && data.type !== "event" && ++answers === ${times}) resolve(heard);
      };
      frame.contentWindow.postMessage({ interstate: "connect", version: 1, as: "client" }, "*", [port2]);
      for (const message of [${messages.join(",")}]) port1.postMessage(message);
    }, { once: true });
    document.body.append(frame);
  })`;
}

test("what a person has in an app by themselves is not to be had through a frame", async ({
  context,
  open,
  embed,
  addressOf,
}) => {
  const tab = await open(scoreTracker);
  await tab.user.send({ Score: "41" });
  await tab.user.showsJson("Top Scores", [41]);
  const { withClient, page } = await embed("");
  expect(
    await withClient(quoted(addressOf(scoreTracker)), `return (await app.predict("/trackScore", [1])).data;`),
  ).toEqual([[1]]);
  // Nor what another site's visitors have there.
  const other = await embed("", context);
  expect(
    await other.withClient(quoted(addressOf(scoreTracker)), `return (await app.predict("/trackScore", [2])).data;`),
  ).toEqual([[2]]);
  // The same site has its own again.
  await page.reload();
  expect(
    await withClient(quoted(addressOf(scoreTracker)), `return (await app.predict("/trackScore", [5])).data;`),
  ).toEqual([[5, 1]]);
  await tab.refresh();
  await tab.user.send({ Score: "40" });
  await tab.user.showsJson("Top Scores", [41, 40]);
});

test("a draft is not opened for a page that knows its id", async ({ open, embed }) => {
  const tab = await open(scoreTracker, { view: "split" });
  await tab.editor.ready();
  await tab.editor.replaceAll(scoreTracker.replace('"Score"', '"Private"'));
  await expect(tab.app.getByLabel("Private", { exact: true })).toBeVisible();
  await expect.poll(() => tab.page.url()).toContain("draft=");
  const id = /draft=([\w-]+)/.exec(tab.page.url())?.[1] ?? "";
  const { page } = await embed(`<iframe src="SITE#draft=${id}&view=app"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("This playground is not in this browser")).toBeVisible();
});

test("state is told to nobody whom the code does not name", async ({ embed, addressOf }) => {
  const { page } = await embed("");
  const heard = await page.evaluate<{ type: string; id?: number; message?: string }[]>(
    talk(
      addressOf(scoreTracker),
      [
        `{ type: "get", id: 1, name: "scores" }`,
        `{ type: "subscribe", id: 2, name: "scores" }`,
        `{ type: "get", id: 3, name: "__proto__" }`,
        `{ type: "get", id: 4, name: "constructor" }`,
        `{ type: "set", id: 5, name: "scores", value: [] }`,
      ],
      5,
    ),
  );
  const failed = heard.filter(({ type }) => type === "failed");
  expect(failed.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  for (const { message } of failed) expect(message).toContain("does not let pages that embed it");
  expect(heard.filter(({ type }) => type === "done" || type === "event")).toEqual([]);
});

test("messages of other shapes change nothing, and the app goes on", async ({ embed, addressOf }) => {
  const { page } = await embed("");
  const heard = await page.evaluate<
    { type: string; id?: number; message?: string; event?: { type: string; data?: unknown } }[]
  >(
    talk(
      addressOf(scoreTracker),
      [
        "null",
        "42",
        `"call"`,
        "[]",
        `{ type: "call", id: -1, endpoint: "/trackScore", inputs: [1] }`,
        `{ type: "call", id: "1", endpoint: "/trackScore", inputs: [1] }`,
        `{ type: "APPLY", id: 1, path: ["constructor"], argumentList: [] }`,
        `{ type: "call", id: 2, endpoint: ["/trackScore"], inputs: [1] }`,
        `{ type: "call", id: 3, endpoint: "/trackScore", inputs: new Map() }`,
        `{ type: "call", id: 4, endpoint: "/trackScore", inputs: JSON.parse('{"__proto__":{"score":1}}') }`,
        `{ type: "call", id: 5, endpoint: "/trackScore", inputs: new Array(1000).fill(1) }`,
        `{ type: "call", id: 6, endpoint: "/trackScore", inputs: ["x".repeat(70_000_000)] }`,
        `{ type: "cancel", id: 99 }`,
        `{ type: "call", id: 7, endpoint: "/trackScore", inputs: [3] }`,
        `{ type: "call", id: 7, endpoint: "/trackScore", inputs: [4] }`,
      ],
      7,
      2,
    ),
  );
  const answers = new Map(heard.filter(({ type }) => type === "failed").map(({ id, message }) => [id, message]));
  expect(answers.get(1)).toBe("There is no request of this type.");
  expect(answers.get(2)).toContain("An endpoint is named by a short text");
  expect(answers.get(3)).toContain("Inputs are a list");
  expect(answers.get(4)).toContain("has no parameter __proto__");
  expect(answers.get(5)).toContain("1000 inputs");
  expect(answers.get(6)).toContain("more than 64 MB");
  // Of two calls of one number, the second is refused, whether or not the session is open by then, and the first goes on.
  expect(answers.get(7)).toBe("A request of this number is under way.");
  expect(heard.filter(({ type, id }) => type === "done" && id === 7)).toHaveLength(1);
  expect(heard.filter(({ event }) => event?.type === "data").map(({ event }) => event?.data)).toEqual([[[3]]]);
  const app = page.frameLocator("iframe").first().getByRole("region", { name: "App", exact: true });
  await expect(app).toHaveAttribute("aria-busy", "false");
  expect(await page.frames()[1]?.evaluate(() => Reflect.get({}, "score") as unknown)).toBeUndefined();
});

test("a page that only holds a window of the site is not answered", async ({ context, embed, site }) => {
  const { page } = await embed("");
  const opening = context.waitForEvent("page");
  await page.evaluate(
    (address) => {
      const heard: unknown[] = [];
      const held = window.open(address);
      addEventListener("message", (event) => heard.push(event.data));
      Object.assign(globalThis, { heard, held });
    },
    site.url + linkTo(scoreTracker),
  );
  const tab = new Playground(await opening);
  await tab.ready();
  await page.evaluate(`(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard.push(data);
    held.postMessage({ interstate: "hello" }, "*");
    held.postMessage({ interstate: "connect", version: 1, as: "client" }, "*", [port2]);
    port1.postMessage({ type: "call", id: 1, endpoint: "/trackScore", inputs: [1] });
  })()`);
  await tab.user.send({ Score: "2" });
  await tab.user.showsJson("Top Scores", [2]);
  expect(await page.evaluate("heard")).toEqual([]);
});

test("a sibling frame is not answered either, and a page has no more clients than it needs", async ({
  embed,
  addressOf,
}) => {
  const { page } = await embed("");
  const result = await page.evaluate<{ sibling: unknown[]; messages: string[] }>(`(async () => {
    const victim = document.createElement("iframe");
    victim.src = ${quoted(addressOf(scoreTracker))};
    document.body.append(victim);
    const first = await interstate.Client.connect(victim);
    const sibling = document.createElement("iframe");
    sibling.srcdoc = \`<script>
      const heard = [];
      onmessage = (event) => heard.push(event.data);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data);
      parent.frames[0].postMessage({ interstate: "hello" }, "*");
      parent.frames[0].postMessage({ interstate: "connect", version: 1, as: "client" }, "*", [port2]);
      globalThis.heard = heard;
    </script>\`;
    await new Promise((resolve) => { sibling.onload = resolve; document.body.append(sibling); });
    const many = await Promise.allSettled(Array.from({ length: 16 }, () => interstate.Client.connect(victim)));
    const messages = many.filter(({ status }) => status === "rejected").map(({ reason }) => reason.message);
    first.close();
    await interstate.Client.connect(victim);
    return { sibling: sibling.contentWindow.heard, messages };
  })()`);
  expect(result.messages).toEqual([
    "16 clients are connected to this app already. Let those go that are done: close().",
  ]);
  expect(result.sibling).toEqual([]);
});
