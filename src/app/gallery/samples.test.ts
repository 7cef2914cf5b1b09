import { expect, test } from "vitest";
import { conditions, toShown } from "./sample.ts";
import { samples } from "./samples.ts";
import type { DrawnKind } from "../../widgets/registry.ts";
import "../../spec/other-kinds.ts";

const rows = (Object.keys(samples) as DrawnKind[]).map((kind) => ({ kind, row: samples[kind] }));

test.each(rows)("the samples of $kind are what they are called", ({ kind, row }) => {
  for (const condition of conditions) {
    const failed = condition === "error";
    expect.soft(toShown(kind, row.outputs[condition]).error !== null, `output, ${condition}`).toBe(failed);
    // A button's text is its own: nobody can enter a wrong one.
    if (kind === "button" || kind === "downloadbutton") continue;
    expect.soft(toShown(kind, row.inputs[condition]).error !== null, `input, ${condition}`).toBe(failed);
  }
});
