import { afterEach, expect, test, vi } from "vitest";
import { createItems } from "./playground/items-for-tests.ts";
import { recall, remember } from "./remembered.ts";

afterEach(() => void vi.unstubAllGlobals());

/** A page at this path, framed by pages of these origins. */
function visit(pathname: string, framedBy: readonly string[] = []): void {
  const self = { location: { pathname, origin: "https://host.example", ancestorOrigins: framedBy } };
  vi.stubGlobal("window", { ...self, self, parent: framedBy.length > 0 ? {} : self });
}

test("what is remembered is remembered for a site at its path, and apart in each other site's frame", () => {
  const items = createItems();
  const store = () => items;
  visit("/play/");
  remember("panel", "open", store);
  visit("/play/index.html");
  expect(recall("panel", store)).toBe("open");
  visit("/other/");
  expect(recall("panel", store)).toBeNull();
  visit("/play/", ["https://one.example"]);
  expect(recall("panel", store)).toBeNull();
  remember("panel", "closed", store);
  visit("/play/", ["https://two.example"]);
  expect(recall("panel", store)).toBeNull();
  visit("/play/");
  expect(recall("panel", store)).toBe("open");
});

test("in a frame of somebody who hides who it is nothing is remembered", () => {
  const items = createItems();
  visit("/play/", ["null"]);
  remember("panel", "open", () => items);
  expect(recall("panel", () => items)).toBeNull();
  expect(items.length).toBe(0);
});
