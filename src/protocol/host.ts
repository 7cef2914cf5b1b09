// The one thing that compiled code and the worker agree on: the object in `globalThis.__interstate` while a module loads.

export interface CompiledHost {
  /** The namespace of `import * as gr from "interstate"`. */
  readonly api: Readonly<Record<string, unknown>>;
  /**
   * Called with a variable's initial value, in order of evaluation; `index` counts CompiledModule.variables. Returns what
   * the variable shall hold: the handle, if the value is a container. At most once for each variable, and not at all for
   * a `var` that gets its value otherwise (in a block or loop, or by a later assignment): what it holds at `bind` counts,
   * as it does for a variable that the module has assigned to since.
   */
  init(index: number, value: unknown): unknown;
  /**
   * Called once, as the module's last statement: how to read and write each variable, in order of `variables`; a const can
   * be written too.
   */
  bind(accessors: readonly VariableAccessor[]): void;
  /**
   * Called where a function comes to be (and, for hoisted ones, first of all); returns the function. `index` counts
   * `functions`. Functions keep the names that JavaScript gives them. One that stands inside another function is a new one
   * each time that runs, with the same index.
   */
  fn<F>(index: number, fn: F): F;
}

export interface VariableAccessor {
  get(): unknown;
  set(value: unknown): void;
}
