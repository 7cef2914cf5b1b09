// Properties of shared objects are plain: a value, writable, enumerable, configurable. What else a descriptor asks for is
// refused.

const flags = ["writable", "enumerable", "configurable"] as const;

/** Why a property like this cannot be, as the end of a sentence, or null. `exists`: what is left out stays as it is. */
export function problemOfDescriptor(descriptor: PropertyDescriptor, exists: boolean): string | null {
  if ("get" in descriptor || "set" in descriptor) return "cannot have a getter or setter";
  const refused = flags.find((flag) => (exists ? descriptor[flag] === false : descriptor[flag] !== true));
  return refused ? `cannot have a property that is not ${refused}` : null;
}
