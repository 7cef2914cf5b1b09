// gr.Interface: from what a person declared to an app, laid out and wired as Gradio does it.

import {
  isGeneratorFunction,
  type AppDeclaration,
  type AppFunction,
  type BrowserStateDeclaration,
  type StateDeclaration,
} from "./app-declaration.ts";
import type { AppSpec, ComponentSpec, EventSpec, LayoutNode } from "./app-spec.ts";
import { toComponent, type ComponentDeclaration } from "./component-declaration.ts";
import { componentKinds } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import { isKept } from "./kept-kind.ts";
import type { LayoutKind } from "./layout-kind.ts";
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
  const { kind, fn, title, description, article } = declaration;
  if (declaration.inputs.length === 0 && declaration.outputs.length === 0) {
    throw new DeclarationError("", "Must provide at least one of `inputs` or `outputs`");
  }
  if (kind === "interface") checkStates(declaration);
  const components = new ComponentList();
  const inputs = addInputs(declaration, components);
  const outputs = addOutputs(declaration, components, inputs);
  const buttons = addButtons(components, inputs.length > 0);
  const layout = layOut(components, inputs, outputs, buttons);
  const events = wire(components.specs, inputs, outputs, buttons, {
    name: fn.name || "fn",
    action: {
      kind: "call",
      writes: true,
      generator: isGeneratorFunction(fn),
      concurrencyLimit: declaration.concurrencyLimit,
    },
  });
  const app: AppSpec = { kind, title, description, article, components: components.specs, layout, events };
  return {
    app,
    functions: events.map((event) => (event.action.kind === "call" ? fn : null)),
    states: components.states,
    browserStates: components.browserStates,
  };
}

class ComponentList {
  readonly specs: ComponentSpec[] = [];
  readonly states: StateDeclaration[] = [];
  readonly browserStates: BrowserStateDeclaration[] = [];
  readonly #ids = new Map<ComponentDeclaration, number>();

  /** One and the same component may stand in several places. */
  idOf(declaration: ComponentDeclaration): number | undefined {
    return this.#ids.get(declaration);
  }

  add(declaration: ComponentDeclaration, path: string, label: string, interactive: boolean): number {
    const known = this.#ids.get(declaration);
    if (known !== undefined) return known;
    const id = this.specs.length;
    const { initial, kind } = declaration;
    let spec = toComponent(declaration, path, { label, interactive });
    if (kind === "state") this.states.push({ component: id, initial });
    if (kind === "browserstate") {
      const storageKey = spec.props["storageKey"] ?? `BrowserState ${this.browserStates.length}`;
      spec = { ...spec, props: { ...spec.props, storageKey } };
      this.browserStates.push({ component: id, storageKey: String(storageKey), initial });
    }
    this.specs.push({ id, ...spec });
    this.#ids.set(declaration, id);
    return id;
  }

  /** Something that holds others, such as a row; `options` as `gr.Row` takes them. */
  addBlock(
    kind: LayoutKind,
    children: readonly LayoutNode[],
    options: Readonly<Record<string, unknown>> = {},
  ): LayoutNode {
    const component = this.add({ kind, options, initial: null, stack: undefined }, "", "", true);
    return { kind: "block", component, children };
  }

  addButton(value: string, variant: "primary" | "secondary" | "stop", visible = true): number {
    const options = { value, variant, visible };
    return this.add({ kind: "button", options, initial: null, stack: undefined }, "", value, true);
  }
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

function addInputs({ fn, inputs, inputPath }: InterfaceDeclaration, components: ComponentList): number[] {
  const names = parameterNames(Function.prototype.toString.call(fn));
  const rest = inputs.length === 1 ? "input" : null;
  return inputs.map((input, index) => {
    const label = names[index] ?? rest ?? `input ${index}`;
    return components.add(input, inputPath(index), label, true);
  });
}

function addOutputs(
  { kind, inputs, outputs, outputPath }: InterfaceDeclaration,
  components: ComponentList,
  inputIds: readonly number[],
): number[] {
  const stateInput = inputIds[inputs.findIndex((input) => input.kind === "state")];
  return outputs.map((output, index) => {
    // The State of the inputs is the one; that of the outputs only says where the function returns it.
    if (kind === "interface" && output.kind === "state" && stateInput !== undefined) return stateInput;
    const label = outputs.length === 1 ? "output" : `output ${index}`;
    return components.add(output, outputPath(index), label, false);
  });
}

interface Buttons {
  readonly clear: number;
  readonly submit: number;
  readonly stop: number;
}

function addButtons(components: ComponentList, hasInputs: boolean): Buttons {
  return {
    clear: components.addButton("Clear", "secondary"),
    submit: components.addButton(hasInputs ? "Submit" : "Generate", "primary"),
    stop: components.addButton("Stop", "stop", false),
  };
}

function layOut(
  components: ComponentList,
  inputs: readonly number[],
  outputs: readonly number[],
  { clear, submit, stop }: Buttons,
): LayoutNode {
  // One and the same component may stand in several places of the declaration, and has one in the layout.
  const shown = (ids: readonly number[]) =>
    [...new Set(ids)]
      .filter((id) => !isKept(components.specs[id]?.kind ?? "state"))
      .map((id): LayoutNode => ({ kind: "component", component: id }));
  const buttons = components.addBlock("row", shown([clear, submit, stop]));
  const column = (children: readonly LayoutNode[]): LayoutNode => components.addBlock("column", children);
  const row = (children: readonly LayoutNode[]): LayoutNode => components.addBlock("row", children);
  // The very same components on both sides: the outputs overwrite the inputs, in one column.
  const unified = inputs.length === outputs.length && inputs.every((id, index) => id === outputs[index]);
  if (unified || outputs.length === 0) return row([column([...shown(inputs), buttons])]);
  // With State alone for input there is nothing to fill in: what it shows comes first.
  if (shown(inputs).length === 0) return row([column([...shown(outputs), buttons])]);
  return row([column([...shown(inputs), buttons]), column(shown(outputs.filter((id) => !inputs.includes(id))))]);
}

function wire(
  components: readonly ComponentSpec[],
  inputs: readonly number[],
  outputs: readonly number[],
  { clear, submit, stop }: Buttons,
  { name, action }: Pick<EventSpec, "name" | "action">,
): EventSpec[] {
  const submitting = inputs.filter((id) => {
    const component = components[id];
    return component !== undefined && componentKinds[component.kind].events.includes("submit");
  });
  const unchanged = { hide: [], show: [] };
  return [
    {
      name,
      triggers: [
        { kind: "component", component: submit, event: "click" },
        ...submitting.map((component) => ({ kind: "component", component, event: "submit" }) as const),
      ],
      inputs,
      outputs,
      action,
      // For any function, not for generators alone as in Gradio: here every call can be stopped.
      whileRunning: { hide: [submit], show: [stop] },
    },
    {
      name: "Clear",
      triggers: [{ kind: "component", component: clear, event: "click" }],
      inputs: [],
      outputs: [...new Set([...inputs, ...outputs])],
      action: { kind: "clear" },
      whileRunning: unchanged,
    },
    {
      name: "Stop",
      triggers: [{ kind: "component", component: stop, event: "click" }],
      inputs: [],
      outputs: [],
      action: { kind: "stop", events: [0] },
      whileRunning: unchanged,
    },
  ];
}
