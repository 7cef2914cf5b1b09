import { expect, test } from "vitest";
import { pacedYields } from "./paced-yields.ts";

async function collect<T>(source: Iterator<T> | AsyncIterator<T>, nowMs?: () => number): Promise<T[]> {
  const values: T[] = [];
  for await (const value of pacedYields(source, nowMs)) values.push(value);
  return values;
}

test("of a hundred thousand yields few go on, the last one always", async () => {
  let clock = 0;
  const values = await collect(
    (function* () {
      for (let i = 1; i <= 100_000; i++) {
        clock += 0.01;
        yield i;
      }
    })(),
    () => clock,
  );
  expect(values.at(-1)).toBe(100_000);
  expect(values.length).toBeGreaterThan(10);
  expect(values.length).toBeLessThan(60);
});

test("a value does not wait for one that comes much later", async () => {
  let release = (): void => undefined;
  const later = new Promise<void>((resolve) => (release = resolve));
  const paced = pacedYields(
    (async function* () {
      yield 1;
      yield 2;
      await later;
      yield 3;
    })(),
  );
  expect((await paced.next()).value).toBe(1);
  expect((await paced.next()).value).toBe(2);
  release();
  expect((await paced.next()).value).toBe(3);
  expect((await paced.next()).done).toBe(true);
});

test("what was yielded before an error goes on before it", async () => {
  const paced = pacedYields(
    (function* () {
      yield 1;
      yield 2;
      throw new Error("no");
    })(),
  );
  expect((await paced.next()).value).toBe(1);
  expect((await paced.next()).value).toBe(2);
  await expect(paced.next()).rejects.toThrow("no");
});

test("ending it ends the source", async () => {
  let ended = false;
  const paced = pacedYields(
    (function* () {
      try {
        while (true) yield 1;
      } finally {
        ended = true;
      }
    })(),
  );
  await paced.next();
  await paced.return();
  expect(ended).toBe(true);
});
