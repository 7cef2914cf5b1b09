// A stable name for a text: cache keys, room names, slot keys. Not for secrets. Imports nothing, so that the page can ask
// for a cached program without loading the compiler; sync, because crypto.subtle is not, and may be missing.

/**
 * 106 bits as 22 characters of base 36: cyrb53 by bryc (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js,
 * public domain), twice with different seeds.
 */
export function hashSource(text: string): string {
  return cyrb53(text, 0) + cyrb53(text, 0x1f2e3d4c);
}

function cyrb53(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  const bits53 = 4294967296 * (2097151 & h2) + (h1 >>> 0);
  return bits53.toString(36).padStart(11, "0");
}
