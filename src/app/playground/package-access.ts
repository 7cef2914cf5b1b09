// The packages of the open playground. All that fetches and checks is loaded when code first imports one.

import type { CompiledModule } from "../../protocol/compiled.ts";
import type { PackageCode } from "../../protocol/package-code.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import type { PackageRequest, Packages } from "../../packages/packages.ts";
import type { Problem } from "../model.ts";
import { PackagesMissing } from "./builds.ts";

export interface PackageAccess {
  /** Rejects with a PackagesMissing, or with the signal's reason. */
  get(program: CompiledModule, request: Omit<PackageRequest, "uses">): Promise<PackageCode>;
  /** What the CDN sends now for those that these problems call changed is what counts from now on, where they were found. */
  accept(problems: readonly Problem[]): Promise<void>;
}

export function createPackageAccess(store: KeyValueStore): PackageAccess {
  let loading: Promise<Packages> | null = null;
  /** Of the last time: which package each problem is about. */
  let specifiers: ReadonlyMap<Problem, string> = new Map();
  let place: Pick<PackageRequest, "room" | "from"> | null = null;

  function load(): Promise<Packages> {
    const importing = Promise.all([import("../../packages/packages.ts"), import("../../packages/package-store.ts")]);
    loading ??= importing
      .then(([{ createPackages }, { createPackageStore }]) =>
        createPackages(createPackageStore(store), (address, init) => fetch(address, init)),
      )
      .catch((error: unknown) => {
        // What failed is tried again by who asks again.
        loading = null;
        throw new Error(
          "A part of Interstate that packages need could not be loaded. Check the connection, then press Run.",
          { cause: error },
        );
      });
    return loading;
  }

  return {
    async get(program, request) {
      const packages = await load();
      place = { room: request.room, from: request.from };
      const result = await packages.get({ ...request, uses: program.packages });
      if (result.ok) return result.value;
      specifiers = new Map(
        result.error.map(({ use, kind, message }) => [
          { stage: "load", severity: "error", code: `package-${kind}`, message, range: use.range },
          use.specifier,
        ]),
      );
      throw new PackagesMissing([...specifiers.keys()]);
    },
    async accept(problems) {
      if (!place) return;
      const changed = problems.flatMap((problem) =>
        problem.code === "package-changed" ? (specifiers.get(problem) ?? []) : [],
      );
      await (await load()).accept(place.room, place.from, changed);
    },
  };
}
