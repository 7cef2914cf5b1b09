import { expect, test } from "vitest";
import { isMessages, messageText, toMessage, toMessages } from "./messages.ts";

const text = (text: string) => ({ type: "text", text });

test("a message of a text becomes one of parts; reading it again gives the same", () => {
  const messages = toMessages([{ role: "user", content: "Hi" }]);
  const known = [{ role: "user", content: [text("Hi")], metadata: null, options: null }];
  expect(messages).toEqual({ ok: true, value: known });
  expect(isMessages(known)).toBe(true);
  expect(toMessages(known)).toEqual({ ok: true, value: known });
});

test("files, lists and metadata under either spelling are taken", () => {
  const file = new File(["a"], "a.txt");
  const read = toMessage(
    {
      role: "assistant",
      content: ["See", file, { path: file, alt_text: "A" }],
      metadata: { title: "Look", parent_id: 3 },
    },
    null,
  );
  expect(read).toEqual({
    ok: true,
    value: {
      role: "assistant",
      content: [text("See"), { type: "file", file, altText: null }, { type: "file", file, altText: "A" }],
      metadata: { title: "Look", id: null, parentId: "3", status: null, duration: null, log: null },
      options: null,
    },
  });
});

test("a text alone is said by whom it is asked for", () => {
  const read = toMessage("Hi", "assistant");
  expect(read.ok && messageText(read.value)).toBe("Hi");
});

test.each([
  [5, "the function returned the number 5"],
  [["Hi"], 'message 0 is the text "Hi"; a message is an object such as'],
  [[["Hi", "Hello"]], "message 0 is a list; since Gradio 6 a message is an object"],
  [
    [{ role: "bot", content: "Hi" }],
    'message 0 has the role the text "bot"; it must be "user", "assistant" or "system"',
  ],
  [[{ content: "Hi" }], 'message 0 has the role of nobody; it must be "user"'],
  [[{ role: "user", content: { a: 1 } }], "message 0 has the content an object; it must be a text, a file"],
  [[{ role: "user", content: "a", metadata: "b" }], 'message 0 has the metadata the text "b"'],
  [[{ role: "user", content: "a", metadata: { status: "busy" } }], 'message 0 has the metadata.status the text "busy"'],
  [[{ role: "user", content: "a", options: [{ label: "Yes" }] }], "message 0 has the option an object"],
])("%j is refused in words", (value, words) => {
  const read = toMessages(value);
  expect(read.ok ? "" : read.error).toContain(words);
});
