// gr.Interface: from what a person declared to an app, laid out and wired as Gradio does it.

import { AppBuilder } from "./app-builder.ts";
import type { AppDeclaration, AppFunction } from "./app-declaration.ts";
import type { AppSpec, ComponentKind, EventTrigger, LayoutNode } from "./app-spec.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";
import { componentKinds } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { isFaceless } from "./faceless.ts";
import { parameterNames } from "./parameter-names.ts";

export interface InterfaceDeclaration {
  readonly kind: AppSpec["kind"];
  readonly fn: AppFunction;
  readonly inputs: readonly ComponentDeclaration[];
  readonly outputs: readonly ComponentDeclaration[];
  /** Paths of `inputs` and `outputs` in messages, by position. */
  readonly inputPath: (index: number) => string;
  readonly outputPath: (index: number) => string;
  /** How many calls may run at once; null: any number. */
  readonly concurrencyLimit: number | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly article: string | null;
}

/** Throws a DeclarationError that names the place. */
export function interfaceApp(declaration: InterfaceDeclaration): AppDeclaration {
  const { kind, title, description, article } = declaration;
  if (declaration.inputs.length === 0 && declaration.outputs.length === 0) {
    throw new DeclarationError("", "Must provide at least one of `inputs` or `outputs`");
  }
  if (kind === "interface") checkStates(declaration);
  const builder = new AppBuilder();
  const inputs = addInputs(declaration, builder);
  const outputs = addOutputs(declaration, builder, inputs);
  const kinds = new Map([...declaration.inputs, ...declaration.outputs].map((each) => [builder.idOf(each), each.kind]));
  const buttons = addButtons(builder, inputs.length > 0);
  const shown = (ids: readonly number[]) => ids.filter((id) => !isFaceless(kinds.get(id) ?? "button"));
  const layout = layOut(builder, shown(inputs), shown(outputs), buttons, isUnified(inputs, outputs));
  wire(builder, declaration, { inputs, outputs, buttons, kinds });
  return builder.build({ kind, title, description, article, fillWidth: false, layout });
}

/** The very same components on both sides: the outputs overwrite the inputs, in one column. */
function isUnified(inputs: readonly number[], outputs: readonly number[]): boolean {
  return inputs.length === outputs.length && inputs.every((id, index) => id === outputs[index]);
}

/** Gradio's rule and words, and a way out. */
function checkStates({ inputs, outputs, inputPath, outputPath }: InterfaceDeclaration): void {
  const places = [inputs, outputs].map((list) => list.flatMap(({ kind }, index) => (kind === "state" ? [index] : [])));
  const [inInputs = [], inOutputs = []] = places;
  if (inInputs.length === inOutputs.length && inInputs.length <= 1) return;
  const extraInput = inInputs[inOutputs.length === 0 ? 0 : 1];
  const extraOutput = inOutputs[inInputs.length === 0 ? 0 : 1];
  const path =
    extraInput !== undefined ? inputPath(extraInput) : extraOutput === undefined ? "" : outputPath(extraOutput);
  const message =
    "If using 'state', there must be exactly one state input and one state output. " +
    `This has ${inInputs.length} among its inputs and ${inOutputs.length} among its outputs. ` +
    "One State can hold an object with several values.";
  throw new DeclarationError(path, message, { sentence: true });
}

function addInputs({ fn, inputs, inputPath }: InterfaceDeclaration, builder: AppBuilder): number[] {
  const names = parameterNames(Function.prototype.toString.call(fn));
  const rest = inputs.length === 1 ? "input" : null;
  return inputs.map((input, index) => {
    const label = names[index] ?? rest ?? `input ${index}`;
    return builder.add(input, { path: inputPath(index), label, interactive: true });
  });
}

function addOutputs(
  { kind, inputs, outputs, outputPath }: InterfaceDeclaration,
  builder: AppBuilder,
  inputIds: readonly number[],
): number[] {
  const stateInput = inputIds[inputs.findIndex((input) => input.kind === "state")];
  return outputs.map((output, index) => {
    // The State of the inputs is the one; that of the outputs only says where the function returns it.
    if (kind === "interface" && output.kind === "state" && stateInput !== undefined) return stateInput;
    const label = outputs.length === 1 ? "output" : `output ${index}`;
    return builder.add(output, { path: outputPath(index), label, interactive: false });
  });
}

interface Buttons {
  readonly clear: number;
  readonly submit: number;
  readonly stop: number;
}

function addButtons(builder: AppBuilder, hasInputs: boolean): Buttons {
  return {
    clear: builder.addButton("Clear", "secondary"),
    submit: builder.addButton(hasInputs ? "Submit" : "Generate", "primary"),
    stop: builder.addButton("Stop", "stop", false),
  };
}

/** `inputs` and `outputs`: those that have a face. */
function layOut(
  builder: AppBuilder,
  inputs: readonly number[],
  outputs: readonly number[],
  { clear, submit, stop }: Buttons,
  unified: boolean,
): LayoutNode {
  // One and the same component may stand in several places of the declaration, and has one in the layout.
  const places = (ids: readonly number[]) =>
    [...new Set(ids)].map((component): LayoutNode => ({ kind: "component", component }));
  const buttons = builder.addBlock("row", places([clear, submit, stop]));
  const column = (children: readonly LayoutNode[]): LayoutNode => builder.addBlock("column", children);
  const row = (children: readonly LayoutNode[]): LayoutNode => builder.addBlock("row", children);
  if (unified || outputs.length === 0) return row([column([...places(inputs), buttons])]);
  // With State alone for input there is nothing to fill in: what it shows comes first.
  if (inputs.length === 0) return row([column([...places(outputs), buttons])]);
  return row([column([...places(inputs), buttons]), column(places(outputs.filter((id) => !inputs.includes(id))))]);
}

/** The listeners of its buttons and fields: what a person would write in gr.Blocks. */
function wire(
  builder: AppBuilder,
  { fn, concurrencyLimit }: InterfaceDeclaration,
  {
    inputs,
    outputs,
    buttons: { clear, submit, stop },
    kinds,
  }: {
    readonly inputs: readonly number[];
    readonly outputs: readonly number[];
    readonly buttons: Buttons;
    readonly kinds: ReadonlyMap<number | undefined, ComponentKind>;
  },
): void {
  const click = (component: number): EventTrigger => ({ kind: "component", component, event: "click" });
  const submitting = inputs.filter((id) => componentKinds[kinds.get(id) ?? "state"].events.includes("submit"));
  const submitted = builder.on({
    name: fn.name || "fn",
    fn,
    triggers: [
      click(submit),
      ...submitting.map((component): EventTrigger => ({ kind: "component", component, event: "submit" })),
    ],
    inputs,
    outputs,
    action: { concurrencyLimit },
    // For any function, not for generators alone as in Gradio: here every call can be stopped.
    whileRunning: { hide: [submit], show: [stop] },
  });
  builder.on({
    name: "Clear",
    fn: null,
    triggers: [click(clear)],
    inputs: [],
    outputs: [...new Set([...inputs, ...outputs])],
    action: { kind: "clear" },
  });
  builder.on({ name: "Stop", fn: null, triggers: [click(stop)], inputs: [], outputs: [], cancels: [submitted] });
}
