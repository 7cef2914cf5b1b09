import fc from "fast-check";
import { expect, test } from "vitest";
import { linkFile, withPackages } from "./package-code.ts";

test("a program without packages is its own text", () => {
  expect(withPackages("const a = 1 // end", [], String)).toBe("const a = 1 // end");
});

test("imports stand behind a program, whatever its last line is", () => {
  const uses = [
    { specifier: "npm:a", clauses: ["import{x as x}from", "export*from"] },
    { specifier: "npm:b", clauses: ["import"] },
  ];
  expect(withPackages("a() // end", uses, (specifier) => `blob:"${specifier}`)).toBe(
    'a() // end\nimport{x as x}from"blob:\\"npm:a";export*from"blob:\\"npm:a";import"blob:\\"npm:b";',
  );
});

test("in a file just the addresses are replaced, each by that of the file it means", () => {
  const part = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }));
  const address = fc.tuple(fc.constantFrom('"', "'"), fc.string(), fc.nat(5));
  fc.assert(
    fc.property(part, fc.array(fc.tuple(address, part)), (start, rest) => {
      let text = start;
      const links = [];
      for (const [[quote, specifier, file], after] of rest) {
        const quoted = quote + specifier + quote;
        links.push({ start: text.length, end: text.length + quoted.length, file });
        text += quoted + after;
      }
      const expected = start + rest.map(([[, , file], after]) => `"blob:${file}"${after}`).join("");
      expect(linkFile({ name: "", text, links }, (file) => `blob:${file}`)).toBe(expected);
    }),
  );
});
