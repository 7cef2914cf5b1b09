// What a press on an example does: it fills the inputs, and shows what came of it the last time, if the app says so and that
// is known.

import { deepEqual } from "../../base/deep-equal.ts";
import type { ExampleCache, ExampleKey } from "../../drafts/example-cache.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import { kindOf } from "../../spec/component-kinds.ts";
import { isOutput } from "../../spec/component-value.ts";
import type { FieldValues } from "./field-values.ts";
import type { CallResult } from "./run-call.ts";
import type { Run } from "./run.ts";
import type { UserApp } from "./user-app.ts";

export interface Examples {
  /** Fills the inputs with a row. Answers those that have changed; none if there is no such row. */
  fill(event: EventSpec, row: number): readonly number[];
  /** Shows the remembered outputs of an event for the inputs as they are. Answers whether there were any. */
  recall(event: number): Promise<boolean>;
  /** An event has ended well: its outputs are remembered, if its inputs were those of an example. */
  remember(event: number, inputs: readonly unknown[]): void;
  /**
   * Performs a run. If its event keeps its outputs, it is told what came of the same run before, or else what comes of it now
   * is kept.
   */
  keep(run: KeptRun, perform: () => Promise<CallResult>): Promise<CallResult>;
}

type KeptRun = Pick<Run, "event" | "index" | "inputs" | "trigger" | "kept" | "left">;

export interface ExamplesHost {
  readonly fields: FieldValues;
  readonly app: UserApp;
  readonly cache: ExampleCache;
  /** Hash of the code that runs. */
  code(): string | null;
}

export function createExamples({ fields, app, cache, code }: ExamplesHost): Examples {
  function rowOf({ action, outputs }: EventSpec, index: number): readonly unknown[] | null {
    if (action.kind !== "fill") return null;
    const rows = fields.component(action.dataset)?.props["samples"];
    const row: unknown = Array.isArray(rows) ? rows[index] : undefined;
    if (!Array.isArray(row) || row.length < outputs.length) return null;
    try {
      return outputs.map((id, i) => {
        const component = fields.component(id);
        return component && kindOf(component.kind).value.read(row[i], "example");
      });
    } catch (error) {
      // The sandbox says what the rows are, and may say anything.
      console.error(error);
      return null;
    }
  }

  /** Whether an event has these inputs from an example. */
  function isExample(event: number, inputs: readonly unknown[]): boolean {
    return app.all().some(({ event: fill }) => {
      if (fill.action.kind !== "fill" || fill.action.remembers !== event) return false;
      const ids = app.event(event)?.inputs ?? [];
      const rows = fields.component(fill.action.dataset)?.props["samples"];
      return (
        Array.isArray(rows) &&
        rows.some((_, index) =>
          rowOf(fill, index)?.every((value, i) => deepEqual(inputs[ids.indexOf(fill.outputs[i] ?? -1)], value)),
        )
      );
    });
  }

  function keyOf(event: number, inputs: readonly unknown[]): ExampleKey | null {
    const hash = code();
    return hash === null ? null : { code: hash, event, example: textOf(inputs) };
  }

  /** Whether a person sees nothing of what came before: else that may have had a part in what comes. */
  function isAtFirst({ outputs }: EventSpec): boolean {
    return outputs.every((id) => deepEqual(fields.value(id), fields.component(id)?.value));
  }

  return {
    async keep(run, perform) {
      const { event, index, inputs, trigger } = run;
      const isKept = event.action.kind === "call" && event.action.keeps && isAtFirst(event);
      const key = isKept ? keyOf(index, [trigger.data, ...inputs]) : null;
      if (!key) return perform();
      run.kept = (await cache.load(key)) ?? null;
      const result = await perform();
      if (result.kind === "done" && !run.kept && !run.left) {
        void cache.save(
          key,
          event.outputs.map((id) => fields.value(id)),
        );
      }
      return result;
    },
    fill(event, index) {
      const row = rowOf(event, index);
      if (!row) return [];
      return event.outputs.filter((id, i) => {
        if (deepEqual(fields.value(id), row[i])) return false;
        fields.set(id, row[i]);
        return true;
      });
    },
    async recall(index) {
      const event = app.event(index);
      const inputs = event?.inputs.map((id) => fields.value(id)) ?? [];
      const key = keyOf(index, inputs);
      const outputs = key && (await cache.load(key));
      if (!event || !outputs || outputs.length !== event.outputs.length) return false;
      // Meanwhile somebody may have typed.
      if (
        !deepEqual(
          inputs,
          event.inputs.map((id) => fields.value(id)),
        )
      )
        return false;
      const fits = event.outputs.every((id, i) => {
        const component = fields.component(id);
        return component !== undefined && isOutput(component, outputs[i]);
      });
      if (!fits) return false;
      event.outputs.forEach((id, i) => fields.set(id, outputs[i]));
      return true;
    },
    remember(index, inputs) {
      const event = app.event(index);
      // What changed options of an output would not come back with the values.
      if (!event || fields.changed(event.outputs).length > 0 || !isExample(index, inputs)) return;
      const key = keyOf(index, inputs);
      if (key)
        void cache.save(
          key,
          event.outputs.map((id) => fields.value(id)),
        );
    },
  };
}

/** Two rows of files of the same name and size are taken for one. */
function textOf(inputs: readonly unknown[]): string {
  return JSON.stringify(inputs, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    if (!(value instanceof Blob)) return value;
    return [value instanceof File ? value.name : "", value.type, value.size];
  });
}
