import { expect, test } from "vitest";
import type { ToastData } from "../../protocol/toast.ts";
import { createToastList } from "./toast-list.ts";

function setup() {
  let now = 0;
  const list = createToastList(() => now);
  const toast = (message: string): ToastData => ({ tone: "info", title: "Info", message, durationMs: 1000 });
  const shown = () => list.all().map(({ message, times, user }) => `${user}: ${message} ×${times}`);
  return { list, toast, shown, pass: (ms: number) => void (now += ms) };
}

test("messages stand in order until they are put away", () => {
  const { list, toast, shown } = setup();
  list.add(1, toast("a"));
  list.add(2, toast("b"));
  list.add(1, toast("c"));
  expect(shown()).toEqual(["1: a ×1", "2: b ×1", "1: c ×1"]);
  list.dismiss(
    list
      .all()
      .map(({ id }) => id)
      .slice(0, 2),
  );
  expect(shown()).toEqual(["1: c ×1"]);
});

test("what one user is told again is counted, and stands at the end, with its time anew", () => {
  const { list, toast, shown } = setup();
  list.add(1, toast("a"));
  const [first] = list.all();
  list.add(1, toast("b"));
  list.add(1, toast("a"));
  list.add(2, toast("a"));
  expect(shown()).toEqual(["1: b ×1", "1: a ×2", "2: a ×1"]);
  expect(list.all().some(({ id }) => id === first?.id)).toBe(false);
});

test("a worker that sends messages in a loop shows a few of them, and later others", () => {
  const { list, toast, pass } = setup();
  for (let i = 0; i < 5000; i++) list.add(1, toast(`${i}`));
  expect(list.all()).toHaveLength(60);
  expect(list.all().at(-1)?.message).toBe("59");
  pass(1000);
  list.add(1, toast("later"));
  expect(list.all()).toHaveLength(60);
  expect(list.all().at(-1)?.message).toBe("later");
});
