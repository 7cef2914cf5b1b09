// Which widget draws which component kind. State has no face; rows, tabs and the like are the layout's to draw.

import { lazy } from "solid-js";
import type { ComponentKind } from "../spec/app-spec.ts";
import type { KeptKind } from "../spec/kept-kind.ts";
import type { LayoutKind } from "../spec/layout-kind.ts";
import { Button } from "./Button.tsx";
import { Checkbox } from "./Checkbox.tsx";
import { Json } from "./Json.tsx";
import { NumberBox } from "./NumberBox.tsx";
import { Textbox } from "./Textbox.tsx";
import type { Widget } from "./widget.ts";
import "./widgets.css";

/** The kinds that have a face. */
export type DrawnKind = Exclude<ComponentKind, KeptKind | LayoutKind>;

export const widgets: Readonly<Record<DrawnKind, Widget>> = {
  textbox: Textbox,
  number: NumberBox,
  checkbox: Checkbox,
  dataframe: lazy(() => import("./Dataframe.tsx")),
  json: Json,
  button: Button,
};
