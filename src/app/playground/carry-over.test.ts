import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { Operation } from "../../protocol/operation.ts";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";
import { testComponent } from "../../spec/component-for-tests.ts";
import { createSession, type Session } from "../../state/session.ts";
import { createMemoryStore } from "../../storage/memory-store.ts";
import { openMark } from "./carry-mark.ts";
import { type CarryOptions, carryOver, takeCarried } from "./carry-over.ts";
import { createFieldValues } from "./field-values.ts";
import type { LiveUser } from "./user.ts";
import type { Loaded } from "./user-worker.ts";

const address = "https://example.org/#code=abc";
const day = 24 * 60 * 60_000;

const components: readonly ComponentSpec[] = [
  testComponent("textbox", { id: 0, label: "name", interactive: true }),
  testComponent("textbox", { id: 1, label: "name", interactive: true }),
  testComponent("json", { id: 2, label: "answer", interactive: false, value: null }),
  testComponent("number", { id: 3, label: "age", interactive: true, value: null }),
];

/** A State that holds this text. */
function define(text: string): Operation[] {
  return [["slot", "state#1", { name: "state", first: 0, count: 0 }, text]];
}

function createFields() {
  const fields = createRoot(() => createFieldValues());
  fields.adopt({ components } as unknown as AppSpec, { sameCode: false });
  return fields;
}

function setup({ number = 1 } = {}) {
  const kept = new Map<string, string>();
  const store = createMemoryStore();
  const mark = openMark("/", () => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
  const session: Session = createSession({ hash: "session" });
  const fields = createFields();
  const user = {
    id: "u",
    calling: vi.fn<() => boolean>(() => false),
    idle: vi.fn<() => Promise<void>>(() => Promise.resolve()),
    stay: vi.fn<() => void>(),
    held: () => ({
      ...{ number, session, fields, written: [2, 17], rendered: [] },
      loaded: { program: { hash: "code" }, app: { components } } as unknown as Loaded,
    }),
  };
  const hold = vi.fn<(held: boolean) => void>();
  const options: CarryOptions = {
    ...{ store, mark, hold, address: () => address, flush: () => Promise.resolve() },
    ...{ now: () => 5 * day, newId: () => "parcel", users: () => [user as unknown as LiveUser] },
  };
  const take = (at = address) => takeCarried(store, mark.take() ?? "", at);
  return { store, mark, session, fields, user, hold, options, take };
}

async function restored(users: Awaited<ReturnType<typeof takeCarried>>, sameCode = true) {
  const fields = createFields();
  users?.[0]?.restore(components, fields, sameCode);
  return components.map(({ id }) => fields.value(id));
}

test("a session and what the components hold come back once, two of one label each with its own", async () => {
  const { session, fields, user, hold, options, take } = setup({ number: 3 });
  session.define(define("mine"));
  fields.set(1, "Ada");
  fields.set(2, { deep: [1] });
  fields.set(3, "1,5");
  fields.change(0, { label: "other", placeholder: "who?" });
  await carryOver(options);
  expect([user.stay.mock.calls.length, hold.mock.calls]).toEqual([1, [[true]]]);

  const users = await take();
  const [carried] = users ?? [];
  expect(carried).toMatchObject({ number: 3, code: "code", written: [2] });
  expect(carried?.session.hash).toBe("session");
  expect(carried?.session.data()).toEqual(session.data());
  const into = createFields();
  carried?.restore(components, into, true);
  expect(components.map(({ id }) => into.value(id))).toEqual(["", "Ada", { deep: [1] }, "1,5"]);
  expect(into.component(0)).toMatchObject({ label: "other", props: { placeholder: "who?" } });
  expect(await take()).toEqual([]);
});

test("other code takes over what was typed, and not what its predecessor showed", async () => {
  const { fields, options, take } = setup();
  fields.set(0, "Ada");
  fields.set(2, { deep: [1] });
  await carryOver(options);
  expect(await restored(await take(), false)).toEqual(["Ada", "", null, null]);
});

test("another address gets nothing of it", async () => {
  const { options, take } = setup();
  await carryOver(options);
  expect(await take("https://example.org/#code=other")).toBeNull();
  expect(await takeCarried(options.store, "parcel", address)).toEqual([]);
});

test("calls that people asked for end first, and what they did is carried", async () => {
  const { session, user, options, take } = setup();
  const ended = createDeferred<void>();
  user.calling.mockReturnValueOnce(true);
  user.idle.mockReturnValueOnce(ended.promise);
  const carrying = carryOver(options);
  session.define(define("late"));
  ended.resolve();
  await carrying;
  expect((await take())?.[0]?.session.data()).toEqual(session.data());
});

test("what changes while it is stored is stored, too", async () => {
  const { session, store, options, take } = setup();
  const transact = vi.spyOn(store, "transact");
  transact.mockImplementationOnce(async () => {
    session.define(define("meanwhile"));
    return undefined as never;
  });
  await carryOver(options);
  expect(transact).toHaveBeenCalledTimes(2);
  expect((await take())?.[0]?.session.data()).toEqual(session.data());
});

test("if it cannot be stored, the page goes on, and users would still be missed", async () => {
  const { store, mark, user, hold, options } = setup();
  vi.spyOn(store, "transact").mockRejectedValue(new Error("full"));
  await expect(carryOver(options)).rejects.toThrow("full");
  expect([user.stay.mock.calls.length, hold.mock.lastCall, mark.take()]).toEqual([0, [false], null]);
});

test("what cannot be read is lost as a whole: no user comes back with half of it", async () => {
  const broken = [
    undefined,
    { format: 2, address, users: [] },
    { format: 1, address, users: [null] },
    { format: 1, address, users: [{ number: 1, hash: "h", code: "c", written: [], fields: [7], session: {} }] },
    {
      format: 1,
      address,
      users: [{ number: 1, hash: "h", code: "c", written: [], fields: [], session: { slots: 1 } }],
    },
    { format: 1, address, users: [{ number: -1, hash: "h", code: "c", written: [], fields: [] }] },
  ];
  for (const parcel of broken) {
    const { store } = setup();
    await store.transact({ keys: [] }, () => ({ puts: [[["carried", "x"], parcel]], result: undefined }));
    expect(await takeCarried(store, "x", address)).toEqual([]);
  }
});

test("values that the component cannot hold are left out, whoever wrote them", async () => {
  const { options, fields, take } = setup();
  fields.set(0, { not: "text" });
  fields.set(1, "kept");
  fields.set(2, new Map());
  fields.set(3, { not: "a number" });
  await carryOver(options);
  expect(await restored(await take())).toEqual(["", "kept", null, null]);
});

test("what pages left that never came back goes after a day", async () => {
  const { store, options } = setup();
  const parcel = (id: string, timeMs: number) => [["carried", id], { format: 1, timeMs }] as const;
  await store.transact({ keys: [] }, () => ({
    puts: [parcel("old", 3 * day), parcel("young", 4.5 * day)],
    result: undefined,
  }));
  await carryOver(options);
  const left = await store.range(["carried", ""], ["carried", "\uffff"]);
  expect(left.map(([key]) => key[1])).toEqual(["parcel", "young"]);
});
