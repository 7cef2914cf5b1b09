// Links that were made by released versions, with the texts that they were made of. None is ever taken out.

import { expect, test } from "vitest";
import { parseAddress } from "./address.ts";
import released from "./dictionaries/released.json";
import all from "./released-links.json";
import { readCode } from "./written-code.ts";
import { readState } from "./written-state.ts";

interface ReleasedLink {
  readonly made: string;
  readonly hash: string;
  readonly source: string;
  /** What it brings besides. */
  readonly state?: string;
}

const links: readonly ReleasedLink[] = all;

test.each(links)("a link $made opens for ever", async ({ hash, source, state }) => {
  const address = parseAddress(hash);
  if (!address.ok || address.value.kind !== "link") throw new Error("This is no link any more.");
  expect(await readCode(address.value.code)).toEqual({ ok: true, value: source });
  if (state === undefined) expect(address.value.state).toBe(null);
  else expect(await readState(address.value.state ?? "")).toEqual({ ok: true, value: state });
});

test("there is a link for each dictionary that was released", () => {
  const used = new Set(links.flatMap(({ hash }) => /code=a(.)/.exec(hash)?.[1] ?? []));
  expect(Object.keys(released).filter((number) => !used.has(number))).toEqual([]);
});
