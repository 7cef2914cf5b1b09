// The packages of the open playground. All that fetches and checks is loaded when code first imports one.

import { createSignal } from "solid-js";
import type { CompiledModule } from "../../protocol/compiled.ts";
import { noPackages, type PackageCode } from "../../protocol/package-code.ts";
import type { KeyValueStore } from "../../storage/key-value-store.ts";
import type { PackageRequest, Packages, UsedPackage } from "../../packages/packages.ts";
import type { PackageModel, Problem } from "../model.ts";
import { PackagesMissing } from "./builds.ts";

export interface PackageAccess extends PackageModel {
  /** Rejects with a PackagesMissing, or with the signal's reason. */
  get(
    program: CompiledModule,
    room: string,
    from: string | null,
    options: Pick<PackageRequest, "signal" | "onFetch">,
  ): Promise<PackageCode>;
}

export interface PackageAccessOptions {
  readonly store: KeyValueStore;
  /** Why what is open does not run. */
  problems(): readonly Problem[];
  /** Other files count from now on: what runs is to be loaded again. */
  build(patient: boolean): void;
}

export function createPackageAccess({ store, problems, build }: PackageAccessOptions): PackageAccess {
  const [used, setUsed] = createSignal<readonly UsedPackage[]>([]);
  let loading: Promise<Packages> | null = null;
  let place: Pick<PackageRequest, "room" | "from"> | null = null;

  async function load(): Promise<Packages> {
    const parts = [import("../../packages/packages.ts"), import("../../packages/package-store.ts")] as const;
    const [{ createPackages }, { createPackageStore }] = await Promise.all(parts);
    return createPackages(createPackageStore(store), (address, init) => fetch(address, init));
  }

  function loaded(): Promise<Packages> {
    loading ??= load().catch((error: unknown) => {
      // What failed is tried again by who asks again.
      loading = null;
      const what = "A part of Interstate that packages need could not be loaded. Check the connection, then press Run.";
      throw new Error(what, { cause: error });
    });
    return loading;
  }

  async function renew(specifiers: readonly string[]): Promise<void> {
    if (!place) return;
    await (await loaded()).renew(place, specifiers);
    build(false);
  }

  return {
    used,
    async get({ packages: uses }, room, from, options) {
      if (uses.length === 0) {
        setUsed([]);
        return noPackages;
      }
      const packages = await loaded();
      place = { room, from };
      const result = await packages.get({ ...options, ...place, uses });
      if (result.ok) {
        setUsed(result.value.used);
        return result.value.code;
      }
      throw new PackagesMissing(
        result.error.map(({ use: { specifier, range }, kind, message }) => {
          return { stage: "load", severity: "error", code: `package-${kind}`, message, range, specifier };
        }),
      );
    },
    accept: () =>
      renew(problems().flatMap(({ code, specifier }) => (code === "package-changed" && specifier ? [specifier] : []))),
    renew: (specifier) => renew([specifier]),
    async declarations(specifier) {
      if (!place) return [];
      try {
        return await (await loaded()).declarations(specifier, { ...place, signal: new AbortController().signal });
      } catch {
        // Without them, the package is whatever it is taken for.
        return [];
      }
    },
  };
}
