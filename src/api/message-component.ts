// Components within messages of a chat: what was declared with them becomes a part of the message.

import { toComponent } from "../spec/component-declaration.ts";
import { readMessageComponentsWith } from "../spec/messages.ts";
import { componentDeclaration } from "./create-component.ts";

readMessageComponentsWith((value) => {
  const declaration = componentDeclaration(value);
  if (!declaration) return null;
  const { kind, label, props, value: shown } = toComponent(declaration, "content", { label: "", interactive: false });
  return { type: "component", component: kind, label, value: shown, props };
});
