// gr.Row, gr.Column, gr.Group, gr.Accordion, gr.Tabs, gr.Tab, gr.Sidebar

import type { LayoutKind } from "../spec/layout-kind.ts";
import { isFunction } from "../spec/app-declaration.ts";
import { declareComponent } from "../spec/component-declaration.ts";
import { kindOf } from "../spec/component-kinds.ts";
import { DeclarationError } from "../spec/declaration-error.ts";
import { describeValue } from "../spec/describe-value.ts";
import type { EventName } from "../spec/event-name.ts";
import { currentBlocks } from "./current-blocks.ts";
import type { BlockOptions, Component } from "./component.ts";
import { componentOf } from "./create-component.ts";

/** Something that holds components: as an output it can be changed, with `gr.update({ visible: false })`. */
export type Block<Events extends EventName = never> = Component<never, null, Events>;

export interface RowOptions extends BlockOptions {
  /** "panel" gives it a ground, "compact" less space. Default: "default". */
  variant?: "default" | "panel" | "compact";
  /** Whether all in it are as high as the highest. Default: false. Gradio: equal_height. */
  equalHeight?: boolean;
  /** Pixels, or a CSS length; what does not fit scrolls. Default: as it comes. */
  height?: number | string | null;
  /** The most it grows to. Default: as it comes. Gradio: max_height. */
  maxHeight?: number | string | null;
  /** The least it takes. Default: as it comes. Gradio: min_height. */
  minHeight?: number | string | null;
}

export interface ColumnOptions extends BlockOptions {
  /** "panel" gives it a ground, "compact" less space. Default: "default". */
  variant?: "default" | "panel" | "compact";
}

export interface AccordionOptions extends BlockOptions {
  /** Text of its head. Default: "More". */
  label?: string | null;
  /** Whether it is open at first. Default: true. */
  open?: boolean;
}

export interface TabsOptions extends BlockOptions {
  /** Id of the tab that is seen at first. Default: the first. */
  selected?: string | number | null;
}

export interface TabOptions extends BlockOptions {
  /** Text of its head. */
  label?: string | null;
  /** Names it for `selected`. Default: none. */
  id?: string | number | null;
  /** Whether it can be chosen. Default: true. */
  interactive?: boolean;
}

export interface SidebarOptions extends BlockOptions {
  /** Text of its head. Default: "Sidebar". */
  label?: string | null;
  /** Whether it is open at first. Default: true. */
  open?: boolean;
  /** Pixels. Default: 320. */
  width?: number;
  /** Default: "left". */
  position?: "left" | "right";
}

type Callback = () => void;

/**
 * Puts what its callback makes side by side; what finds no room goes to the next line.
 *
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Row(() => { gr.Textbox(); gr.Button("Go"); })
 */
export function Row(options: RowOptions | Callback, callback?: Callback): Block {
  return nest("row", [options, callback]);
}

/**
 * Puts what its callback makes below each other.
 *
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Column({ scale: 2 }, () => { gr.Textbox(); })
 */
export function Column(options: ColumnOptions | Callback, callback?: Callback): Block {
  return nest("column", [options, callback]);
}

/**
 * One frame around what its callback makes.
 *
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Group(() => { gr.Textbox(); gr.Textbox(); })
 */
export function Group(options: BlockOptions | Callback, callback?: Callback): Block {
  return nest("group", [options, callback]);
}

/**
 * Something to open and close. Events: expand, collapse.
 *
 * @param label Text of its head; or the options.
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Accordion("Details", { open: false }, () => { gr.Textbox(); })
 */
export function Accordion(
  label: string | AccordionOptions | Callback,
  options?: AccordionOptions | Callback,
  callback?: Callback,
): Block<"expand" | "collapse"> {
  return nest("accordion", [label, options, callback]);
}

/**
 * Holds tabs, of which one is seen. Events: change, select.
 *
 * @param options See there; or the callback.
 * @param callback Makes the tabs, at once.
 * @example gr.Tabs(() => { gr.Tab("A", () => { … }); gr.Tab("B", () => { … }); })
 */
export function Tabs(options: TabsOptions | Callback, callback?: Callback): Block<"change" | "select"> {
  return nest("tabs", [options, callback]);
}

/**
 * One of several tabs; without a gr.Tabs around them, neighbours make one. Events: select.
 *
 * @param label Text of its head; or the options.
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Tab("Settings", { id: "settings" }, () => { gr.Checkbox(); })
 */
export function Tab(
  label: string | TabOptions | Callback,
  options?: TabOptions | Callback,
  callback?: Callback,
): Block<"select"> {
  return nest("tab", [label, options, callback]);
}

/**
 * A part beside the rest, to open and close. Events: expand, collapse.
 *
 * @param label Text of its head; or the options.
 * @param options See there; or the callback.
 * @param callback Makes what stands in it, at once.
 * @example gr.Sidebar({ position: "right" }, () => { gr.Slider(); })
 */
export function Sidebar(
  label: string | SidebarOptions | Callback,
  options?: SidebarOptions | Callback,
  callback?: Callback,
): Block<"expand" | "collapse"> {
  return nest("sidebar", [label, options, callback]);
}

/** As its last argument the callback; before it options; before these, for those that have one, a label. */
function nest<Events extends EventName>(kind: LayoutKind, all: readonly unknown[]): Block<Events> {
  const { name } = kindOf(kind);
  const given = all.filter((each) => each !== undefined);
  const callback = given.at(-1);
  // As an output's new options there is nothing to nest: gr.Column({ visible: false }).
  const rest = isFunction(callback) ? given.slice(0, -1) : given;
  const label = typeof rest[0] === "string" ? rest[0] : undefined;
  const declaration = declareComponent(kind, label, rest[label === undefined ? 0 : 1] ?? {});
  const component = componentOf(declaration);
  const context = currentBlocks();
  if (!context) {
    if (isFunction(callback)) throw new DeclarationError("", `gr.${name}(…) belongs into gr.Blocks(() => { … }).`);
    return component as Block<Events>;
  }
  if (!isFunction(callback)) {
    const message = `gr.${name} ends in a callback that makes what stands in it, but it ends in ${describeValue(callback)}`;
    throw new DeclarationError("", message);
  }
  context.nest(component, declaration, () => Reflect.apply(callback, undefined, []), name);
  return component as Block<Events>;
}
