// gr.validate

class Verdict {
  readonly isValid: boolean;
  readonly message: string;
  constructor(isValid: boolean, message: string) {
    this.isValid = isValid;
    this.message = message;
    Object.freeze(this);
  }
}

/** What a validator says of one input. */
export type Validation = Verdict;

/**
 * What a validator returns for an input: whether it is valid, and what to say at it if it is not.
 *
 * @param isValid Whether the function may be called with it.
 * @param message What is said at the input otherwise.
 * @returns Something for a validator to return: one for a single input, a list with one for each of several.
 * @example validator: (age: number) => gr.validate(age >= 18, "You must be at least 18")
 */
export function validate(isValid: boolean, message: string): Validation {
  return new Verdict(isValid === true, typeof message === "string" ? message : "");
}

/** What is wrong with each of so many inputs, or null where nothing is. Throws for what no validator may return. */
export function verdictsOf(returned: unknown, inputs: number): (string | null)[] {
  const list: readonly unknown[] = Array.isArray(returned) ? returned : [returned];
  if (returned === undefined || returned === null || returned === true)
    return Array.from({ length: inputs }, () => null);
  if (list.length !== inputs || !list.every((each) => each instanceof Verdict || each === null || each === undefined)) {
    const many = inputs === 1 ? "a gr.validate(…)" : `a list with a gr.validate(…) for each of its ${inputs} inputs`;
    throw new TypeError(`The validator must return ${many}.`);
  }
  return list.map((each) => (each instanceof Verdict && !each.isValid ? each.message || "This is not valid." : null));
}
