import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toBase64url } from "./base64url.ts";
import { crc32 } from "./crc32.ts";
import { dictionaryNumbers, loadDictionary } from "./dictionaries/index.ts";
import { pack } from "./pack.ts";
import { unpack } from "./unpack.ts";
import { readCode, writeCode, type WrittenCode } from "./written-code.ts";

const program = `import * as gr from "interstate";

function greet(name: string) {
  return \`Hello \${name}!\`;
}

export default gr.Interface({ fn: greet, inputs: "textbox", outputs: "textbox" });
`;

async function reason(code: WrittenCode): Promise<string> {
  const read = await readCode(code);
  return read.ok ? `read: ${read.value.slice(0, 40)}` : read.error;
}

const packed = (text: string): WrittenCode => ({ form: "code", text });

/** As somebody would who wants to do harm: a sound checksum over what unpacks to `text`. */
function forge(text: Buffer): string {
  return `a0${toBase64url(Buffer.concat([checksum(text), deflateRawSync(text)]))}`;
}

function checksum(text: Buffer): Buffer {
  const sum = crc32(text) >>> 8;
  return Buffer.from([sum >> 16, sum >> 8, sum]);
}

test("any text comes back from its packed form", async () => {
  const unit = fc.constantFrom("a", "const ", "import * as gr", "\n", "\0", "é", "😀", "\ud800", "\uffff");
  await fc.assert(
    fc.asyncProperty(fc.string({ unit }), async (text) => {
      expect(await unpack(await pack(text), 1_000_000)).toEqual({ ok: true, value: text.toWellFormed() });
    }),
  );
});

test.each([1000, 40_000, 300_000])("a text of %i characters comes back, whatever the dictionary reaches", async (n) => {
  const text = Array.from({ length: n / 20 }, (_, i) => `const value${(i * 7919) % 10_007} = 1;`).join("\n");
  expect(await readCode(await writeCode(text))).toEqual({ ok: true, value: text });
});

test("every dictionary that there is can be unpacked with", async () => {
  expect(dictionaryNumbers).toContain("0");
  for (const number of dictionaryNumbers) {
    const dictionary = Buffer.from((await loadDictionary(number)) ?? []);
    expect(dictionary.length).toBeGreaterThan(1000);
    expect(dictionary.length).toBeLessThanOrEqual(32_768);
    const text = Buffer.from(`${program}// ${dictionary.subarray(0, 300).toString("latin1")}`);
    const link = `a${number}${toBase64url(Buffer.concat([checksum(text), deflateRawSync(text, { dictionary })]))}`;
    expect(await unpack(link, 100_000)).toEqual({ ok: true, value: text.toString() });
  }
});

test("a packed program holds only what no program changes that carries links", async () => {
  expect((await writeCode(program)).text).toMatch(/^a[0-9a-z][\w-]+$/);
});

test("what a chat program took along behind the link does no harm", async () => {
  const { text } = await writeCode(program);
  for (const end of [".", ")", ">", "**", ").", "…"]) {
    expect(await readCode(packed(text + end))).toEqual({ ok: true, value: program });
  }
});

test("no change of one character goes unnoticed, and none makes reading throw", async () => {
  const { text } = await writeCode(program);
  for (let i = 2; i < text.length - 1; i += 3) {
    const changed = text.slice(0, i) + (text[i] === "A" ? "B" : "A") + text.slice(i + 1);
    expect(await reason(packed(changed)), changed).toMatch(/^This link (is damaged|unpacks)/);
  }
});

test("a link that was cut off says so, wherever that was", async () => {
  const { text } = await writeCode(program.repeat(3).replaceAll("greet", "welcome"));
  for (let end = 3; end < text.length - 1; end += 3) {
    expect(await reason(packed(text.slice(0, end))), text.slice(0, end)).toMatch(/^This link is damaged/);
  }
  expect(await reason(packed(text.slice(0, -10)))).toContain("its end is missing");
});

test("a small link that unpacks to very much is refused", async () => {
  const bomb = `a0AAAA${toBase64url(deflateRawSync(Buffer.alloc(30_000_000)))}`;
  expect(bomb.length).toBeLessThan(50_000);
  expect(await reason(packed(bomb))).toContain("unpacks to more than 1 MB");
});

test("a text of the greatest length that is allowed is read", async () => {
  expect(await reason(packed(forge(Buffer.alloc(1_000_000, "a"))))).toMatch(/^read: aaa/);
  expect(await reason(packed(forge(Buffer.alloc(1_000_001, "a"))))).toContain("unpacks to more than 1 MB");
});

test.each([
  ["", "not written by this page"],
  ["N4IgzghgTgLgpgYwgewAQF4AUBvAUKqAS1UNQF8AaVAWzQDoAjAQ0oBNbaBqRgRgAYA", "not written by this page"],
  ["MYewdgzgLgBAllApgWwjAvDAFASgFCKQA2iAdEQOZYBEwMAHgEYCWAJgNRA", "not written by this page"],
  ["b0abcdefgh", "made by a newer version"],
  ["azAAAAAAAA", "made by a newer version"],
  ["a0", "its end is missing"],
  ["a0AA=A", "some of its characters"],
  ["a0 AAAAAAAAAA", "some of its characters"],
])("the code %o gives a reason for people", async (text, words) => {
  expect(await reason(packed(text))).toContain(words);
});

test("no text makes reading throw", async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."AZaz09_-".split("")) }).map((digits) => `a0${digits}`),
  );
  await fc.assert(fc.asyncProperty(text, async (text) => void (await readCode(packed(text)))));
});
