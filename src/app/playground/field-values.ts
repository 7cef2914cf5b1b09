// What a user's inputs and outputs hold, a signal for each component, so that one keystroke or one yield redraws one widget.

import { type Accessor, batch, createSignal, type Setter, untrack } from "solid-js";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";

interface Field {
  readonly value: Accessor<unknown>;
  readonly setValue: (value: unknown) => void;
  readonly error: Accessor<string | null>;
  readonly setError: Setter<string | null>;
}

export interface FieldValues {
  value(component: number): unknown;
  set(component: number, value: unknown): void;
  error(component: number): string | null;
  setError(component: number, error: string | null): void;
  /**
   * Takes over another app: components of unchanged label and kind keep what was typed. Outputs keep what they show only if
   * the code is the same, since it is what other code made.
   */
  adopt(app: AppSpec, options: { readonly sameCode: boolean }): void;
  /** Back to what the app says they show at first. */
  reset(components: readonly ComponentSpec[]): void;
}

export function createFieldValues(): FieldValues {
  let fields = new Map<number, Field>();
  let app: AppSpec | null = null;
  // Reading a field also follows the change to another app, which replaces the fields.
  const [revision, setRevision] = createSignal(0);

  const field = (component: number) => {
    revision();
    return fields.get(component);
  };

  return {
    value: (component) => field(component)?.value(),
    error: (component) => field(component)?.error() ?? null,
    set(component, value) {
      const found = fields.get(component);
      if (!found) return;
      batch(() => {
        found.setValue(value);
        found.setError(null);
      });
    },
    setError: (component, error) => void fields.get(component)?.setError(error),
    adopt(next, { sameCode }) {
      const kept = new Map<string, Field>();
      for (const component of app?.components ?? []) {
        if (!component.interactive && !sameCode) continue;
        const held = fields.get(component.id);
        // What nobody has touched is what the code says, and that may be something else now.
        if (held && untrack(held.value) !== component.value) kept.set(identity(component), held);
      }
      fields = new Map(
        next.components.map((component) => {
          const key = identity(component);
          const held = kept.get(key);
          // Two components of one name: the first keeps, the second starts.
          kept.delete(key);
          held?.setError(null);
          return [component.id, held ?? createField(component.value)];
        }),
      );
      app = next;
      setRevision((count) => count + 1);
    },
    reset(components) {
      batch(() => {
        for (const component of components) {
          fields.get(component.id)?.setValue(component.value);
          fields.get(component.id)?.setError(null);
        }
      });
    },
  };
}

function createField(initial: unknown): Field {
  const [value, set] = createSignal<unknown>(initial, { equals: false });
  const [error, setError] = createSignal<string | null>(null);
  return { value, setValue: (next) => void set(() => next), error, setError };
}

function identity(component: ComponentSpec): string {
  return `${component.kind} ${component.interactive ? "in" : "out"} ${component.label}`;
}
