// Waits until the app runs, or says why it will not.

import { createEffect, createRoot } from "solid-js";
import type { ClientHost } from "./client-model.ts";

/** Rejects with words for whoever connects. */
export function untilReady({
  build,
  status,
  problems,
}: Pick<ClientHost, "build" | "status" | "problems">): Promise<void> {
  return createRoot((dispose) =>
    new Promise<void>((resolve, reject) => {
      createEffect(() => {
        const { kind } = status();
        if (build() && kind !== "asking") return resolve();
        if (kind === "asking")
          reject(
            new Error(
              "The app asks for the network, and whoever looks at it has not answered yet. In a frame it runs only without; connect once that is chosen.",
            ),
          );
        if (kind !== "failed") return;
        const [first] = problems();
        const place = first?.range ? `, line ${first.range.line}` : "";
        reject(new Error(`The app does not run${place}: ${first?.message ?? "it failed to load."}`));
      });
    }).finally(dispose),
  );
}
