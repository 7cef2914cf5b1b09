import { expect, test, vi } from "vitest";
import { call, defineList, listOf, setup as setupRooms } from "../../state/room-setup.ts";
import { createHistory } from "./history-model.ts";

/** Tab "a" looks at the history of a room in which it pushed 3 and tab "b" pushed 9. */
async function setup() {
  const { openTwo } = setupRooms();
  const [{ room: a }, { room: b }] = await openTwo();
  await a.define(defineList);
  await call(a, 3);
  await call(b, 9);
  const history = createHistory({ tab: "a" });
  history.enter(a);
  history.open();
  const shows = (done: readonly string[], undone: readonly string[]) =>
    vi.waitFor(() => {
      expect(history.done().map(({ who, fn }) => `${who}: ${fn}`)).toEqual(done);
      expect(history.undone().map(({ who, fn }) => `${who}: ${fn}`)).toEqual(undone);
    });
  return { a, b, history, shows };
}

test("what was committed before the panel opened can be taken back, the newest first", async () => {
  const { a, history, shows } = await setup();
  await shows(["Another tab: push", "You: push"], []);
  await history.undo();
  expect(listOf(a)).toEqual([3]);
  await shows(["You: push"], ["Another tab: push"]);
  await history.redo();
  await shows(["Another tab: push", "You: push"], []);
  expect(history.note()).toBeNull();
});

test("what is committed while the panel is open is added, from all tabs", async () => {
  const { a, b, shows } = await setup();
  await shows(["Another tab: push", "You: push"], []);
  await call(a, 5);
  await call(b, 6);
  await shows(["Another tab: push", "You: push", "Another tab: push", "You: push"], []);
});

test("what another tab takes back is taken back here", async () => {
  const { b, shows } = await setup();
  await shows(["Another tab: push", "You: push"], []);
  const other = createHistory({ tab: "b" });
  other.enter(b);
  other.open();
  await vi.waitFor(() => expect(other.done()).toHaveLength(2));
  await other.undo();
  await shows(["You: push"], ["Another tab: push"]);
});

test("it is said when somebody was quicker, and then nothing is undone", async () => {
  const { a, b, history, shows } = await setup();
  await shows(["Another tab: push", "You: push"], []);
  const pushed = call(b, 5);
  await history.undo();
  await pushed;
  expect(history.note()).toBe("Not undone: somebody changed the state meanwhile.");
  expect(listOf(a)).toEqual([3, 9, 5]);
});

test("a reset ends the history", async () => {
  const { b, shows } = await setup();
  await shows(["Another tab: push", "You: push"], []);
  await b.restart((replica) => replica.toData());
  await shows([], []);
});
