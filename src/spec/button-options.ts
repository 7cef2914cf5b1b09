// What all buttons have: how they look, and where they lead.

import type { Parameter } from "./parameter.ts";
import { choice, parameter } from "./parameter.ts";
import { pictureOption } from "./picture.ts";

export const buttonLook: Readonly<Record<string, Parameter>> = {
  variant: choice("secondary", "primary", "stop"),
  size: choice("lg", "md", "sm"),
  icon: pictureOption,
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
