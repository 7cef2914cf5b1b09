// Sets formulas, by KaTeX. A chunk of its own.

import katex from "katex";
import "katex/dist/katex.min.css";

export function setFormula(element: HTMLElement): void {
  katex.render(element.textContent ?? "", element, {
    displayMode: element.dataset["math"] === "display",
    // A mistake shows as what was written, in red.
    throwOnError: false,
    strict: "ignore",
    // No links, images or styles of the formula's own.
    trust: false,
    // In em: far less than what would push everything else out of sight.
    maxSize: 40,
  });
}
