import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphOf } from "./from-plain.ts";
import { readGraph, writeGraph } from "./graph-json.ts";
import { InvalidOperationError, Replica } from "./replica.ts";

/** What comes back of values that went through text. */
async function throughText(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const { data } = graphOf(Object.entries(values).map(([key, value]) => ({ key, name: key, value })));
  const replica = Replica.from(readGraph(JSON.parse(JSON.stringify(await writeGraph(data)))));
  return Object.fromEntries(Array.from(replica.slots(), ([key, { value }]) => [key, replica.toPlain(value)]));
}

describe("a graph as JSON", () => {
  it("brings back whatever is data, as it was", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\ud800", "\0", '"', "@", "_") });
    const primitive = fc.oneof(
      text,
      fc.double(),
      fc.bigInt(),
      fc.constantFrom(null, undefined, true, false, -0, NaN, Infinity),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        primitive,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.sparseArray(tie("value"), { maxLength: 6, maxNumElements: 3 }),
        fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "2", "1")), tie("value"), { maxKeys: 4 }),
        fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 }).map((entries) => new Map(entries)),
        fc.array(tie("value"), { maxLength: 3 }).map((members) => new Set(members)),
        fc.date({ noInvalidDate: false }),
        fc.uint8Array({ maxLength: 9 }),
        fc.float64Array({ maxLength: 3 }),
        fc.bigInt64Array({ maxLength: 3 }),
        fc.constantFrom(/a\/b/giu, new RegExp("\n")),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, async (value) => {
        expect((await throughText({ value }))["value"]).toStrictEqual(value);
      }),
    );
  });

  it("keeps aliases and cycles, over variables too", async () => {
    const shared = { n: 1 };
    const ring: Record<string, unknown> = { shared };
    ring["self"] = ring;
    const { data } = graphOf([
      { key: "a", name: "a", value: shared },
      { key: "b", name: "b", value: [shared, ring] },
    ]);
    const replica = Replica.from(readGraph(JSON.parse(JSON.stringify(await writeGraph(data)))));
    const [a, b] = Array.from(replica.slots().values(), ({ value }) => value);
    const [first, second] = replica.toPlain(b) as [object, Record<string, unknown>];
    expect(replica.look(a)).toBe((replica.look(b) as { raw: unknown[] }).raw[0]);
    expect(first).toEqual({ n: 1 });
    expect(second["self"]).toBe(second);
    expect(second["shared"]).toBe(first);
  });

  it("carries files, buffers and views with what belongs to them", async () => {
    const file = new File(["héllo"], "a.txt", { type: "text/plain", lastModified: 5 });
    const back = await throughText({
      file,
      blob: new Blob([new Uint8Array(70_000)]),
      view: new DataView(new ArrayBuffer(3)),
    });
    const [copy, blob] = [back["file"] as File, back["blob"] as Blob];
    expect([copy.name, copy.type, copy.lastModified, await copy.text()]).toEqual(["a.txt", "text/plain", 5, "héllo"]);
    expect(blob.size).toBe(70_000);
    expect(back["view"]).toBeInstanceOf(DataView);
  });

  it("leaves out what is no data, and says what that was", () => {
    const { data, left } = graphOf([
      { key: "1", name: "good", value: [1] },
      { key: "2", name: "bad", value: [{ f: () => 1 }] },
    ]);
    expect(data.slots.map(([key]) => key)).toEqual(["1"]);
    expect(left.map(({ name }) => name)).toEqual(["bad"]);
  });

  it.each([
    ["nothing", null],
    ["no list", {}],
    ["an id of nothing", [2, [["a", "a", 1, 0, null, [1]]], []]],
    [
      "an id twice",
      [
        3,
        [["a", "a", 1, 0, null, [1]]],
        [
          [1, "array"],
          [1, "array"],
        ],
      ],
    ],
    ["an id that is not given out yet", [1, [["a", "a", 1, 0, null, [1]]], [[1, "array"]]]],
    ["ids without end", [2 ** 53, [], []]],
    [
      "two variables of one name",
      [
        1,
        [
          ["a", "a", 1, 0, null, 1],
          ["a", "a", 1, 0, null, 1],
        ],
        [],
      ],
    ],
    ["an unknown kind", [2, [["a", "a", 1, 0, null, [1]]], [[1, "function", "x"]]]],
    ["a key that is no text", [2, [["a", "a", 1, 0, null, [1]]], [[1, "object", 1, 1]]]],
    ["an object in a place", [1, [["a", "a", 1, 0, null, { get: 1 }]], []]],
    ["a number as a text that is none", [1, [["a", "a", 1, 0, null, ["b", "1n"]]], []]],
    ["a number of a million digits", [1, [["a", "a", 1, 0, null, ["b", "1".repeat(1_000_000)]]], []]],
    ["bytes that do not fit", [2, [["a", "a", 1, 0, null, [1]]], [[1, "bytes", "Float64Array", "AAAA"]]]],
    ["bytes of another class", [2, [["a", "a", 1, 0, null, [1]]], [[1, "bytes", "Function", "AAAA"]]]],
    ["bytes that are none", [2, [["a", "a", 1, 0, null, [1]]], [[1, "bytes", "Uint8Array", "%"]]]],
    ["a pattern that is none", [2, [["a", "a", 1, 0, null, [1]]], [[1, "atom", "RegExp", "(", ""]]]],
    ["a date that is none", [2, [["a", "a", 1, 0, null, [1]]], [[1, "date", "today"]]]],
  ])("refuses %s", (_, json) => {
    expect(() => readGraph(json)).toThrow(InvalidOperationError);
  });

  it("never throws anything else, whatever it reads", () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("array", "object", "map", "bytes", "atom", "RegExp", "u", 1, 2),
    );
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof({ maxDepth: 5 }, part, fc.array(tie("json"), { maxLength: 6 })),
    }));
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom(1, 5, 9), json, json), (parts) => {
        try {
          readGraph(parts);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidOperationError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
