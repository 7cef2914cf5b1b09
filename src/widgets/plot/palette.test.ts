// The colors of plots, as plot.css has them, held to what they promise: they differ for everybody, stand out from the
// ground, and are not those of the kinds of state.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLORS, SCALE_COLORS } from "./colors.ts";

type Triple = readonly [number, number, number];

const plotCss = readFileSync(new URL("../plot.css", import.meta.url), "utf8");
const tokensCss = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");

/** In OKLab a difference of 0.02 can just be seen side by side. */
const apart = 0.1;

/** What reaches the eye of the color-blind: Machado, Oliveira and Fernandes, 2009, at full severity, in linear light. */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const series = Array.from({ length: COLORS }, (_, i) => `--plot-${i + 1}`);
const scale = Array.from({ length: SCALE_COLORS }, (_, i) => `--plot-scale-${i + 1}`);

for (const [scheme, index] of [
  ["light", 0],
  ["dark", 1],
] as const) {
  const color = (name: string) => readColor(name, index);

  test.each(Object.keys(eyes))(`${scheme}: any two series differ with %s`, (eye) => {
    for (const [i, one] of series.entries()) {
      for (const other of series.slice(i + 1)) {
        expect
          .soft(distance(seen(color(one), eye), seen(color(other), eye)), `${one} and ${other}`)
          .toBeGreaterThan(apart);
      }
    }
  });

  test(`${scheme}: no series is taken for a kind of state`, () => {
    for (const one of series) {
      for (const state of ["--global", "--session", "--browser", "--once"]) {
        const gap = distance(seen(color(one), "normal"), seen(color(state), "normal"));
        expect.soft(gap, `${one} and ${state}`).toBeGreaterThan(0.08);
      }
    }
  });

  test(`${scheme}: every series stands out from the ground`, () => {
    for (const one of series) expect.soft(contrast(color(one), color("--panel")), one).toBeGreaterThan(3);
  });

  test(`${scheme}: the scale goes evenly from near the ground to far from it`, () => {
    const lightness = scale.map((name) => toOklab(color(name))[0] * (scheme === "light" ? -1 : 1));
    expect(lightness).toEqual(lightness.toSorted((a, b) => a - b));
  });
}

/** Of a custom property that is given by light-dark(): first the light color, then the dark one. */
function readColor(name: string, index: number): Triple {
  const pair = new RegExp(`${name}: light-dark\\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\\);`);
  const hex = pair.exec(`${plotCss}\n${tokensCss}`)?.[index + 1];
  if (hex === undefined) throw new Error(`There is no ${name}.`);
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [r = 0, g = 0, b = 0] = (digits.slice(1).match(/../g) ?? []).map((pair) =>
    toLinear(Number.parseInt(pair, 16) / 255),
  );
  return [r, g, b];
}

function seen(color: Triple, eye: string): Triple {
  const [r = 0, g = 0, b = 0] = (eyes[eye] ?? []).map((row) =>
    clamp(row[0] * color[0] + row[1] * color[1] + row[2] * color[2]),
  );
  return toOklab([r, g, b]);
}

function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function contrast(one: Triple, other: Triple): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
