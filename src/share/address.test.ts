import fc from "fast-check";
import { expect, test } from "vitest";
import { type Address, formatAddress, parseAddress } from "./address.ts";

function src(text: string) {
  return { form: "src", text } as const;
}

function parsed(hash: string): Address {
  const result = parseAddress(hash);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function reason(hash: string): string {
  const result = parseAddress(hash);
  return result.ok ? `parsed as ${result.value.kind}` : result.error;
}

test("any address comes back from its text", () => {
  const view = fc.constantFrom("app", "split", "code", null);
  const text = fc.string({
    unit: fc.constantFrom("a", "B", "7", "&", "=", "%", "#", "+", " ", "\n", "\0", "é", "😀", "_"),
  });
  const digit = fc.constantFrom(..."aZ09_-".split(""));
  const code = fc.oneof(
    fc.record({ form: fc.constant("src" as const), text }),
    fc.record({ form: fc.constant("code" as const), text: fc.string({ unit: digit }) }),
  );
  const id = fc.string({ unit: digit, minLength: 8, maxLength: 64 });
  const address: fc.Arbitrary<Address> = fc.oneof(
    fc.record({ kind: fc.constant("first" as const), view }),
    fc.record({ kind: fc.constant("link" as const), code, state: fc.option(fc.string({ unit: digit })), view }),
    fc.record({ kind: fc.constant("draft" as const), id, code: fc.option(code), view }),
    fc.record({ kind: fc.constant("example" as const), name: text.filter((name) => name !== ""), view }),
  );
  fc.assert(
    fc.property(address, (value) => {
      expect(parsed(formatAddress(value))).toEqual(value);
    }),
  );
});

test("no text makes parsing throw", () => {
  const part = fc.constantFrom("#", "&", "=", "%", "src", "draft", "view", "example", "app", "%41", "%FF");
  fc.assert(fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => void parseAddress(parts.join(""))));
});

test("nothing after the # is a first visit", () => {
  expect(parsed("")).toEqual({ kind: "first", view: null });
  expect(parsed("#")).toEqual({ kind: "first", view: null });
  expect(parsed("#view=app")).toEqual({ kind: "first", view: "app" });
});

test("a written address has no characters that end a link in running text", () => {
  expect(formatAddress({ kind: "link", code: src("f(1) // *_~'!"), state: null, view: "app" })).toMatch(
    /^#src=[\w%.]+&view=app$/,
  );
});

test("half a surrogate pair in the code is replaced, not thrown about", () => {
  expect(parsed(formatAddress({ kind: "link", code: src("a\ud800b"), state: null, view: null }))).toMatchObject({
    code: src("a\ufffdb"),
  });
});

test("an = in a value and characters left unencoded are kept", () => {
  expect(parsed("#src=const a=1; ä")).toMatchObject({ code: src("const a=1; ä") });
});

test("unknown keys are ignored and of a repeated one the first counts", () => {
  expect(parsed("#src=a&theme=%FF&src=b")).toEqual({ kind: "link", code: src("a"), state: null, view: null });
});

test("a link that has nothing known in it opens nothing else instead", () => {
  expect(parseAddress("#foo=bar")).toMatchObject({ ok: false, error: expect.stringContaining("names nothing") });
  expect(parseAddress("#top").ok).toBe(false);
});

test("what a link brings besides its code counts for nothing without the code, or in a draft's address", () => {
  expect(parsed("#src=a&state=b0x")).toMatchObject({ kind: "link", state: "b0x" });
  expect(parsed("#state=b0x")).toEqual({ kind: "first", view: null });
  expect(parsed("#draft=abcdefgh12345678&src=x&state=b0x")).not.toHaveProperty("state");
});

test("a draft's address may bring the code along", () => {
  expect(parsed("#draft=abcdefgh12345678&src=x&view=split")).toEqual({
    kind: "draft",
    id: "abcdefgh12345678",
    code: src("x"),
    view: "split",
  });
  expect(parsed("#draft=abcdefgh12345678")).toMatchObject({ code: null });
});

test("a draft with code too long for an address goes by its id, however its address was written", () => {
  const id = "abcdefgh12345678";
  const source = "=".repeat(400_000);
  const hash = formatAddress({ kind: "draft", id, code: src(source), view: "code" });
  expect(hash).toBe(`#draft=${id}&view=code`);
  expect(parsed(`#draft=${id}&src=${encodeURIComponent(source)}&view=code`)).toEqual({
    kind: "draft",
    id,
    code: null,
    view: "code",
  });
});

test("a draft with code that just fits has it in its address", () => {
  const source = "a".repeat(999_000);
  const address = { kind: "draft", id: "abcdefgh12345678", code: src(source), view: null } as const;
  expect(parsed(formatAddress(address))).toEqual(address);
});

test.each([
  ["#src=%E0%A4%A", 'This link is damaged: what follows "src=" is not percent-encoded text.'],
  ["#src=a&view=full", 'This link asks for a view named "full", which does not exist.'],
  ["#draft=../../x", 'This link is damaged: "../../x" cannot be the id of a draft.'],
  ["#draft=", 'This link is damaged: "" cannot be the id of a draft.'],
  ["#example=", "This link names no example."],
  ["#code/MYewdgzgLgBAllApgWwjAvDAFASgFCKQA2iAdEQOZYBEwMAHgEYCWAJgNRA", "This is a link of the TypeScript playground."],
  [`#src=${"a".repeat(1_000_000)}`, "This link holds more than 1 MB"],
  [`#code=${"a".repeat(1_000_000)}`, "This link holds more than 1 MB"],
])("the link %.30s gives a reason for people", (hash, words) => {
  expect(reason(hash)).toContain(words);
});
