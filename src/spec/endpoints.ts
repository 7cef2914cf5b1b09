// What code outside of the app can call: an endpoint for each event that has a name for it, as Gradio's API page lists them.
// State is nobody's parameter: each client has its own.

import type { AppSpec, ComponentSpec, EventSpec } from "./app-spec.ts";
import { choicesOf } from "./choices.ts";
import { kindOf } from "./component-kinds.ts";
import { formatJson } from "./json-data.ts";
import { isKept } from "./kept-kind.ts";
import { isTable } from "./table.ts";

export interface Endpoint {
  /** "/trackScore" */
  readonly name: string;
  /** Of the app's events. */
  readonly event: number;
  readonly parameters: readonly EndpointParameter[];
  readonly returns: readonly EndpointReturn[];
}

export interface EndpointParameter {
  /** Under which it can be given in a record. */
  readonly name: string;
  readonly label: string;
  /** As in `gr.Textbox`. */
  readonly component: string;
  /** A TypeScript type. */
  readonly type: string;
  readonly hasDefault: boolean;
  /** What it is if it is left out: what its component starts with. */
  readonly defaultValue: unknown;
  /** Among the event's inputs. */
  readonly position: number;
}

export interface EndpointReturn {
  readonly label: string;
  readonly component: string;
  readonly type: string;
  /** Among the event's outputs. */
  readonly position: number;
}

export function endpointsOf({ components, events }: Pick<AppSpec, "components" | "events">): Endpoint[] {
  const names = new Set<string>();
  return events.flatMap((event, index) => {
    if (event.apiName === null || event.action.kind !== "call" || event.action.renders !== null) return [];
    const name = unusedName(`/${event.apiName.replace(/^\/+/, "")}`, names);
    const returns = seen(event.outputs, components).map(({ component, position }) => ({
      label: component.label,
      component: kindOf(component.kind).name,
      type: typeOf(component),
      position,
    }));
    return [{ name, event: index, parameters: parametersOf(event, components), returns }];
  });
}

/** As Gradio does it: "/add", "/add_1". */
function unusedName(wanted: string, used: Set<string>): string {
  let name = wanted;
  for (let n = 1; used.has(name); n++) name = `${wanted}_${n}`;
  used.add(name);
  return name;
}

function parametersOf(event: EventSpec, components: AppSpec["components"]): EndpointParameter[] {
  const names = new Set<string>();
  return seen(event.inputs, components).map(({ component, position }) => {
    const defaultValue = toCode(component, component.value);
    return {
      name: unusedName(event.parameters[position] ?? toName(component.label, position), names),
      label: component.label,
      component: kindOf(component.kind).name,
      type: typeOf(component),
      hasDefault: kindOf(component.kind).checkInput(component.value, component) === null,
      defaultValue,
      position,
    };
  });
}

function seen(ids: readonly number[], components: AppSpec["components"]) {
  return ids.flatMap((id, position) => {
    const component = components[id];
    return component && !isKept(component.kind) ? [{ component, position }] : [];
  });
}

function toName(label: string, position: number): string {
  const [first = "", ...rest] = label.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name =
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  return /^[\p{L}_$]/u.test(name) ? name : `input${position}`;
}

/** What a client gives, as the page holds it: of what has several forms it may give what a function may return. */
export function fromCode(component: ComponentSpec, value: unknown): unknown {
  if (!structured.has(component.kind)) return value;
  const held = kindOf(component.kind).postprocess(value, component);
  // Then the check of the input says what is wrong.
  return held.ok ? held.value : value;
}

/** What the page holds, as a client gets it. */
export function toCode(component: ComponentSpec, value: unknown): unknown {
  if (component.kind === "json" && component.interactive) return parseJson(value);
  if (isTable(value)) {
    const rows = value.columns[0]?.length ?? 0;
    return {
      headers: [...value.headers],
      data: Array.from({ length: rows }, (_, row) => value.columns.map((column) => column[row] ?? null)),
    };
  }
  if (component.props["fileCount"] === "single" && Array.isArray(value)) return value[0] ?? null;
  return value;
}

const structured: ReadonlySet<ComponentSpec["kind"]> = new Set([
  "chatbot",
  "checkboxgroup",
  "dataframe",
  "file",
  "gallery",
  "highlightedtext",
  "image",
  "json",
  "label",
  "multimodaltextbox",
  "uploadbutton",
]);

function parseJson(text: unknown): unknown {
  if (typeof text !== "string" || text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    // What a person typed halfway is nothing yet.
    return null;
  }
}

/** The most choices that are written out. */
const maxChoices = 8;

function typeOf(component: ComponentSpec): string {
  const { kind, props } = component;
  switch (kind) {
    case "number":
      return props["required"] === false || !component.interactive ? "number | null" : "number";
    case "slider":
    case "timer":
      return "number";
    case "checkbox":
      return "boolean";
    case "radio":
      return choiceType(component);
    case "dropdown":
      return props["multiselect"] === true ? `(${choiceType(component)})[]` : choiceType(component);
    case "checkboxgroup":
      return `(${choiceType(component)})[]`;
    case "json":
      return "unknown";
    case "image":
      return "Blob | ImageData";
    case "file":
    case "uploadbutton":
      return props["fileCount"] === "single" ? "File" : "File[]";
    case "downloadbutton":
      return "File | null";
    case "dataframe":
    case "lineplot":
    case "barplot":
    case "scatterplot":
      return "{ headers: string[]; data: unknown[][] }";
    case "multimodaltextbox":
      return "{ text: string; files: File[] }";
    case "chatbot":
      return "{ role: string; content: unknown }[]";
    case "gallery":
      return "{ picture: Blob | ImageData; caption: string | null }[]";
    case "highlightedtext":
      return "[text: string, category: string | number | null][]";
    case "label":
      return "{ label: string; confidences: unknown }";
    case "dataset":
      return "number | null";
    default:
      return "string";
  }
}

function choiceType(component: ComponentSpec): string {
  const values = choicesOf(component).map(([, value]) => value);
  if (values.length === 0 || component.props["allowCustomValue"] === true) return "string";
  if (values.length > maxChoices) return [...new Set(values.map((value) => typeof value))].join(" | ");
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

/** A value as it is written in code; null if it cannot be. */
export function toSource(value: unknown): string | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
    return JSON.stringify(value);
  if (typeof value !== "object" || value instanceof Blob) return null;
  const text = formatJson(value);
  return text.length <= 2000 ? text.replace(/\s*\n\s*/g, " ") : null;
}
