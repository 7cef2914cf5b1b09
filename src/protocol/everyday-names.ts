// Whether a program can run on the everyday part of the runtime, as its text has it. A guess: the worker says where it is
// wrong, and the program is loaded once more, on the whole.

/** As `api/everyday.ts` exports them. */
export const everydayNames: ReadonlySet<string> = new Set([
  "atomic",
  "BrowserState",
  "Button",
  "Checkbox",
  "Error",
  "Info",
  "Interface",
  "JSON",
  "local",
  "Number",
  "Progress",
  "Request",
  "skip",
  "State",
  "Success",
  "Textbox",
  "update",
  "validate",
  "Warning",
]);

/** `code`: as compiled. Only under its usual name it is clear what a program uses of the module. */
export function isEveryday(code: string): boolean {
  if (!/\bgr=[\w$]+\.api\b/.test(code)) return false;
  // A picture, of a button.
  if (/\bicon\b/.test(code)) return false;
  for (const [, after] of code.matchAll(/\bgr\b(?!=)\s*(?:\.\s*([\w$]+))?/g)) {
    if (after === undefined || !everydayNames.has(after)) return false;
  }
  return true;
}
