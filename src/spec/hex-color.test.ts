import { expect, test } from "vitest";
import { toHexColor } from "./hex-color.ts";

test.each([
  ["#F80", "#ff8800"],
  ["ff8800", "#ff8800"],
  [" #ff8800FF ", "#ff8800"],
  ["rgb(255, 136, 0)", "#ff8800"],
  ["rgba(254.6 136.2 0 / 1)", "#ff8800"],
])("%s is %s", (text, hex) => {
  expect(toHexColor(text)).toBe(hex);
});

test.each(["", "#ff", "orange", "rgb(256, 0, 0)", "rgba(0, 0, 0, 0.5)", "#ff880080", 3, null])(
  "%s is none",
  (value) => {
    expect(toHexColor(value)).toBeNull();
  },
);
