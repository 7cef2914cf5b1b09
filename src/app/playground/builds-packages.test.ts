import { expect, test, vi } from "vitest";
import { createDeferred } from "../../base/deferred.ts";
import type { PackageCode } from "../../protocol/package-code.ts";
import { PackagesMissing } from "./builds.ts";
import { range, setup } from "./builds-setup.ts";

test("a build waits for its packages, says for which ones once that is slow, and hands them to its workers", async () => {
  vi.useFakeTimers();
  try {
    const { builds, host, packages, loads, edit } = setup();
    const load = vi.spyOn(host, "load");
    const came = createDeferred<PackageCode>();
    packages.mockImplementation((_program, _room, { onFetch }) => {
      onFetch("npm:a");
      return came.promise;
    });
    edit("imports");
    const building = builds.build({ patient: false });
    await vi.advanceTimersByTimeAsync(2000);
    expect(builds.status()).toEqual({ kind: "loading", slow: false, waitsFor: [] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(builds.status()).toEqual({ kind: "loading", slow: true, waitsFor: ["npm:a"] });
    expect(load).not.toHaveBeenCalled();
    const code: PackageCode = { files: [], entries: [{ specifier: "npm:a", file: 0 }] };
    came.resolve(code);
    await vi.advanceTimersByTimeAsync(0);
    expect(builds.status()).toEqual({ kind: "loading", slow: false, waitsFor: [] });
    loads[0]?.gate.resolve();
    await building;
    expect(load.mock.calls[0]?.[1].packages).toBe(code);
    expect(builds.current()?.packages).toBe(code);
  } finally {
    vi.useRealTimers();
  }
});

test("Stop while packages are waited for ends asking for them, and says so", async () => {
  vi.useFakeTimers();
  try {
    const { builds, packages, released, edit } = setup();
    packages.mockImplementation((_program, _room, { signal, onFetch }) => {
      onFetch("npm:a");
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
    });
    edit("imports");
    const building = builds.build({ patient: false });
    await vi.advanceTimersByTimeAsync(3000);
    builds.stop();
    await building;
    expect(builds.status()).toEqual({ kind: "failed" });
    expect(builds.problems()).toMatchObject([{ code: "stopped", message: expect.stringContaining("npm:a") as string }]);
    expect(released).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});

test("a newer build ends asking for the packages of the one before", async () => {
  const { builds, packages, loads, loading, edit } = setup();
  const asked = createDeferred<AbortSignal>();
  packages.mockImplementationOnce((_program, _room, { signal }) => {
    asked.resolve(signal);
    return new Promise(() => undefined);
  });
  edit("imports");
  void builds.build({ patient: false });
  const signal = await asked.promise;
  edit("b");
  const newer = builds.build({ patient: false });
  expect(signal.aborted).toBe(true);
  await loading();
  loads[0]?.gate.resolve();
  await newer;
  expect(builds.current()?.program.hash).toBe("b");
});

test("each package that cannot be had is a problem at its place, and the app stays as it was", async () => {
  const { builds, packages, loads, loading, edit } = setup();
  const good = builds.build({ patient: false });
  await loading();
  loads[0]?.gate.resolve();
  await good;
  const problem = { stage: "load", severity: "error", code: "package-missing", message: "No.", range } as const;
  packages.mockRejectedValue(new PackagesMissing([problem, { ...problem, message: "Nor." }]));
  edit("imports");
  await builds.build({ patient: false });
  expect(builds.problems().map(({ message }) => message)).toEqual(["No.", "Nor."]);
  expect(builds.current()?.program.hash).toBe("a");
});
