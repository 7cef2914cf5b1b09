// A bare function as an app: components from what its text says of its parameters and result. What the text does not tell
// becomes a JSON input, or an output that shows anything.

import type { AppDeclaration, AppFunction } from "./app-declaration.ts";
import type { ComponentKind } from "./app-spec.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";
import { DeclarationError } from "./declaration-error.ts";
import { interfaceApp } from "./interface-app.ts";
import { buttonDeclaration, interfaceDefaults } from "./interface-declaration.ts";
import { parameterNames } from "./parameter-names.ts";

/** What was read of a function's text; the compiler's Signature is one. */
export interface FunctionSignature {
  readonly title: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  /** null: nothing is declared. */
  readonly result: ParameterType | null;
}

export interface FunctionParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional: boolean;
  /** JSON of a literal default, when it is one. */
  readonly defaultJson: string | null;
  readonly help: string;
  /** Of a number. */
  readonly range?: { readonly min: number | null; readonly max: number | null; readonly step: number | null } | null;
}

export interface ParameterType {
  readonly kind: string;
  /** Of a State. */
  readonly of?: ParameterType;
  /** Of choices. */
  readonly values?: readonly (string | number)[];
  /** Of records. */
  readonly fields?: readonly { readonly name: string; readonly datatype: string }[];
}

/** Throws a DeclarationError for a State without a value to start from. */
export function functionApp(fn: AppFunction, signature: FunctionSignature | null): AppDeclaration {
  const parameters = signature?.parameters ?? parametersOf(fn);
  return interfaceApp({
    ...interfaceDefaults,
    kind: "function",
    fn,
    inputs: parameters.map(inputFor),
    outputs: [outputFor(signature?.result ?? null)],
    inputPath: (index) => parameters[index]?.name ?? `parameter ${index}`,
    outputPath: () => "the result",
    buttons: {
      submit: buttonDeclaration(parameters.length > 0 ? "Submit" : "Generate", "primary"),
      stop: buttonDeclaration("Stop", "stop"),
      clear: buttonDeclaration("Clear", "secondary"),
    },
    apiName: fn.name || "fn",
    title: signature?.title || null,
    description: signature?.description || null,
  });
}

const kinds: Readonly<Record<string, ComponentKind>> = {
  number: "number",
  string: "textbox",
  boolean: "checkbox",
  blob: "image",
  file: "file",
  date: "datetime",
  records: "dataframe",
};

/** More than these are easier to find in a list that opens. */
const mostInSight = 5;

function parametersOf(fn: AppFunction): FunctionParameter[] {
  return parameterNames(Function.prototype.toString.call(fn)).map((name, index) => ({
    name: name ?? `input ${index}`,
    type: { kind: "unknown" },
    optional: false,
    defaultJson: null,
    help: "",
  }));
}

function inputFor(parameter: FunctionParameter): ComponentDeclaration {
  const { name, type, optional, help } = parameter;
  const initial = parseDefault(parameter.defaultJson);
  if (type.kind === "state") return { ...declaration("state"), initial: initial ?? stateValue(name, type.of) };
  const [kind, own] = componentFor(parameter, initial);
  const options = {
    label: name,
    ...(help === "" ? {} : { info: help }),
    ...(initial === null ? {} : { value: initial }),
    ...(optional && initial === null && mayBeEmpty.has(kind) ? { required: false } : {}),
    ...own,
  };
  return { ...declaration(kind), options };
}

const mayBeEmpty: ReadonlySet<ComponentKind> = new Set(["number", "datetime", "file", "image"]);

type Option = Readonly<Record<string, unknown>>;

/** The kind for a parameter, and options of that kind. */
function componentFor({ type, range, optional }: FunctionParameter, initial: unknown): [ComponentKind, Option] {
  if (type.kind === "choices") {
    const choices = type.values ?? [];
    // A choice to start with is one press less; one that may be left out starts as none.
    const value = initial ?? (optional ? null : (choices[0] ?? null));
    return [choices.length > mostInSight ? "dropdown" : "radio", { choices, value, required: !optional }];
  }
  const kind = kinds[type.kind] ?? kindOfValue(initial) ?? "json";
  if (kind === "number" && range) {
    const { min, max, step } = range;
    if (min === null || max === null) return ["number", { min, max, step }];
    // A slider always stands somewhere, so it cannot be left out.
    return [optional && initial === null ? "number" : "slider", { min, max, step }];
  }
  if (kind === "datetime") return [kind, { type: "datetime" }];
  return [kind, kind === "dataframe" ? headersOf(type) : {}];
}

function headersOf({ fields = [] }: ParameterType): Option {
  if (fields.length === 0) return {};
  return { headers: fields.map(({ name }) => name), datatype: fields.map(({ datatype }) => datatype) };
}

function outputFor(result: ParameterType | null): ComponentDeclaration {
  if (result === null || result.kind === "unknown") {
    return { ...declaration("textbox"), options: { anything: true, lines: 1 } };
  }
  const kind = kinds[result.kind === "choices" ? typeof result.values?.[0] : result.kind] ?? "json";
  return { ...declaration(kind), options: kind === "dataframe" ? headersOf(result) : {} };
}

function declaration(kind: ComponentKind): ComponentDeclaration {
  return { kind, options: {}, initial: null, declaredAt: null };
}

/** What a State starts from whose parameter has no literal default. */
function stateValue(name: string, of: ParameterType | undefined): unknown {
  const value = new Map<string, unknown>([
    ["number", 0],
    ["string", ""],
    ["boolean", false],
    ["records", () => []],
  ]).get(of?.kind ?? "");
  if (value !== undefined) return value;
  throw new DeclarationError(
    name,
    "is a State, so it needs a value to start from: give it a literal default, such as = []",
  );
}

function parseDefault(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function kindOfValue(value: unknown): ComponentKind | null {
  return value === null ? null : (kinds[typeof value] ?? null);
}
