// gr.ClearButton

import type { ButtonLook } from "./button.ts";
import type { Component, CommonOptions } from "./component.ts";
import { currentBlocks } from "./current-blocks.ts";
import { createComponent } from "./create-component.ts";
import { componentDeclaration } from "./declared-components.ts";
import { type ListenerRecord, readListener } from "./listener-options.ts";
import { readUsed } from "./read-used.ts";
import { DeclarationError } from "../spec/declaration-error.ts";

export interface ClearButtonOptions extends Omit<CommonOptions, "label" | "info">, ButtonLook {
  /** Its text. Default: "Clear". */
  value?: string;
}

type Several = Component | readonly Component[];

/** A button that clears; `add` gives it more to clear. */
export type ClearButton = Component<string, string | null, "click"> & {
  add(components: Several): ClearButton;
};

/**
 * A button that gives components what they show at first, and every State among them a fresh copy of its initial value.
 *
 * @param components What it clears; or the options, which may name them.
 * @param options See there.
 * @example gr.ClearButton([name, greeting])
 */
export function ClearButton(
  components?: Several | (ClearButtonOptions & { readonly components?: Several | null }) | null,
  options?: ClearButtonOptions,
): ClearButton {
  const { components: cleared, ...look } = isOptions(components) ? components : { ...options, components };
  const add = (more: unknown): ClearButton => {
    const context = currentBlocks();
    const declaration = componentDeclaration(button);
    if (!context || !declaration) throw new DeclarationError("", "gr.ClearButton belongs into gr.Blocks(() => { … }).");
    const record: ListenerRecord = { ...readListener({}, "ClearButton"), outputs: readUsed(more, "components").used };
    const pressed = { component: button, declaration, path: "ClearButton", event: "click" } as const;
    context.listen("Clear", [pressed], record, { clears: true });
    return button;
  };
  const whole = { value: "Clear", ...look };
  const button = createComponent<string, string | null, "click">("button", undefined, whole, { add }) as ClearButton;
  if (cleared) add(cleared);
  return button;
}

function isOptions(value: unknown): value is { readonly components?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !componentDeclaration(value);
}
