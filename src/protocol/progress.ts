// How far a call is, as it says so itself.

/** One level of it: an iterable that is walked through, or what was said last. Levels nest, the outermost first. */
export interface ProgressLevel {
  /** Steps done, or null if only a fraction is known. */
  readonly index: number | null;
  /** Steps in all, or null if nobody knows. */
  readonly length: number | null;
  /** What a step is: "steps". */
  readonly unit: string;
  /** From 0 to 1, or null if it follows from the steps. */
  readonly fraction: number | null;
  /** What is being done, or null. */
  readonly description: string | null;
}

export const progressLimits = { levels: 20, textChars: 500 };
