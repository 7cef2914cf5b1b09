import * as gr from "interstate";

type Piece = [text: string, sign: "+" | "-" | null];

/** What went, what came, and what stayed, character by character: the longest that both texts have in common. */
function diffTexts(text1: string, text2: string) {
  const [a, b] = [Array.from(text1), Array.from(text2)];
  // How much a[i…] and b[j…] have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const pieces: Piece[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      pieces.push([a[i] ?? "", null]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) pieces.push([a[i++] ?? "", "-"]);
    else pieces.push([b[j++] ?? "", "+"]);
  }
  return pieces;
}

export default gr.Interface({
  fn: diffTexts,
  inputs: [
    gr.Textbox({ label: "Text 1", info: "Initial text", lines: 3, value: "The quick brown fox jumped over the lazy dogs." }),
    gr.Textbox({ label: "Text 2", info: "Text to compare", lines: 3, value: "The fast brown fox jumps over lazy dogs." }),
  ],
  outputs: gr.HighlightedText({
    label: "Diff",
    combineAdjacent: true,
    showLegend: true,
    colorMap: { "+": "green", "-": "red" },
  }),
});
