// By how much a slider moves that says nothing of it: a power of ten, at least a hundred steps in all, as Gradio does it.

export function usualStep(min: number, max: number): number {
  return Number(`1e${Math.floor(Math.log10(max - min)) - 2}`);
}
