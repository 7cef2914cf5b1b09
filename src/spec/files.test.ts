import { expect, test } from "vitest";
import { toFiles } from "./files.ts";

async function read(value: unknown): Promise<unknown> {
  const files = toFiles(value);
  if (!files.ok) return files.error;
  return files.value && Promise.all(files.value.map(async (file) => [file.name, file.type, await file.text()]));
}

test("what a function may return for files becomes a list of Files", async () => {
  const file = new File(["1"], "a.csv", { type: "text/csv" });
  const files = toFiles(file);
  expect(files.ok && files.value?.[0]).toBe(file);
  expect(await read(new Blob(["{}"], { type: "application/json;charset=utf-8" }))).toEqual([
    ["file.json", "application/json;charset=utf-8", "{}"],
  ]);
  expect(await read([{ name: "b.txt", content: "text" }, file, { name: "c", content: new Uint8Array([65]) }])).toEqual([
    ["b.txt", "", "text"],
    ["a.csv", "text/csv", "1"],
    ["c", "", "A"],
  ]);
});

test("nothing, or no files, is nothing", async () => {
  expect(await Promise.all([null, undefined, []].map(read))).toEqual([null, null, null]);
});

test.each([
  ["a.txt", 'the text "a.txt"; a file is a File, a Blob, or { name, content }'],
  [[1], "a list that holds the number 1; a file is"],
  [{ name: "a", content: 1 }, "an object; a file is"],
  [{ name: "", content: "" }, "an object; a file is"],
])("%j is no file", async (value, error) => {
  expect(await read(value)).toContain(error);
});
