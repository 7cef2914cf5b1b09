import { expect, it } from "vitest";
import type { Operation, SlotInfo } from "../protocol/operation.ts";
import { missingSlots } from "./missing-slots.ts";

/** `const v0 = []; const v1 = []; …`, as a worker's load reports it. */
function define(count: number): Operation[] {
  const indexes = Array.from({ length: count }, (_, i) => i);
  return [
    ...indexes.map((i): Operation => ["new", -1 - i, ["array", []]]),
    ...indexes.map((i): Operation => ["slot", `v${i}`, { name: `v${i}`, first: -1 - i, count: 1 }, ["ref", -1 - i]]),
  ];
}

/** A room that has the first of these, some of their containers, and is not to be read as a whole. */
function roomOf(count: number, has: (id: number) => boolean) {
  const infos = Array.from({ length: count }, (_, i): SlotInfo => ({ name: `v${i}`, first: 1 + i, count: 1 }));
  const slots = new Map(infos.map((info) => [info.name, { info, value: ["ref", info.first] as const }]));
  return { slots: () => slots, has };
}

it("adopts what the room has of variables that it has, and adds the others with what they need", () => {
  const missing = missingSlots(
    define(3),
    roomOf(2, (id) => id === 2),
  );
  expect(missing).toEqual({
    operations: [
      ["new", -3, ["array", []]],
      ["slot", "v2", { name: "v2", first: -3, count: 1 }, ["ref", -3]],
    ],
    added: ["v2"],
    replaced: [],
    existed: ["v0", "v1"],
    adopted: [[-2, 2]],
  });
});

it("looks at each container once, however many variables there are", () => {
  // Listing all containers for each variable takes minutes.
  const count = 100_000;
  const missing = missingSlots(
    define(count),
    roomOf(count / 2, () => true),
  );
  expect([missing.added.length, missing.adopted.length]).toEqual([count / 2, count / 2]);
}, 30_000);

it("refuses a variable whose containers are not all there", () => {
  const [made] = define(1);
  const claims = (first: number, count: number): Operation => ["slot", "v0", { name: "v0", first, count }, 1];
  for (const slot of [claims(-1, 2), claims(-7, 1)]) {
    expect(() =>
      missingSlots(
        made ? [made, slot] : [],
        roomOf(0, () => false),
      ),
    ).toThrow("the containers of v0 are missing");
  }
});
