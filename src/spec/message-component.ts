// A component within a message, as a widget takes it. It came from the sandbox, so everything in it is read anew.

import type { ComponentSpec } from "./app-spec.ts";
import { readCommonOptions } from "./common-options.ts";
import { kindOf, isComponentKind } from "./component-kinds.ts";
import { DeclarationError } from "./declaration-error.ts";
import type { ComponentPart } from "./messages.ts";
import { ownOptions } from "./read-options.ts";

/** null: there is no such component. */
export function toPartSpec({ component: kind, label, value, props }: ComponentPart): ComponentSpec | null {
  if (!isComponentKind(kind)) return null;
  const definition = kindOf(kind);
  try {
    return {
      id: 0,
      kind,
      label,
      interactive: false,
      ...readCommonOptions({}, ""),
      props: ownOptions(definition).read(props, "props"),
      value: definition.value.read(value, "value"),
    };
  } catch (error) {
    if (error instanceof DeclarationError) return null;
    throw error;
  }
}
