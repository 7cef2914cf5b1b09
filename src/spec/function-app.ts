// A bare function as an app: components from what its text says of its parameters and result. What the text does not tell
// becomes a JSON input, or an output that shows anything.

import type { AppDeclaration, AppFunction } from "./app-declaration.ts";
import type { ComponentKind } from "./app-spec.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";
import { DeclarationError } from "./declaration-error.ts";
import { interfaceApp } from "./interface-app.ts";
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
}

export interface ParameterType {
  readonly kind: string;
  /** Of a State. */
  readonly of?: ParameterType;
  /** Of choices. */
  readonly values?: readonly (string | number)[];
}

/** Throws a DeclarationError for a State without a value to start from. */
export function functionApp(fn: AppFunction, signature: FunctionSignature | null): AppDeclaration {
  const parameters = signature?.parameters ?? parametersOf(fn);
  return interfaceApp({
    kind: "function",
    fn,
    inputs: parameters.map(inputFor),
    outputs: [outputFor(signature?.result ?? null)],
    inputPath: (index) => parameters[index]?.name ?? `parameter ${index}`,
    outputPath: () => "the result",
    concurrencyLimit: 1,
    title: signature?.title || null,
    description: signature?.description || null,
    article: null,
  });
}

const kinds: Readonly<Record<string, ComponentKind>> = { number: "number", string: "textbox", boolean: "checkbox" };

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
  const kind = kinds[type.kind === "choices" ? typeof type.values?.[0] : type.kind] ?? kindOfValue(initial) ?? "json";
  const value = initial ?? type.values?.[0] ?? null;
  const info = help || (type.values ? `One of ${type.values.join(", ")}` : "");
  const options = {
    label: name,
    ...(info === "" ? {} : { info }),
    ...(value === null ? {} : { value }),
    ...(kind === "number" && optional && value === null ? { required: false } : {}),
  };
  return { ...declaration(kind), options };
}

function outputFor(result: ParameterType | null): ComponentDeclaration {
  const known = result === null || result.kind === "unknown" ? "textbox" : kinds[result.kind];
  const anything = result === null || result.kind === "unknown";
  return { ...declaration(known ?? "json"), options: anything ? { anything: true, lines: 1 } : {} };
}

function declaration(kind: ComponentKind): ComponentDeclaration {
  return { kind, options: {}, initial: null, stack: undefined };
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
