// Texts that links do not need to carry, since both ends have them: what packing refers back to. Each has a number, which
// links name. One that was released (see released.json) stays as it is for ever; `npm run train` makes others.

const files = import.meta.glob<string>("./*.txt", { query: "?raw", import: "default" });

/** One character each. */
export const dictionaryNumbers: readonly string[] = Object.keys(files).map(numberOf).toSorted();

/** undefined: there is none of this number, yet. */
export async function loadDictionary(number: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const load = files[`./${number}.txt`];
  const known = loaded.get(number) ?? (load && new TextEncoder().encode(await load()));
  if (known) loaded.set(number, known);
  return known;
}

const loaded = new Map<string, Uint8Array<ArrayBuffer>>();

function numberOf(file: string): string {
  return file.slice("./".length, -".txt".length);
}
