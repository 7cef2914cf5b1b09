// Checks by hand what a worker says that a `gr.render` made.

import { err, ok, type Result } from "../base/result.ts";
import { DeclarationError } from "./declaration-error.ts";
import { parseComponent, parseLayoutNodes } from "./parse-app-spec.ts";
import { parseEvents } from "./parse-events.ts";
import { fail, isRecord, parseIndex, parseList, parseText, SpecError } from "./parse-value.ts";
import type { RenderedSpec } from "./rendered-spec.ts";

const maxComponents = 4000;

/** `next`: the numbers that the page gave. */
export function parseRendered(
  value: unknown,
  container: number,
  next: { readonly component: number; readonly event: number },
): Result<RenderedSpec, string> {
  try {
    if (!isRecord(value)) return fail("rendered", "an object");
    if (value["container"] !== container) return fail("rendered.container", String(container));
    const components = parseList(value["components"], "rendered.components", maxComponents, (each, path, i) =>
      parseComponent(each, path, next.component + i),
    );
    const end = next.component + components.length;
    const find = (id: number) => components[id - next.component];
    return ok({
      container,
      components,
      events: parseEvents(value["events"], end, next.event),
      children: parseLayoutNodes(value["children"], "rendered.children", find, end),
      states: parseList(value["states"], "rendered.states", maxComponents, (each, path) => {
        const [component, entry] = parseList(each, path, 2, (part) => part);
        return [parseIndex(component, `${path}[0]`, end), parseText(entry, `${path}[1]`, 2000)] as const;
      }),
    });
  } catch (error) {
    if (error instanceof SpecError || error instanceof DeclarationError) return err(error.message);
    throw error;
  }
}
