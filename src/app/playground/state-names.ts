// What the State panel calls the State of a user.

/** By their variables; what those do not tell apart has numbers, and the only one goes by its user. */
export function toStateNames(declared: readonly string[]): string[] {
  if (declared.length === 1) return ["State"];
  const counts = new Map<string, number>();
  return declared.map((name) => {
    const isOnly = name !== "State" && declared.indexOf(name) === declared.lastIndexOf(name);
    if (isOnly) return name;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  });
}
