// What only views with code show, loaded as one, and what divides their panes.

import { lazy } from "solid-js";

const load = () => import("./Tools.tsx");

export const Tools = lazy(async () => ({ default: (await load()).Tools }));
export const PlaygroundMenu = lazy(async () => ({ default: (await load()).PlaygroundMenu }));
export const Splitter = lazy(async () => ({ default: (await import("./Splitter.tsx")).Splitter }));
export const Strip = lazy(async () => ({ default: (await load()).Strip }));

/** So that the page is drawn with them at once. What cannot be loaded is left to where it is drawn. */
export async function preloadTools(): Promise<void> {
  await Promise.allSettled([Splitter.preload(), Tools.preload(), PlaygroundMenu.preload(), Strip.preload()]);
}
