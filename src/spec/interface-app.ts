// gr.Interface: from what a person declared to an app, laid out and wired as Gradio does it.

import { AppBuilder } from "./app-builder.ts";
import type { AppDeclaration } from "./app-declaration.ts";
import type { ComponentDeclaration } from "./component-declaration.ts";
import { DeclarationError } from "./declaration-error.ts";
import { isFaceless } from "./faceless.ts";
import type { InterfaceDeclaration } from "./interface-declaration.ts";
import { wireInterface } from "./interface-events.ts";
import { addExamples } from "./interface-examples.ts";
import { type InterfaceParts, layOutInterface } from "./interface-layout.ts";
import { parameterNames } from "./parameter-names.ts";

/** Throws a DeclarationError that names the place. */
export function interfaceApp(declaration: InterfaceDeclaration): AppDeclaration {
  const { kind, title, description, article, fillWidth, buttons, flagging, live } = declaration;
  if (declaration.inputs.length === 0 && declaration.outputs.length === 0) {
    throw new DeclarationError("", "Must provide at least one of `inputs` or `outputs`");
  }
  if (kind === "interface") checkStates(declaration);
  const builder = new AppBuilder();
  const labels = inputLabels(declaration);
  const inputs = declaration.inputs.map((input, index) =>
    builder.add(input, { path: declaration.inputPath(index), label: labels[index] ?? "", interactive: true }),
  );
  const outputs = addOutputs(declaration, builder, inputs);
  const mainCount = inputs.length - declaration.additional.count;
  const faces = (ids: readonly number[], declared: readonly ComponentDeclaration[]) => [
    ...new Set(ids.filter((_, index) => !isFaceless(declared[index]?.kind ?? "state"))),
  ];
  const parts: InterfaceParts = {
    inputs,
    outputs,
    main: faces(inputs.slice(0, mainCount), declaration.inputs),
    additional: faces(inputs.slice(mainCount), declaration.inputs.slice(mainCount)),
    shown: faces(outputs, declaration.outputs),
    clear: addButton(builder, buttons.clear, "clearBtn"),
    // What runs by itself needs none.
    submit: live && inputs.length > 0 ? null : addButton(builder, buttons.submit, "submitBtn"),
    stop: addButton(
      builder,
      buttons.stop && { ...buttons.stop, options: { ...buttons.stop.options, visible: false } },
      "stopBtn",
    ),
    flags: flagging.mode === "manual" ? flagging.options.map(([text]) => builder.addButton(text, "secondary")) : [],
    examples: declaration.examples && addExamples(builder, declaration, declaration.examples, labels),
  };
  const layout = layOutInterface(builder, declaration, parts);
  wireInterface(builder, declaration, parts);
  return builder.build({ kind, title, description, article, fillWidth, layout });
}

function addButton(builder: AppBuilder, button: ComponentDeclaration | null, path: string): number | null {
  return button && builder.add(button, { path, label: "", interactive: true });
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
    "One State can hold an object with several values, and gr.Blocks takes any number of them.";
  throw new DeclarationError(path, message, { sentence: true });
}

/** What an input is called that does not say so itself: as the function's parameter. */
function inputLabels({ fn, inputs }: InterfaceDeclaration): string[] {
  const names = parameterNames(Function.prototype.toString.call(fn));
  const rest = inputs.length === 1 ? "input" : null;
  return inputs.map(({ options }, index) => {
    const { label } = options;
    return typeof label === "string" ? label : (names[index] ?? rest ?? `input ${index}`);
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
