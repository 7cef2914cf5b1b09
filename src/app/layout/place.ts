// What a component's place in the layout looks like: its share of the room, and the names it was given.

import type { ComponentSpec } from "../../spec/app-spec.ts";

/** The app's names never mean anything to the page itself. */
const prefix = "app-";

export function placeId({ elemId }: ComponentSpec): string | undefined {
  return elemId === null ? undefined : prefix + elemId;
}

export function placeClass({ elemClasses, showLabel, container, scale }: ComponentSpec, own: string): string {
  const classes = [own, ...elemClasses.map((name) => prefix + name)];
  if (!showLabel) classes.push("unlabelled");
  if (!container) classes.push("bare");
  if (scale === 0) classes.push("fits");
  return classes.join(" ");
}

/** The same as the text of an attribute. */
export function placeStyleText(component: ComponentSpec): string | undefined {
  const style = placeStyle(component);
  return style && Array.from(Object.entries(style), ([name, value]) => `${name}:${value}`).join(";");
}

export function placeStyle({ scale, minWidth }: ComponentSpec): Record<string, string> | undefined {
  if (scale === null && minWidth === null) return undefined;
  return {
    ...(scale === null ? {} : { "--scale": String(scale) }),
    ...(minWidth === null ? {} : { "--min": `${minWidth}px` }),
  };
}
