// Says in a few words what a value is, for messages: `the text "ten"`, `a list`, `nothing`. Never throws.

const maxChars = 60;

export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `the text ${JSON.stringify(shorten(value))}`;
    case "number":
    case "bigint":
      return `the number ${value}`;
    case "boolean":
      return String(value);
    case "undefined":
      return "nothing (undefined)";
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
  }
}

/** Cuts a text off for use inside a sentence. */
export function shorten(text: string, limit = maxChars): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return `a list of ${value.length}`;
    const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    if (typeof name !== "string" || name === "" || name === "Object") return "an object";
    return `${/^[AEIOU]/i.test(name) ? "an" : "a"} ${shorten(name)}`;
  } catch {
    // A proxy or getter of the person's that throws: it is an object all the same.
    return "an object";
  }
}
