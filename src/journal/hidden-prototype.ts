// Makes a class pass for the built-in class that it extends.

/** A method that the engine's own class does not have yet does not come from us. */
export function hide(mine: { readonly prototype: object }, native: { readonly prototype: object }): void {
  for (const name of Reflect.ownKeys(mine.prototype)) {
    if (!Reflect.has(native.prototype, name)) Reflect.deleteProperty(mine.prototype, name);
  }
  Object.defineProperty(mine.prototype, "constructor", { value: native, writable: true, configurable: true });
}
