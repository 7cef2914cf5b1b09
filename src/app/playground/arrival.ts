// A user who comes from the page before this one, as their app is loaded: it begins with what it held there.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import type { CarriedUser } from "./carried-user.ts";
import type { FieldValues } from "./field-values.ts";
import type { Loaded } from "./user-worker.ts";

export interface Arrival {
  /** A module was loaded. null: it is not the one that they come to. */
  attach(loaded: Loaded): { readonly sameCode: boolean; readonly written: readonly number[] } | null;
  /** These were rendered. */
  rendered(components: readonly ComponentSpec[]): void;
}

export function createArrival(carried: CarriedUser | null, fields: FieldValues): Arrival {
  let state: "awaited" | "same code" | "other code" | "over" = carried ? "awaited" : "over";
  return {
    attach({ session, program, app }) {
      const isFirst = state === "awaited" && session === carried?.session;
      if (!carried || !isFirst) {
        if (session !== carried?.session) state = "over";
        return null;
      }
      const sameCode = program.hash === carried.code;
      state = sameCode ? "same code" : "other code";
      carried.restore(app.components, fields, sameCode);
      return { sameCode, written: sameCode ? carried.written : [] };
    },
    rendered(components) {
      if (carried && state !== "over") carried.restore(components, fields, state === "same code");
    },
  };
}
