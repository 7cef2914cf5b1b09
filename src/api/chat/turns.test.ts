import { expect, test } from "vitest";
import type { ChatMessage } from "../../spec/messages.ts";
import { toMessages } from "../../spec/messages.ts";
import { joined, lastTurn, saidBy, sentAgain, titleOf } from "./turns.ts";

function messages(...texts: readonly string[]): readonly ChatMessage[] {
  const read = toMessages(texts.map((content, i) => ({ role: i % 2 ? "assistant" : "user", content })));
  return read.ok ? read.value : [];
}

test("the last turn is what the user said last, and where", () => {
  const all = messages("Hi", "Hello", "More", "Yes");
  expect(lastTurn(all)).toEqual({ at: 2, said: all[2] });
  expect(lastTurn([])).toBeNull();
});

test("what was said can be sent again, with its files if there may be some", () => {
  const file = new File(["a"], "a.txt");
  expect(sentAgain(saidBy("Hi"), false)).toBe("Hi");
  expect(sentAgain(saidBy({ text: "Look", files: [file] }), true)).toEqual({ text: "Look", files: [file] });
});

test("a conversation is called after its first words", () => {
  expect(titleOf(messages("Hi\n there"))).toBe("Hi there");
  expect(titleOf(messages("x".repeat(50)))).toBe(`${"x".repeat(40)}…`);
  expect(titleOf([])).toBe("Conversation");
});

test("a message that is put back stands before what was typed since", () => {
  expect(joined("Hi", "")).toBe("Hi");
  expect(joined("Hi", "there")).toBe("Hi\nthere");
  const [a, b] = [new File(["a"], "a.txt"), new File(["b"], "b.txt")];
  expect(joined({ text: "", files: [a] }, { text: "x", files: [b] })).toEqual({ text: "x", files: [a, b] });
});
