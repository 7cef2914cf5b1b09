// Runs that need no worker: a press on an example, and keeping what is flagged.

import type { FlaggedCall } from "../../drafts/flag-log.ts";
import type { EventSpec } from "../../spec/app-spec.ts";
import type { LastCall } from "../model.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { createExamples, type Examples, type ExamplesHost } from "./examples.ts";
import type { CallResult } from "./run-call.ts";
import { type Run } from "./run.ts";

export interface LocalRuns {
  /** null: it is no such run. */
  perform(run: Run): Promise<CallResult> | null;
  /** The app is opened: shows the example that it begins with, if what comes of it is known. */
  opened(): Promise<void>;
  readonly remember: Examples["remember"];
  readonly keep: Examples["keep"];
}

export interface LocalRunsHost extends ExamplesHost {
  dispatcher(): Pick<Dispatcher, "happened" | "dispatch">;
  flag(call: Omit<FlaggedCall, "id" | "timeMs">): Promise<void>;
  showLast(last: LastCall): void;
}

/** How long a button says that it was pressed. */
const thanksMs = 1500;

export function createLocalRuns(host: LocalRunsHost): LocalRuns {
  const { fields, app } = host;
  const examples = createExamples(host);

  function showRecalled(event: number): void {
    host.showLast({ fn: app.event(event)?.name ?? "", durationMs: 0, version: null, stopped: null, cached: true });
  }

  async function fill({ event, trigger }: Run, remembers: number | null): Promise<void> {
    const row = rowOf(trigger.data);
    if (row === null) return;
    for (const component of examples.fill(event, row)) {
      host.dispatcher().happened(component, "change", { ...trigger, target: component, data: null });
    }
    const remembered = remembers === null ? undefined : app.event(remembers);
    if (remembers === null || !remembered) return;
    if (await examples.recall(remembers)) showRecalled(remembers);
    else host.dispatcher().dispatch([{ index: remembers, event: remembered }], { ...trigger, data: null });
  }

  async function flag({ event, trigger }: Run, option: string | null, of: number): Promise<void> {
    const cells = event.inputs.map((id) => ({ label: fields.component(id)?.label ?? "", value: fields.value(id) }));
    const fn = app.event(of)?.name ?? "";
    if (option === null) {
      const { liked, about } = likedOf(trigger.data);
      await host.flag({ fn, option: liked, cells: [...cells, ...about] });
    } else await host.flag({ fn, option, cells });
    const button = trigger.target;
    if (button === null || fields.component(button)?.kind !== "button") return;
    fields.set(button, "Flagged");
    setTimeout(() => fields.set(button, fields.component(button)?.value), thanksMs);
  }

  return {
    perform(run) {
      const { action } = run.event;
      if (action.kind === "fill") return fill(run, action.remembers).then(() => ({ kind: "stopped" }));
      if (action.kind === "flag") return flag(run, action.option, action.of).then(() => ({ kind: "stopped" }));
      return null;
    },
    async opened() {
      for (const { event } of app.all()) {
        const { action } = event;
        if (action.kind !== "fill" || action.preload === null || action.remembers === null) continue;
        if (isTouched(event)) continue;
        const before = event.outputs.map((id) => fields.value(id));
        examples.fill(event, action.preload);
        if (await examples.recall(action.remembers)) showRecalled(action.remembers);
        else event.outputs.forEach((id, i) => fields.set(id, before[i]));
      }
    },
    remember: examples.remember,
    keep: examples.keep,
  };

  function isTouched({ outputs }: EventSpec): boolean {
    return outputs.some((id) => fields.value(id) !== fields.component(id)?.value);
  }
}

/** What was said of which message. */
function likedOf(data: unknown): { readonly liked: string; readonly about: FlaggedCall["cells"] } {
  const { liked, index, value }: Record<string, unknown> = Object(data);
  const said = liked === true ? "Like" : liked === false ? "Dislike" : typeof liked === "string" ? liked : "";
  return {
    liked: said === "" ? "taken back" : said,
    about: [
      { label: "index", value: index },
      { label: "value", value },
    ],
  };
}

function rowOf(data: unknown): number | null {
  const index: unknown = typeof data === "object" && data !== null && "index" in data ? data.index : null;
  return typeof index === "number" ? index : null;
}
