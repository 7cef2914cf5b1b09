import { expect, test } from "vitest";
import { createMemoryStore } from "../storage/memory-store.ts";
import { createNetworkGrants } from "./network-grants.ts";

const host = "https://api.example.com";

test("nothing is allowed in a room in which nobody was asked", async () => {
  const grants = createNetworkGrants(createMemoryStore());
  expect(await grants.load("link:a", null)).toEqual({ allowed: [], refused: [] });
});

test("a draft begins with what was decided where it comes from, and then goes its own way", async () => {
  const grants = createNetworkGrants(createMemoryStore());
  await grants.save("link:a", { allowed: [host], refused: [] });
  expect(await grants.load("draft:b", "link:a")).toEqual({ allowed: [host], refused: [] });
  await grants.save("draft:b", { allowed: [], refused: [host] });
  expect(await grants.load("draft:b", "link:a")).toEqual({ allowed: [], refused: [host] });
  expect(await grants.load("link:a", null)).toEqual({ allowed: [host], refused: [] });
});

test("what is stored there by something else allows nothing", async () => {
  const store = createMemoryStore();
  await store.transact({ keys: [] }, () => ({ puts: [[["network", "r"], { allowed: "all" }]], result: null }));
  expect(await createNetworkGrants(store).load("r", null)).toEqual({ allowed: [], refused: [] });
});
