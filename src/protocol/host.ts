// The one thing that compiled code and the worker agree on: the object in `globalThis.__interstate` while a module loads.

export interface CompiledHost {
  /** The namespace of `import * as gr from "interstate"`. */
  readonly api: Readonly<Record<string, unknown>>;
  /**
   * Called with each shared or constant variable's initial value, in order of evaluation; `index` counts
   * CompiledModule.variables. Returns what the variable shall hold: the handle, if the value is a container.
   */
  init(index: number, value: unknown): unknown;
  /** Called once, as the module's last statement: how to read and write each variable, in order of `variables`. */
  bind(accessors: readonly VariableAccessor[]): void;
  /** Called where a function comes to be (and, for hoisted ones, first of all); returns the function. `index` counts `functions`. */
  fn<F>(index: number, fn: F): F;
}

export interface VariableAccessor {
  get(): unknown;
  set(value: unknown): void;
}
