import { expect, test } from "vitest";
import { partitionOf } from "./partition.ts";

const around = {} as Window;

/** `chain`: origins of the pages around; undefined where the browser does not tell. */
function partition(chain: readonly string[] | undefined, parent = around): string | null {
  const location = { pathname: "/app/index.html", origin: "https://a.example", ancestorOrigins: chain };
  return partitionOf({ location: location as unknown as Location, parent, self: parent === around ? null : parent });
}

test("a page by itself, or in its own site's frame, has the state that it always has", () => {
  expect(partition([], {} as Window)).toBe("/app/");
  expect(partition(["https://a.example", "https://a.example"])).toBe("/app/");
});

test("a page in another site's frame has state of its own, for all the sites around it together", () => {
  expect(partition(["https://b.example"])).toBe("/app/#https://b.example");
  expect(partition(["https://c.example", "https://a.example", "https://b.example"])).toBe(
    "/app/#https://b.example https://c.example",
  );
});

test("a page in a frame of somebody unknown keeps nothing", () => {
  expect(partition(undefined)).toBeNull();
  expect(partition(["null"])).toBeNull();
  expect(partition(["https://b.example", "null"])).toBeNull();
});
