// Lets the Timers of an app tick.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import type { FieldValues } from "./field-values.ts";

export interface Timers {
  /** Timers as they are now, with the seconds between two ticks. One that is as it was goes on undisturbed. */
  set(timers: readonly TimerState[]): void;
  end(): void;
}

export interface TimerState {
  readonly component: number;
  readonly seconds: number;
}

export function createTimers(tick: (component: number) => void): Timers {
  const running = new Map<number, { readonly seconds: number; readonly id: ReturnType<typeof setInterval> }>();

  function stop(component: number): void {
    clearInterval(running.get(component)?.id);
    running.delete(component);
  }

  return {
    set(timers) {
      const wanted = new Map(timers.map(({ component, seconds }) => [component, seconds]));
      for (const [component, { seconds }] of running) if (wanted.get(component) !== seconds) stop(component);
      for (const [component, seconds] of wanted) {
        if (running.has(component)) continue;
        running.set(component, { seconds, id: setInterval(() => tick(component), seconds * 1000) });
      }
    },
    end() {
      for (const component of running.keys()) stop(component);
    },
  };
}

/** Those of a user's components that are Timers, and tick. */
export function timerStates(
  components: readonly ComponentSpec[],
  { component, value }: Pick<FieldValues, "component" | "value">,
): readonly TimerState[] {
  const timers = components.filter(({ kind }) => kind === "timer");
  return timers.flatMap(({ id }) => timerState(component(id), value(id)) ?? []);
}

/** Whether a component is a Timer that ticks, and how often. */
function timerState(component: ComponentSpec | undefined, value: unknown): TimerState | null {
  if (component?.kind !== "timer" || component.props["active"] !== true || typeof value !== "number") return null;
  return { component: component.id, seconds: value };
}
