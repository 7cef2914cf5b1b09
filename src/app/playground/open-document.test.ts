import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { createDrafts } from "../../drafts/drafts.ts";
import { loadExample } from "./load-example.ts";
import { type Address, parseAddress } from "../../share/address.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { draft, id, setup, setupBrowser } from "./document-setup.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
  const example = await loadExample("score-tracker");
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

test("what the database had not taken when the page went is there again, and is saved then", async () => {
  const { document, texts, kept } = await setup({ kind: "draft", id, code: null, view: null }, draft);
  expect(document.source()).toBe("typed last");
  await vi.advanceTimersByTimeAsync(0);
  expect([texts, kept.size]).toEqual([["typed last"], 0]);
});

test("a draft of which the database has taken nothing when the page went is there again, and is saved then", async () => {
  const never = { ...createDrafts({ store: createMemoryStore(), now: () => 1000 }) };
  const { openTab, drafts, kept } = setupBrowser({ drafts: never });
  const { save } = never;
  never.save = () => createDeferred<never>().promise;
  const { document, tab } = await openTab("a", {
    kind: "link",
    code: { form: "src", text: "start" },
    state: null,
    view: null,
  });
  document.setSource("s");
  document.setSource("typed");
  tab.leave();
  never.save = save;
  const address = parseAddress(tab.current);
  if (!address.ok || address.value.kind !== "draft") throw new Error("expected a draft's address");
  const again = await openTab("b", address.value);
  await vi.advanceTimersByTimeAsync(0);
  expect([again.document.source(), again.document.origin(), again.document.room()]).toEqual([
    "typed",
    { kind: "draft", id: address.value.id },
    document.room(),
  ]);
  expect([(await drafts.load(address.value.id))?.source, kept.size]).toEqual(["typed", 0]);
});

test("what was saved later than that counts", async () => {
  const { document, texts } = await setup({ kind: "draft", id, code: null, view: null }, { ...draft, updated: 2000 });
  await vi.advanceTimersByTimeAsync(0);
  expect([document.source(), texts]).toEqual(["stored", []]);
});

test("what is not stored yet is kept as it is typed, and the person is asked where not even that can be", async () => {
  const { document, tab, save, kept } = await setup();
  save.mockRejectedValue(new Error("no space"));
  document.setSource("a");
  document.setSource("ab");
  expect([...kept.values()]).toEqual([expect.stringContaining('"source":"ab"')]);
  expect(tab.isLosing()).toBe(false);
  kept.set = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  document.setSource("abc");
  expect(tab.isLosing()).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(kept.size).toBe(0);
  expect(parseAddress(tab.current)).toMatchObject({ value: { kind: "draft", code: { form: "src", text: "abc" } } });
});

test("where drafts are gone with the tab, the address has what was typed", async () => {
  const store = { ...createMemoryStore(), durable: false };
  const { openTab } = setupBrowser({ drafts: createDrafts({ store, now: () => 1000 }) });
  const code = { form: "src", text: "start" } as const;
  const { document, tab } = await openTab("a", { kind: "link", code, state: null, view: null });
  document.setSource("typed");
  await vi.advanceTimersByTimeAsync(1000);
  expect(document.saved()).toBe("memory");
  expect(parseAddress(tab.current)).toMatchObject({ value: { code: { form: "src", text: "typed" } } });
});

test("leaving keeps just what is not saved yet, and lets go of it once it is", async () => {
  const { document, tab, kept } = await setup();
  document.setSource("a");
  tab.leave();
  expect([...kept.values()]).toEqual([expect.stringContaining('"source":"a"')]);
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.size).toBe(0);
  tab.leave();
  expect(kept.size).toBe(0);
});

const mine: Address = { kind: "draft", id, code: null, view: null };

/** Two tabs of a browser, with the same draft open. */
async function setupTabs() {
  const browser = setupBrowser();
  await browser.drafts.save(id, {
    title: "Mine",
    named: false,
    beganAs: "Mine",
    source: "base",
    from: null,
    over: 0,
    writer: "before",
  });
  const [a, b] = [await browser.openTab("a", mine), await browser.openTab("b", mine)];
  const settle = () => vi.advanceTimersByTimeAsync(300);
  await settle();
  return { ...browser, a, b, settle, stored: async () => (await browser.drafts.load(id))?.source };
}

test("what one tab types the others show, and they ask before they type", async () => {
  const { a, b, settle, stored, openTab } = await setupTabs();
  expect([a.document.typedElsewhere(), b.document.typedElsewhere()]).toEqual([false, false]);
  a.document.setSource("base a");
  a.document.setSource("base ab");
  await settle();
  expect([b.document.source(), b.document.typedElsewhere(), b.document.sourceRevision()]).toEqual(["base ab", true, 2]);
  expect([a.document.typedElsewhere(), a.onReplaced.mock.calls.length]).toEqual([false, 0]);
  expect(b.onReplaced).toHaveBeenCalledTimes(2);
  const late = await openTab("c", mine);
  await settle();
  expect([late.document.source(), late.document.typedElsewhere()]).toEqual(["base ab", true]);
  expect(await stored()).toBe("base ab");
});

test("who asks to type gets what was typed elsewhere to the last letter, and types from then on", async () => {
  const { a, b, settle, stored } = await setupTabs();
  a.document.setSource("base a");
  await vi.advanceTimersByTimeAsync(0);
  a.document.setSource("base ab");
  await b.document.editHere();
  expect([a.document.typedElsewhere(), b.document.typedElsewhere(), b.document.source()]).toEqual([
    true,
    false,
    "base ab",
  ]);
  b.document.setSource("base abc");
  await settle();
  expect([a.document.source(), await stored()]).toEqual(["base abc", "base abc"]);
  expect([a.onKeptApart, b.onKeptApart].map((each) => each.mock.calls.length)).toEqual([0, 0]);
});

test("who types is not waited for when it is dead, and leaves the place free when it goes", async () => {
  const { a, b, settle } = await setupTabs();
  a.document.setSource("base a");
  await settle();
  a.tab.goAway();
  await settle();
  expect(b.document.typedElsewhere()).toBe(false);
  a.document.setSource("base aa");
  await settle();
  a.channel.close();
  const taking = b.document.editHere();
  await vi.advanceTimersByTimeAsync(1000);
  await taking;
  expect([b.document.typedElsewhere(), b.document.source()]).toEqual([false, "base aa"]);
});

test("what two tabs type at once is kept apart: neither is overwritten, and the second goes on in a copy", async () => {
  const { a, b, settle, stored, drafts } = await setupTabs();
  a.document.setSource("an hour of work");
  b.document.setSource("base!");
  b.document.setSource("base!!");
  await settle();
  expect([a.document.source(), await stored()]).toEqual(["an hour of work", "an hour of work"]);
  const now = b.document.origin();
  if (now.kind !== "draft" || now.id === id) throw new Error("expected another draft");
  expect(b.tab.current).toContain(`draft=${now.id}`);
  expect(await drafts.load(now.id)).toMatchObject({ source: "base!!", title: "Mine (copy)", from: `draft:${id}` });
  expect(b.document.room()).toEqual({ id: `draft:${now.id}`, from: `draft:${id}` });
  expect(b.onKeptApart.mock.calls).toEqual([[{ id: now.id, of: id, isOpen: true }]]);
  b.document.setSource("base!!!");
  await settle();
  expect([await stored(), (await drafts.load(now.id))?.source]).toEqual(["an hour of work", "base!!!"]);
});

test("a tab that heard nothing of what others typed overwrites none of it", async () => {
  const { a, b, settle, stored, drafts } = await setupTabs();
  b.channel.close();
  a.document.setSource("an hour of work");
  await settle();
  b.document.setSource("base!");
  await settle();
  expect([await stored(), b.document.source()]).toEqual(["an hour of work", "base!"]);
  const copy = b.document.origin();
  expect(copy.kind === "draft" && (await drafts.load(copy.id))?.source).toBe("base!");
});

test("a person who comes back to a tab finds what was typed in another", async () => {
  const { a, b, settle } = await setupTabs();
  b.channel.close();
  a.document.setSource("an hour of work");
  await settle();
  b.tab.comeBack();
  await settle();
  expect(b.document.source()).toBe("an hour of work");
});

test("what was typed last, over a text that another tab has replaced since, is kept apart from it", async () => {
  const { drafts, lastWords, openTab } = setupBrowser();
  await drafts.save(id, {
    title: "Mine",
    named: false,
    beganAs: "Mine",
    source: "base",
    from: null,
    over: 0,
    writer: "before",
  });
  lastWords.keep(id, {
    title: "Mine",
    named: false,
    beganAs: "Mine",
    source: "base!",
    from: null,
    over: 1,
    writer: "before",
  });
  await drafts.save(id, {
    title: "Mine",
    named: false,
    beganAs: "Mine",
    source: "an hour of work",
    from: null,
    over: 1,
    writer: "other",
  });
  const { document, onKeptApart } = await openTab("a", mine);
  await vi.advanceTimersByTimeAsync(300);
  expect([document.source(), (await drafts.load(id))?.source]).toEqual(["base!", "an hour of work"]);
  expect(onKeptApart).toHaveBeenCalledTimes(1);
  expect(lastWords.of(id)).toBeNull();
});
