// What only views with code show, loaded as one, and what divides their panes.

import { lazy } from "solid-js";

const load = () => import("./Tools.tsx");

export const Tools = lazy(async () => ({ default: (await load()).Tools }));
export const PlaygroundMenu = lazy(async () => ({ default: (await load()).PlaygroundMenu }));
export const PaneSplitter = lazy(async () => ({ default: (await import("./PaneSplitter.tsx")).PaneSplitter }));
export const Strip = lazy(async () => ({ default: (await load()).Strip }));
export const TabBar = lazy(async () => ({ default: (await load()).TabBar }));

/** So that the page is drawn with them at once. What cannot be loaded is left to where it is drawn. */
export async function preloadTools(): Promise<void> {
  await Promise.allSettled([Tools, PlaygroundMenu, Strip, TabBar, PaneSplitter].map((part) => part.preload()));
}
