import { expect, test } from "vitest";
import { toPicture } from "./picture.ts";

async function read(value: unknown): Promise<unknown> {
  const picture = toPicture(value);
  if (!picture.ok) return picture.error;
  return picture.value instanceof Blob ? [picture.value.type, await picture.value.text()] : picture.value;
}

test("a Blob is a picture as it is: whether it can be shown turns out where it is shown", () => {
  const blob = new Blob(["x"], { type: "text/plain" });
  expect(toPicture(blob)).toEqual({ ok: true, value: blob });
});

test("SVG text is an image of its own, with the namespace that a page does not ask for", async () => {
  const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
  expect(await read('<svg width="1"/>')).toEqual(["image/svg+xml", `<svg ${xmlns} width="1"/>`]);
  expect(await read(`<svg ${xmlns}></svg>`)).toEqual(["image/svg+xml", `<svg ${xmlns}></svg>`]);
  expect(await read('<?xml version="1.0"?>\n<!-- a chart -->\n<svg>\n</svg>')).toEqual([
    "image/svg+xml",
    `<?xml version="1.0"?>\n<!-- a chart -->\n<svg ${xmlns}>\n</svg>`,
  ]);
  // A namespace further in is not that of the whole.
  expect(await read(`<svg><g ${xmlns}/></svg>`)).toEqual(["image/svg+xml", `<svg ${xmlns}><g ${xmlns}/></svg>`]);
});

test("a data: URL is read, with base64 or without", async () => {
  expect(await read(`data:image/png;base64,${btoa("bytes")}`)).toEqual(["image/png", "bytes"]);
  expect(await read("data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E")).toEqual(["image/svg+xml", "<svg/>"]);
});

test.each([
  ["data:image/png;base64,%%%", "a data: URL that cannot be read"],
  ["data:image/png,%", "a data: URL that cannot be read"],
  ["data:text/html,<svg>", "an address is not fetched"],
  ["https://example.com/cat.png", "an address is not fetched"],
  ["blob:null/1", "an address is not fetched"],
  ["a cat", "a text is shown if it is SVG"],
  ["<p><svg></p>", "a text is shown if it is SVG"],
  [3, "the number 3"],
  [{}, "an object"],
])("%j is no picture", (value, error) => {
  const picture = toPicture(value);
  expect(picture.ok ? "" : picture.error).toContain(error);
});

test("a long text that is nearly SVG is found to be none in no time", () => {
  expect(toPicture(`${"<!-- -->".repeat(100_000)}<p>`).ok).toBe(false);
  expect(toPicture(`data:image/png${";a=b".repeat(100_000)}`).ok).toBe(false);
});
