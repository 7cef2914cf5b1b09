// gr.Examples

import { isFunction } from "../spec/app-declaration.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import { readExampleRows } from "../spec/example-rows.ts";
import { isFaceless } from "../spec/faceless.ts";
import { kindOf } from "../spec/component-kinds.ts";
import { didYouMean } from "../spec/nearest-name.ts";
import { flag } from "../spec/parameter.ts";
import { currentBlocks } from "./current-blocks.ts";
import type { BlockOptions, Component } from "./component.ts";
import { Dataset } from "./dataset.ts";
import type { Dependency } from "./dependency.ts";
import type { ComponentLike, FunctionOf, Parameters, Result } from "./function-types.ts";
import { readListener } from "./listener-options.ts";
import { readUsed } from "./read-used.ts";
import { triggerOf } from "./listen.ts";

type Several = Component | readonly Component[];

/** What `gr.Examples` takes. */
export interface ExamplesOptions<I = Several, O = Several | null> extends Omit<BlockOptions, "key"> {
  /** Rows with a value for each input, null where it has none; with one input, the values alone. */
  examples: readonly unknown[];
  /** The components that a row fills. They stand in the same gr.Blocks. */
  inputs: I;
  /** Components for what `fn` returns. Default: none. */
  outputs?: O;
  /** Called with the inputs, when an example is chosen and `runOnClick` or `cacheExamples` says so. Default: none. */
  fn?: FunctionOf<[...Parameters<I>], O extends ComponentLike | readonly ComponentLike[] ? Result<O> : unknown> | null;
  /**
   * Whether what `fn` returned for an example is kept in this browser and shown when it is chosen again, until the code
   * changes. Default: false. Gradio: cache_examples, where they are computed before anybody asks.
   */
  cacheExamples?: boolean;
  /** Whether `fn` is called when an example is chosen. Default: false. Gradio: run_on_click. */
  runOnClick?: boolean;
  /** Under which name code outside of the app calls `fn`; false: it may not. Default: the function's. Gradio: api_name. */
  apiName?: string | false | null;
  /** Whether code outside of the app may call it: "private" means it may not. Default: "public". Gradio: api_visibility. */
  apiVisibility?: "public" | "private" | "undocumented" | null;
  /** With `cacheExamples`: the row that is there when the app is opened, if what comes of it is kept. Default: false, none. */
  preload?: number | false;
  /** Rows on a page. Default: 10. Gradio: examples_per_page. */
  examplesPerPage?: number;
  /** What is shown of each row in place of its values. Default: its values. Gradio: example_labels. */
  exampleLabels?: readonly string[] | null;
  /** What stands above them. Default: "Examples". */
  label?: string | null;
}

/** What `gr.Examples` returns. */
export interface ExamplesApp {
  /** The component that shows them. */
  readonly dataset: Component<unknown, number | null, "click" | "select">;
  /** The listener that fills the inputs: for what shall follow. Gradio: load_input_event. */
  readonly loadInputEvent: Dependency;
}

const names = [
  "apiName",
  "apiVisibility",
  "cacheExamples",
  "elemClasses",
  "elemId",
  "exampleLabels",
  "examples",
  "examplesPerPage",
  "fn",
  "inputs",
  "label",
  "minWidth",
  "outputs",
  "preload",
  "runOnClick",
  "scale",
  "visible",
];
/** What Gradio has, and makes no difference here. */
const ignored = ["apiDescription", "batch", "cacheMode", "postprocess", "preprocess"];

/**
 * Rows of values to try an app with: a press on one fills the inputs. It belongs into the callback of `gr.Blocks`, where it
 * stands; `gr.Interface` makes its own of its `examples`.
 *
 * @param examples The rows; or the options.
 * @param options See there.
 * @returns The component that shows them, and the listener that fills the inputs.
 * @throws DeclarationError outside of gr.Blocks, for an option that is wrong, or a value that its input cannot have.
 * @example gr.Examples([["Ada", 36], ["Grace", 45]], { inputs: [name, age], outputs: greeting, fn: greet, runOnClick: true })
 */
export function Examples<const I extends Several, const O extends Several | null = null>(
  examples: readonly unknown[] | ExamplesOptions<I, O>,
  options?: Omit<ExamplesOptions<I, O>, "examples">,
): ExamplesApp {
  const given: Record<string, unknown> = Array.isArray(examples) ? { ...options, examples } : { ...Object(examples) };
  const stranger = Object.keys(given).find((name) => !names.includes(name) && !ignored.includes(name));
  if (stranger !== undefined) {
    throw new DeclarationError(`gr.Examples.${stranger}`, `is no option of it.${didYouMean(stranger, names)}`);
  }
  const context = currentBlocks();
  if (!context) {
    throw new DeclarationError(
      "",
      "gr.Examples belongs into gr.Blocks(() => { … }): gr.Interface takes examples itself.",
    );
  }
  const { rows, preload, caches, runs } = readWhat(given);
  const { used: inputs } = readUsed(given["inputs"], "gr.Examples.inputs");
  const columns = inputs.flatMap(({ component, declaration }) => {
    if (isFaceless(declaration.kind)) return [];
    const label = declaration.options["label"];
    return [
      {
        component,
        input: declaration,
        label: typeof label === "string" ? label : kindOf(declaration.kind).name,
      },
    ];
  });
  if (columns.length === 0) throw new DeclarationError("gr.Examples.inputs", "must be the components that a row fills");
  const { samples, used } = readExampleRows(columns, rows, "gr.Examples");
  const filled = used.flatMap((index) => columns[index] ?? []);
  const {
    label = "Examples",
    exampleLabels = null,
    examplesPerPage,
    scale,
    minWidth,
    visible,
    elemId,
    elemClasses,
  } = given;
  const dataset = Dataset({
    ...defined({ samplesPerPage: examplesPerPage, scale, minWidth, visible, elemId, elemClasses }),
    label,
    samples,
    headers: filled.map((column) => column.label),
    sampleLabels: exampleLabels,
  } as object) as ExamplesApp["dataset"];

  const { fn = null, outputs = null, apiName, apiVisibility } = given;
  const calls = { fn, inputs: given["inputs"], outputs, apiName, apiVisibility };
  const record = (fields: object) => readListener(fields, "gr.Examples");
  const run = (): Dependency => context.listen("Examples", [], record(calls), { name: nameOf(fn) });
  const remembers = fn && caches ? run() : null;
  const click = triggerOf(dataset.click);
  const fills = { dataset, remembers, preload };
  const loadInputEvent = context.listen(
    "Examples",
    click ? [click] : [],
    record({ outputs: filled.map(({ component }) => component) }),
    { fills, name: "Examples" },
  );
  if (fn && runs && !caches) {
    const trigger = { kind: "then", after: loadInputEvent } as const;
    context.listen("Examples", [trigger], record(calls), { name: nameOf(fn) });
  }
  return { dataset, loadInputEvent };
}

function readWhat(given: Readonly<Record<string, unknown>>): {
  readonly rows: readonly unknown[];
  readonly preload: number | null;
  readonly caches: boolean;
  readonly runs: boolean;
} {
  const { examples, fn = null, preload = null } = given;
  if (!Array.isArray(examples)) {
    throw new DeclarationError("gr.Examples.examples", `must be a list of rows, but it is ${describeValue(examples)}`);
  }
  const caches = flag(false).read(given["cacheExamples"] ?? undefined, "gr.Examples.cacheExamples") === true;
  const runs = flag(false).read(given["runOnClick"] ?? undefined, "gr.Examples.runOnClick") === true;
  if (fn !== null && !isFunction(fn)) {
    throw new DeclarationError("gr.Examples.fn", `must be a function, but it is ${describeValue(fn)}`);
  }
  if (fn === null && (caches || runs)) {
    const name = caches ? "cacheExamples" : "runOnClick";
    throw new DeclarationError(`gr.Examples.${name}`, "says that fn is called, but there is no fn");
  }
  const isRow = typeof preload === "number" && Number.isInteger(preload) && preload >= 0 && preload < examples.length;
  if (preload !== null && preload !== false && !isRow) {
    throw new DeclarationError(
      "gr.Examples.preload",
      `must be the number of an example, but it is ${describeValue(preload)}`,
    );
  }
  return { rows: examples, preload: isRow ? preload : null, caches, runs };
}

function nameOf(fn: unknown): string {
  return isFunction(fn) && fn.name !== "" && fn.name !== "fn" ? fn.name : "Examples";
}

/** Without what is undefined: then the default holds. */
function defined(options: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
