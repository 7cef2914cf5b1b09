// What a user's components are and hold, a signal for each, so that one keystroke or one yield redraws one widget: the value,
// the error, and the component itself, which a function may have changed over what the app says.

import { type Accessor, batch, createSignal, type Setter, untrack } from "solid-js";
import type { AppSpec, ComponentSpec } from "../../spec/app-spec.ts";
import { type OptionChanges, withChanges } from "../../spec/component-update.ts";

interface Field {
  readonly value: Accessor<unknown>;
  readonly setValue: (value: unknown) => void;
  readonly error: Accessor<string | null>;
  readonly setError: Setter<string | null>;
  readonly component: Accessor<ComponentSpec>;
  readonly setComponent: (component: ComponentSpec) => void;
  /** What differs from what the app says. */
  changes: OptionChanges | null;
}

export interface FieldValues {
  value(component: number): unknown;
  set(component: number, value: unknown): void;
  error(component: number): string | null;
  setError(component: number, error: string | null): void;
  /** As it is for this user. */
  component(component: number): ComponentSpec | undefined;
  /** Changes options of a component; `value` among them is its new value. */
  change(component: number, options: OptionChanges): void;
  /** Of some components: those with options that were changed, and these. */
  changed(components: readonly number[]): (readonly [component: number, options: OptionChanges])[];
  /**
   * Takes over another app: components of unchanged label and kind keep what was typed. Outputs keep what they show, and
   * what functions changed, only if the code is the same, since it is what other code made.
   */
  adopt(app: AppSpec, options: { readonly sameCode: boolean }): void;
  /**
   * Other components in the place of some that were rendered: those of the same key keep what they hold. Until they are
   * forgotten, the ones before stand for them, or for nothing that is seen.
   */
  replace(gone: readonly ComponentSpec[], made: readonly ComponentSpec[]): void;
  forget(components: readonly number[]): void;
  /** Back to what the app says they show at first. */
  reset(components: readonly ComponentSpec[]): void;
  /** All of it as the app says. */
  renew(): void;
}

export function createFieldValues(): FieldValues {
  let fields = new Map<number, Field>();
  let app: AppSpec | null = null;
  // Reading a field also follows the change to another app, which replaces the fields.
  const [revision, setRevision] = createSignal(0);

  /** Of components that were replaced: the ones of the same key that are there now. */
  const heirs = new Map<number, number>();

  const known = (component: number) => fields.get(heirs.get(component) ?? component);
  const field = (component: number) => {
    revision();
    return known(component);
  };

  function reset(components: readonly ComponentSpec[]): void {
    batch(() => {
      for (const component of components) {
        fields.get(component.id)?.setValue(component.value);
        fields.get(component.id)?.setError(null);
      }
    });
  }

  return {
    value: (component) => field(component)?.value(),
    error: (component) => field(component)?.error() ?? null,
    component: (component) => field(component)?.component(),
    set(component, value) {
      const found = known(component);
      if (!found) return;
      batch(() => {
        found.setValue(value);
        found.setError(null);
      });
    },
    setError: (component, error) => void known(component)?.setError(error),
    change(component, { value, ...options }) {
      const found = known(component);
      if (!found) return;
      batch(() => {
        if (Object.keys(options).length > 0) {
          found.changes = { ...found.changes, ...options };
          found.setComponent(withChanges(untrack(found.component), options));
        }
        if (value === undefined) return;
        found.setValue(value);
        found.setError(null);
      });
    },
    changed: (components) =>
      [...new Set(components)].flatMap((component) => {
        const changes = known(component)?.changes;
        return changes ? [[component, changes] as const] : [];
      }),
    adopt(next, { sameCode }) {
      const kept = new Map<string, Field>();
      for (const component of app?.components ?? []) {
        if (!component.interactive && !sameCode) continue;
        const held = fields.get(component.id);
        // What nobody has touched is what the code says, and that may be something else now.
        const isTouched = held && ((sameCode && held.changes) || untrack(held.value) !== component.value);
        if (isTouched) kept.set(identity(component), held);
      }
      batch(() => {
        fields = new Map(
          next.components.map((component) => {
            const key = identity(component);
            const held = kept.get(key);
            // Two components of one name: the first keeps, the second starts.
            kept.delete(key);
            return [component.id, held ? renewed(held, component, sameCode) : createField(component)];
          }),
        );
        app = next;
        heirs.clear();
        setRevision((count) => count + 1);
      });
    },
    replace(gone, made) {
      const kept = new Map<string, number>();
      for (const { id, key, kind } of gone) if (key !== null && fields.has(id)) kept.set(`${kind} ${key}`, id);
      for (const component of made) {
        const field = createField(component);
        const before = component.key === null ? undefined : kept.get(`${component.kind} ${component.key}`);
        const held = before === undefined ? undefined : fields.get(before);
        if (before !== undefined && held) {
          field.setValue(untrack(held.value));
          for (const [each, heir] of heirs) if (heir === before) heirs.set(each, component.id);
          heirs.set(before, component.id);
        }
        fields.set(component.id, field);
      }
      setRevision((count) => count + 1);
    },
    forget(components) {
      for (const component of components) {
        fields.delete(component);
        heirs.delete(component);
      }
    },
    reset,
    renew() {
      batch(() => {
        for (const component of app?.components ?? []) {
          const found = fields.get(component.id);
          if (found) renewed(found, component, false);
        }
        reset(app?.components ?? []);
      });
    },
  };
}

function createField(spec: ComponentSpec): Field {
  const [value, set] = createSignal<unknown>(spec.value, { equals: false });
  const [error, setError] = createSignal<string | null>(null);
  const [component, setComponent] = createSignal(spec);
  return { value, setValue: (next) => void set(() => next), error, setError, component, setComponent, changes: null };
}

/** A field with its value, for the component of another app. */
function renewed(field: Field, component: ComponentSpec, sameCode: boolean): Field {
  if (!sameCode) field.changes = null;
  field.setError(null);
  field.setComponent(field.changes ? withChanges(component, field.changes) : component);
  return field;
}

function identity(component: ComponentSpec): string {
  return `${component.kind} ${component.interactive ? "in" : "out"} ${component.label}`;
}
