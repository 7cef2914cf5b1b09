// Remembers where something was declared, in case it turns out to be wrong.

/** The program's own frames that may stand before the first of the person's, and some of theirs. */
const frames = 12;

/**
 * An Error whose stack says who calls this. It has few frames where an engine lets one say so: an app may declare a
 * thousand things, and taking the whole stack each time would cost as much as all the rest.
 */
export function placeOfCall(): Error {
  const usual: unknown = Reflect.get(Error, "stackTraceLimit");
  Reflect.set(Error, "stackTraceLimit", frames);
  const place = new Error();
  Reflect.set(Error, "stackTraceLimit", usual);
  return place;
}
