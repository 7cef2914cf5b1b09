// What the tests of builds share: a compiler, users and workers of their own.

import { expect, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import { err, ok } from "../../base/result.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { Room } from "../../state/room.ts";
import { type BuildsHost, createBuilds } from "./builds.ts";
import type { Loading } from "./load-module.ts";
import type { Programs } from "./programs.ts";
import type { LiveUser } from "./user.ts";

export const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };

const programs: Programs = {
  compile: (source) =>
    Promise.resolve(
      source === "bad"
        ? err([{ severity: "error", code: "syntax", message: "No.", range }])
        : ok({
            hash: source,
            warnings: [],
            packages: source === "imports" ? [{ specifier: "npm:a" }] : [],
            network: source === "asks" ? ["https://a.example"] : [],
          } as unknown as CompiledModule),
    ),
};

export function createFakeUser() {
  const call = { under: null as Promise<void> | null };
  const session = {};
  const user = {
    session: () => session,
    attach: vi.fn(),
    start: vi.fn(() => Promise.resolve()),
    calling: () => call.under !== null,
    idle: async () => {
      await call.under;
      call.under = null;
    },
  };
  return { user: user as unknown as LiveUser, attach: user.attach, start: user.start, call };
}

export function setup() {
  const first = createFakeUser();
  const users = [first.user];
  const loads: { readonly gate: ReturnType<typeof createDeferred<void>>; abandoned: boolean }[] = [];
  const released: Room[] = [];
  const answer = createDeferred<readonly string[]>();
  answer.resolve([]);
  const packages = vi.fn<BuildsHost["packages"]>();
  let text = "a";
  const host: BuildsHost = {
    source: () => text,
    users: () => users,
    network: () => answer.promise,
    packages,
    openRoom: () => Promise.resolve({} as Room),
    isBehind: () => false,
    holdStill: () => Promise.resolve(() => undefined),
    releaseRoom: (room) => released.push(room),
    load(user) {
      const session = user.session();
      const load = { gate: createDeferred<void>(), abandoned: false };
      loads.push(load);
      const done = load.gate.promise.then(() => ({ loaded: { session }, reports: [] }));
      const abandon = () => {
        load.abandoned = true;
        load.gate.reject(new Error("ended"));
      };
      return { done, abandon } as unknown as Loading;
    },
    onBuilt: vi.fn(),
  };
  const builds = createBuilds(programs, host);
  const loading = (count = 1) => vi.waitFor(() => expect(loads.length).toBe(count));
  return { builds, host, packages, users, loads, released, first, loading, edit: (next: string) => void (text = next) };
}
