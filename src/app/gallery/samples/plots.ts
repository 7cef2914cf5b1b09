// Samples of LinePlot, BarPlot and ScatterPlot.

import { arabic, longLabel, longText } from "../long-texts.ts";
import type { Samples } from "../sample.ts";

const cities = ["Rome", "Oslo", "Lima", "Cairo", "Delhi", "Quito", "Seoul", "Tunis"];
const sales = cities.flatMap((city, place) =>
  Array.from({ length: 12 }, (_, month) => ({
    month: new Date(Date.UTC(2025, month, 1)),
    city,
    sales: Math.round(40 + 12 * place + 30 * Math.sin(month / 2 + place)),
  })),
);
const people = Array.from({ length: 240 }, (_, i) => {
  const height = 150 + ((i * 37) % 50);
  return { height, weight: height * 0.9 - 70 + ((i * 53) % 23), kind: cities[i % 3], age: 18 + ((i * 7) % 60) };
});
const sine = Array.from({ length: 100 }, (_, i) => ({ x: i / 10, y: Math.sin(i / 10) }));
const cloud = Array.from({ length: 100_000 }, (_, i) => {
  const [radius, angle] = [Math.sqrt(i / 100_000), i * 2.399963];
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) * (1 + 0.3 * Math.sin(5 * angle)) };
});
const missing = [1, 2, Number.NaN, 4, null, 6, 7].map((y, x) => ({ x, y }));

const byCity = { x: "month", y: "sales", color: "city" };

function samples(options: Readonly<Record<string, unknown>>, filled: unknown): Samples {
  const row = {
    empty: { options, returned: null },
    filled: { options, returned: filled },
    error: { options: { x: "nowhere" }, returned: filled },
    disabled: { options, returned: filled },
    long: {
      options: {
        ...options,
        label: longLabel,
        title: longText.slice(0, 200),
        caption: longText.slice(0, 200),
        yTitle: longLabel,
      },
      returned: filled,
    },
    "right-to-left": { options: { ...options, label: arabic.label, title: arabic.text }, returned: filled },
  };
  const input = { options };
  return {
    inputs: {
      empty: input,
      filled: { options: { ...options, value: filled } },
      error: { options, typed: "no table" },
      disabled: { options: { ...options, value: filled } },
      long: { options: { ...row.long.options, value: filled } },
      "right-to-left": { options: { ...row["right-to-left"].options, value: filled } },
    },
    outputs: row,
  };
}

export const lineplot: Samples = {
  ...samples({ x: "x", y: "y" }, sine),
  more: {
    "eight series over time": { options: { ...byCity, title: "Sales" }, returned: sales },
    "one point": { returned: [{ x: 1, y: 5 }] },
    "gaps where there is no number": { returned: missing },
    "100,000 points": { returned: cloud.map(({ y }, x) => ({ x, y: y * Math.sin(x / 9000) })) },
  },
};

export const barplot: Samples = {
  ...samples({ x: "city", y: "sales", yAggregate: "mean", sort: "-y" }, sales),
  more: {
    "stacked, by quarter": { options: { ...byCity, xBin: "91d" }, returned: sales },
    "below zero": { options: { x: "x", y: "y" }, returned: sine.filter((_, i) => i % 5 === 0) },
    "turned labels": { options: { x: "city", y: "sales", xLabelAngle: -45 }, returned: sales },
  },
};

export const scatterplot: Samples = {
  ...samples({ x: "height", y: "weight", color: "kind" }, people),
  more: {
    "a scale of colors, and sizes": {
      options: { x: "height", y: "weight", color: "age", size: "age" },
      returned: people,
    },
    "100,000 points": { returned: cloud },
  },
};
