import { expect, test } from "vitest";
import { acceptOf, acceptsFile, fileTypes } from "./file-types.ts";

const csv = { name: "Table.CSV", type: "" };
const png = { name: "a.png", type: "image/png" };

test.each([
  [csv, null, true],
  [csv, [".csv"], true],
  [csv, [".CSV"], true],
  [csv, ["text"], false],
  [csv, ["image", "file"], true],
  [png, ["image"], true],
  [png, ["image/*"], true],
  [png, ["image/png"], true],
  [png, ["image/jpeg", ".png"], true],
  [png, ["video"], false],
  [{ name: "png", type: "" }, [".png"], false],
])("%j among %j: %s", (file, types, accepted) => {
  expect(acceptsFile(file, types)).toBe(accepted);
});

test("an input element is told in its own words", () => {
  expect(acceptOf(["image", ".csv", "text/html"])).toBe("image/*,.csv,text/html");
  expect(acceptOf(["image", "file"])).toBe("");
  expect(acceptOf(null)).toBe("");
});

test.each([[["csv"]], [["image/"]], ["image"], [[3]], [[".a b"]]])("%j is no list of types", (types) => {
  expect(() => fileTypes.read(types, "it.fileTypes")).toThrow("it.fileTypes must be a list of endings");
});
