import { expect, test } from "vitest";
import { toErrorData } from "./error-data.ts";
import { checkPackage } from "./package-error.ts";

async function failure(names: readonly string[], load: () => Promise<Readonly<Record<string, unknown>>>) {
  try {
    await checkPackage({ specifier: "npm:p@1", names }, load);
    return null;
  } catch (error) {
    const { message, path, cause } = toErrorData(error, []);
    return { message, path, cause: cause?.message };
  }
}

test("a package with all that is imported is fine", async () => {
  expect(await failure(["a", "default"], async () => ({ a: undefined, default: 1 }))).toBeNull();
  expect(await failure([], async () => ({}))).toBeNull();
});

test("what it lacks is said at its own place, with what there is", async () => {
  expect(await failure(["a", "c"], async () => ({ a: 1, b: 2 }))).toEqual({
    message: '"npm:p@1" exports no "c". It exports a, b.',
    path: "npm:p@1#c",
  });
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}`, i]));
  expect((await failure(["toString"], async () => many))?.message).toMatch(/exports no "toString".*n11, and 8 more\.$/);
  expect((await failure(["default"], async () => ({})))?.message).toMatch(/no default export.*It exports nothing\.$/);
});

test("why it did not load is said, and what it needs if that is known", async () => {
  const rejecting = (error: unknown) => () => Promise.reject(error as Error);
  expect(await failure([], rejecting(new ReferenceError("process is not defined")))).toEqual({
    message: '"npm:p@1" did not load. It needs Node.js, and code here runs in a browser.',
    path: "npm:p@1",
    cause: "process is not defined",
  });
  expect((await failure([], rejecting(new ReferenceError("document is not defined"))))?.message).toMatch(
    /needs a page/,
  );
  expect(await failure([], rejecting(new Error("odd")))).toMatchObject({
    message: '"npm:p@1" did not load.',
    cause: "odd",
  });
  expect((await failure([], rejecting(null)))?.message).toBe('"npm:p@1" did not load.');
});
