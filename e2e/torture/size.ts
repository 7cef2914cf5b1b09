// How much of everything: the short version is part of `npm test`, the long one is `npm run test:torture`.

import { env } from "node:process";

export const long = env["TORTURE"] === "long";

/** Printed by the long version, which takes another one each time unless it is told one. */
export const seed = Number(env["TORTURE_SEED"] ?? 1);

export const size = long
  ? { tabs: 8, calls: 200, rounds: 12, browserKills: 5, behind: 10_000, programs: 400, items: 100_000 }
  : { tabs: 3, calls: 25, rounds: 2, browserKills: 1, behind: 300, programs: 40, items: 10_000 };
