import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { Draft, Drafts } from "../../drafts/drafts.ts";
import { findExample } from "../../examples/index.ts";
import type { Address } from "../../share/address.ts";
import type { BrowserTab } from "./browser-tab.ts";
import { createLastWords } from "./last-words.ts";
import { openDocument, readStart } from "./open-document.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function setup(address: Address = { kind: "link", source: "start", view: null }, stored: Draft | null = null) {
  const kept = new Map<string, string>();
  const lastWords = createLastWords(
    "/",
    () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }),
    () => 2000,
  );
  if (stored) lastWords.keep(stored.id, "typed last");
  const texts: string[] = [];
  const tab = {
    place: "https://example.org/",
    current: "",
    steps: 0,
    leave: () => undefined as void,
    goElsewhere: () => undefined as void,
    hash: () => tab.current,
    write: vi.fn<BrowserTab["write"]>((hash, asStep) => {
      tab.current = hash;
      if (asStep) tab.steps++;
    }),
    onLeaving: (listener: () => void) => void (tab.leave = listener),
    onOtherAddress: (listener: () => void) => void (tab.goElsewhere = listener),
    reload: vi.fn(),
  };
  const save = vi.fn(async (_id: string, { source }: { readonly source: string }) => {
    texts.push(source);
    return { id: "", title: "", source, created: 0, updated: 0, from: null };
  });
  const drafts: Drafts = {
    durable: true,
    load: async () => stored,
    save,
    list: async () => [],
    remove: async () => {},
  };
  const start = await readStart(address, drafts, lastWords);
  if (!start) throw new Error("expected a start");
  return { document: openDocument(start, drafts, tab, lastWords), tab, save, texts, kept };
}

test("what was typed last is saved when the page may be about to go", async () => {
  const { document, tab, texts } = await setup();
  document.setSource("a");
  document.setSource("ab");
  await vi.advanceTimersByTimeAsync(0);
  expect(texts).toEqual(["a"]);
  tab.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(texts).toEqual(["a", "ab"]);
});

test("another address is opened once what was typed is saved", async () => {
  const { document, tab, save } = await setup();
  const slow = createDeferred<never>();
  document.setSource("a");
  await vi.advanceTimersByTimeAsync(0);
  document.setSource("ab");
  save.mockReturnValueOnce(slow.promise);
  tab.goElsewhere();
  await vi.advanceTimersByTimeAsync(0);
  expect(save).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ source: "ab" }));
  expect(tab.reload).not.toHaveBeenCalled();
  slow.reject(new Error("no space"));
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.reload).toHaveBeenCalledTimes(1);
});

test("another address does not wait for ever for a save", async () => {
  const { document, tab, save } = await setup();
  save.mockReturnValueOnce(createDeferred<never>().promise);
  document.setSource("a");
  tab.goElsewhere();
  await vi.advanceTimersByTimeAsync(999);
  expect(tab.reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(tab.reload).toHaveBeenCalledTimes(1);
});

test("a failed save is told, tried again at growing intervals, and made good", async () => {
  const { document, save, texts } = await setup();
  save.mockRejectedValueOnce(new Error("no space")).mockRejectedValueOnce(new Error("no space"));
  document.setSource("a");
  await vi.advanceTimersByTimeAsync(0);
  expect(document.saved()).toBe("failed");
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1999);
  expect([document.saved(), texts]).toEqual(["failed", []]);
  await vi.advanceTimersByTimeAsync(1);
  expect([document.saved(), texts]).toEqual(["saved", ["a"]]);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(save).toHaveBeenCalledTimes(3);
});

test("what becomes of a draft says nothing of the example that was opened after it", async () => {
  const { document, tab, save } = await setup();
  const slow = createDeferred<never>();
  save.mockReturnValueOnce(slow.promise);
  document.setSource("a");
  const example = findExample("score-tracker");
  if (!example) throw new Error("expected the example");
  document.openExample(example);
  slow.reject(new Error("no space"));
  await vi.advanceTimersByTimeAsync(0);
  expect([document.saved(), document.source(), tab.steps]).toEqual(["saved", example.source, 1]);
  // The draft's text is not lost for all that.
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ source: "a" }));
  expect(document.saved()).toBe("saved");
});

test("the first change is saved under the id that the address gets", async () => {
  const { document, tab, save } = await setup();
  document.setSource("a");
  const [id] = save.mock.calls[0] ?? [];
  expect(tab.current).toBe(`#draft=${id}&src=a`);
  document.setSource("ab");
  expect(tab.write).toHaveBeenCalledTimes(1);
});

const id = "abcdefgh12345678";
const draft: Draft = { id, title: "Mine", source: "stored", created: 1, updated: 1999, from: null };

test("what the database had not taken when the page went is there again, and is saved then", async () => {
  const { document, texts, kept } = await setup({ kind: "draft", id, source: null, view: null }, draft);
  expect(document.source()).toBe("typed last");
  await vi.advanceTimersByTimeAsync(0);
  expect([texts, kept.size]).toEqual([["typed last"], 0]);
});

test("what was saved later than that counts", async () => {
  const { document, texts } = await setup({ kind: "draft", id, source: null, view: null }, { ...draft, updated: 2000 });
  await vi.advanceTimersByTimeAsync(0);
  expect([document.source(), texts]).toEqual(["stored", []]);
});

test("leaving keeps just what is not saved yet, and lets go of it once it is", async () => {
  const { document, tab, kept } = await setup();
  document.setSource("a");
  tab.leave();
  expect([...kept.values()]).toEqual(["2000 a"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.size).toBe(0);
  tab.leave();
  expect(kept.size).toBe(0);
});
