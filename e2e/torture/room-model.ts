// What the program of the torture tests does, as a model for the check of histories: a count of the calls that changed
// something, and a register that can be read, written, and swapped if it holds what is expected.

import type { Model } from "./linearizable.ts";

export interface Call {
  readonly op: string;
  readonly a?: number;
  readonly b?: number;
}

export type Result = number | boolean;

interface State {
  readonly count: number;
  readonly register: number;
}

export const roomModel: Model<State, Call, Result> = {
  initial: { count: 0, register: 0 },
  step({ count, register }, { op, a = 0, b = 0 }, output) {
    const isPossible = (result: Result): boolean => output === null || output === result;
    switch (op) {
      case "read":
        return isPossible(register) ? { count, register } : null;
      case "write":
        return isPossible(a) ? { count: count + 1, register: a } : null;
      case "swap": {
        const fits = register === a;
        return isPossible(fits) ? { count: count + 1, register: fits ? b : register } : null;
      }
      default:
        // Whatever else it does, it counts and says how far.
        return isPossible(count + 1) ? { count: count + 1, register } : null;
    }
  },
  key: ({ count, register }) => `${count} ${register}`,
};
