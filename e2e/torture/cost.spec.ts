// What a call costs follows what it changed, not how much there is: counted in operations of the storage and bytes that
// are written and sent, so that the machine's mood does not count.

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { size } from "./size.ts";

const listProgram = `import * as gr from "interstate";

const items: { id: string; score: number }[] = [];
const byId = new Map<string, { id: string; score: number }>();

function step(call: string) {
  const { id, op, a = 0 } = JSON.parse(call);
  if (op === "fill") {
    for (let n = items.length; n < a; n++) {
      const item = { id: "item-" + n, score: n };
      items.push(item);
      byId.set(item.id, item);
    }
  }
  if (op === "push") items.push({ id: "one", score: 1 });
  if (op === "shift") items.shift();
  if (op === "change") byId.get("item-50")!.score += 1;
  return { id, result: items.length };
}

export default gr.Interface({ fn: step, inputs: gr.Textbox({ label: "Call" }), outputs: gr.JSON({ label: "Answer" }) });
`;

interface Cost {
  readonly reads: number;
  readonly writes: number;
  /** As JSON. */
  readonly writtenBytes: number;
  readonly messages: number;
  /** To the worker, to other tabs. */
  readonly sentBytes: number;
}

declare global {
  interface Window {
    cost: { -readonly [K in keyof Cost]: Cost[K] };
  }
}

test(`T13: what a call reads, writes and sends is the same with 100 items as with ${size.items}`, async ({
  openTab,
}) => {
  const tab = await openTab("tab", { program: listProgram, before: countCosts });
  const costs: { readonly items: number; readonly [op: string]: unknown }[] = [];
  for (let items = 100; items <= size.items; items *= 10) {
    // In steps, since one call may change so much only.
    for (let filled = Math.min(items, 10_000); filled <= items; filled += 10_000) await tab.call("fill", filled);
    // The first call after it still tells the worker what became of it.
    await tab.call("push");
    const row: Record<string, unknown> = {};
    for (const op of ["push", "shift", "change"]) {
      await tab.page.evaluate(() => {
        window.cost = { reads: 0, writes: 0, writtenBytes: 0, messages: 0, sentBytes: 0 };
      });
      expect(await tab.call(op)).toMatchObject({ kind: "done" });
      row[op] = await tab.page.evaluate(() => window.cost);
    }
    costs.push({ items, ...row });
  }
  const [least] = costs;
  for (const row of costs) {
    for (const op of ["push", "shift", "change"]) {
      const [small, large] = [least?.[op] as Cost, row[op] as Cost];
      const about = `${op} with ${row.items} items: ${JSON.stringify(large)}, with 100: ${JSON.stringify(small)}`;
      expect(large.writes, about).toBe(small.writes);
      expect(large.reads, about).toBe(small.reads);
      expect(large.messages, about).toBe(small.messages);
      // Numbers of more digits, and no more.
      expect(large.writtenBytes, about).toBeLessThan(small.writtenBytes + 200);
      expect(large.sentBytes, about).toBeLessThan(small.sentBytes + 200);
    }
  }
});

async function countCosts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.cost = { reads: 0, writes: 0, writtenBytes: 0, messages: 0, sentBytes: 0 };
    const bytes = (value: unknown) => JSON.stringify(value)?.length ?? 0;
    const { put, get, getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      window.cost.writes += 1;
      window.cost.writtenBytes += bytes([key, value]);
      return put.call(this, value, key);
    };
    IDBObjectStore.prototype.get = function (key) {
      window.cost.reads += 1;
      return get.call(this, key);
    };
    IDBObjectStore.prototype.getAll = function (...args: Parameters<IDBObjectStore["getAll"]>) {
      window.cost.reads += 1;
      return getAll.apply(this, args);
    };
    const countSent = (value: unknown): void => {
      // What keeps watch over tabs, workers and the event loop comes when it comes.
      const { type, path } = (value ?? {}) as { readonly type?: unknown; readonly path?: readonly string[] };
      const isOfCall = type === "commit" || (type === "APPLY" && path?.[0] !== "ping");
      if (!isOfCall) return;
      window.cost.messages += 1;
      window.cost.sentBytes += bytes(value);
    };
    const port = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: Parameters<typeof port>) {
      countSent(args[0]);
      port.apply(this, args);
    } as typeof port;
    const channel = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (message: unknown) {
      countSent(message);
      channel.call(this, message);
    };
  });
}
