// Checks by hand what a worker says that a `gr.render` made.

import { err, ok, type Result } from "../base/result.ts";
import { parseComponent, parseLayoutNodes } from "./parse-app-spec.ts";
import { parseEvents } from "./parse-events.ts";
import { fail, isRecord, parseAt, parseIndex, parseList, parseText, SpecError } from "./parse-value.ts";
import type { RenderedSpec } from "./rendered-spec.ts";

const maxComponents = 4000;

/** `next`: the numbers that the page gave. */
export function parseRendered(
  value: unknown,
  container: number,
  next: { readonly component: number; readonly event: number },
): Result<RenderedSpec, string> {
  try {
    return ok(parseAt("rendered", () => parsePart(value, container, next)));
  } catch (error) {
    if (error instanceof SpecError) return err(error.message);
    throw error;
  }
}

function parsePart(value: unknown, container: number, next: Parameters<typeof parseRendered>[2]): RenderedSpec {
  if (!isRecord(value)) return fail("", "an object");
  if (value["container"] !== container) return fail("container", String(container));
  const components = parseList(value["components"], "components", maxComponents, (each, i) =>
    parseComponent(each, next.component + i),
  );
  const end = next.component + components.length;
  const find = (id: number) => components[id - next.component];
  return {
    container,
    components,
    events: parseEvents(value["events"], end, next.event),
    children: parseLayoutNodes(value["children"], "children", find, end),
    states: parseList(value["states"], "states", maxComponents, (each) => {
      const [component, entry] = parseList(each, "", 2, (part) => part);
      return [parseIndex(component, "[0]", end), parseText(entry, "[1]", 2000)] as const;
    }),
  };
}
