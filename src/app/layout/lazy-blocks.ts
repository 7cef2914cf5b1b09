// Parts of the layout that a first visitor does not need: loaded when an app has one.

import { lazy } from "solid-js";
import type { AppSpec } from "../../spec/app-spec.ts";

export const Folding = lazy(async () => ({ default: (await import("./Folding.tsx")).Folding }));
export const Prose = lazy(async () => ({ default: (await import("../../widgets/prose/Prose.tsx")).Prose }));
export const TabsView = lazy(async () => ({ default: (await import("./TabsView.tsx")).TabsView }));

/** What cannot be loaded is left to where it is drawn. */
export async function loadBlocks({
  components,
  description,
  article,
}: Pick<AppSpec, "components" | "description" | "article">): Promise<void> {
  const has = (...kinds: readonly string[]) => components.some(({ kind }) => kinds.includes(kind));
  await Promise.allSettled([
    has("accordion", "sidebar") && Folding.preload(),
    has("tabs") && TabsView.preload(),
    (description || article) && Prose.preload(),
  ]);
}
