import { expect, test } from "vitest";
import { toMessages } from "../../spec/messages.ts";
import { lastSaid, type MessageNode, toGroups } from "./message-groups.ts";

function shape(messages: readonly unknown[], start = 0, together = true): unknown {
  const read = toMessages(messages);
  if (!read.ok) throw new Error(read.error);
  const node = ({ index, within }: MessageNode): unknown => (within.length > 0 ? [index, within.map(node)] : index);
  return toGroups(read.value, start, together).map(({ role, nodes }) => [role, nodes.map(node)]);
}

const says = (role: string, metadata?: object) => ({ role, content: "x", metadata });

test("messages of one side stand together, unless they are not to", () => {
  const messages = [says("user"), says("assistant"), says("assistant"), says("user")];
  expect(shape(messages)).toEqual([
    ["user", [0]],
    ["assistant", [1, 2]],
    ["user", [3]],
  ]);
  expect(shape(messages, 0, false)).toHaveLength(4);
  expect(shape(messages, 2)).toEqual([
    ["assistant", [2]],
    ["user", [3]],
  ]);
});

test("thoughts stand within the one they belong to; one that is not there is no matter", () => {
  expect(
    shape([
      says("assistant", { title: "A", id: 1 }),
      says("assistant", { title: "B", id: 2, parentId: 1 }),
      says("assistant", { title: "C", parentId: 2 }),
      says("assistant", { title: "D", parentId: 9 }),
      says("assistant"),
    ]),
  ).toEqual([["assistant", [[0, [[1, [2]]]], 3, 4]]]);
});

test("what a system says does not show", () => {
  expect(shape([says("system"), says("user")])).toEqual([["user", [1]]]);
});

test("what the user said last is what Retry and Undo are about, whatever was answered", () => {
  const last = (messages: readonly unknown[]) => {
    const read = toMessages(messages);
    return read.ok ? lastSaid(read.value) : null;
  };
  const said = { role: "user", content: "Why?" };
  expect(last([says("user"), says("assistant"), said, says("assistant"), says("assistant")])).toEqual({
    index: 2,
    value: "Why?",
  });
  expect(last([said])).toEqual({ index: 0, value: "Why?" });
  expect(last([says("assistant")])).toBeNull();
});
