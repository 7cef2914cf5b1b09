// What all buttons have: how they look, and where they lead.

import { MissingKindError } from "./missing-kind.ts";
import type { Parameter } from "./parameter.ts";
import { choice, parameter } from "./parameter.ts";

let readPicture: Parameter["read"] | null = null;

/** Icons are pictures, and what reads those comes with the kinds that not every app has. */
export function addIcons(read: Parameter["read"]): void {
  readPicture = read;
}

const icon: Parameter = {
  default: null,
  read(value, path) {
    if (value === undefined || value === null) return null;
    if (!readPicture) throw new MissingKindError();
    return readPicture(value, path);
  },
};

export const buttonLook: Readonly<Record<string, Parameter>> = {
  variant: choice("secondary", "primary", "stop"),
  size: choice("lg", "md", "sm"),
  icon,
};

/** An address that a press opens in a new tab. Others than these could run code in the page. */
export const link: Parameter = parameter(
  null,
  'an address such as "https://example.com"',
  (value) => value === null || (typeof value === "string" && value.length <= 10_000 && isAddress(value)),
);

function isAddress(value: string): boolean {
  return URL.canParse(value) && ["https:", "http:", "mailto:"].includes(new URL(value).protocol);
}
