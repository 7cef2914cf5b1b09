import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPackage, isExactVersion, parsePackageSpecifier } from "./package-specifier.ts";

const understood: [text: string, name: string, range: string, path: string][] = [
  ["npm:nanoid", "nanoid", "", ""],
  ["npm:/nanoid", "nanoid", "", ""],
  ["npm:nanoid@5.0.7", "nanoid", "5.0.7", ""],
  ["npm:nanoid@^5/non-secure", "nanoid", "^5", "/non-secure"],
  ["npm:@scope/name@1.2.3/sub/file.js", "@scope/name", "1.2.3", "/sub/file.js"],
  ["npm:@scope/name", "@scope/name", "", ""],
  ["npm:react@19.0.0-rc.1", "react", "19.0.0-rc.1", ""],
  ["npm:a@>=2", "a", ">=2", ""],
  ["npm:a@*", "a", "*", ""],
  ["npm:JSONStream@latest", "JSONStream", "latest", ""],
];

test.each(understood)("%s is understood", (text, name, range, path) => {
  expect(parsePackageSpecifier(text)).toEqual({ ok: true, value: { name, range, path } });
});

const refused: [text: string, words: RegExp][] = [
  ["npm:", /names no package/],
  ["npm:@scope", /names no package/],
  ["npm:.hidden", /names no package/],
  ["npm:a b", /names no package/],
  ["npm:a/", /names no package/],
  ["npm:a//b", /names no package/],
  ["npm:a?x=1", /names no package/],
  ["npm:a@1?x", /no version/],
  ["npm:a@1 || 2", /no version/],
  ["npm:a@", /names no package/],
  ["npm:a/../../b", /no file/],
  ["npm:a/b?c", /no file/],
  ["npm:a/b#c", /no file/],
  ["npm:a/%2e%2e", /no file/],
  [`npm:${"a".repeat(300)}`, /names no package/],
  ["https://esm.sh/a", /names no package/],
];

test.each(refused)("%s is refused in words", (text, words) => {
  const result = parsePackageSpecifier(text);
  expect(result.ok ? "" : result.error).toMatch(words);
});

test("one version is told from what may become another", () => {
  expect(["1.2.3", "1.2.3-rc.1", "1.2.3+build"].every(isExactVersion)).toBe(true);
  expect(["", "1", "1.2", "^1.2.3", "1.2.x", "latest", "*"].some(isExactVersion)).toBe(false);
});

test("whatever is understood says nothing but a name, a version and a path of an address, and is written back alike", () => {
  const part = fc.stringMatching(/^[ -~]{0,12}$/);
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }).map((rest) => `npm:${rest}`),
    fc.tuple(part, part, part).map(([name, range, path]) => `npm:${name}@${range}/${path}`),
    fc.stringMatching(/^npm:[a@/.?#%:\\1^~-]{1,12}$/),
  );
  fc.assert(
    fc.property(text, (written) => {
      const result = parsePackageSpecifier(written);
      if (!result.ok) return;
      const { name, range, path } = result.value;
      expect(parsePackageSpecifier(formatPackage(result.value))).toEqual(result);
      const url = new URL(`https://host.example/${name}@${encodeURIComponent(range)}${path}?x`);
      expect(url.host).toBe("host.example");
      expect(url.search).toBe("?x");
      expect(url.hash).toBe("");
      expect(url.pathname).toBe(`/${name}@${encodeURIComponent(range)}${path}`);
    }),
    { numRuns: 2000 },
  );
});
