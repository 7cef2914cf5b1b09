// Which widget draws which component kind. State has no face; rows, tabs and the like are the layout's to draw. What a first
// visitor does not need is loaded when an app has it.

import { lazy } from "solid-js";
import type { AppSpec, ComponentKind } from "../spec/app-spec.ts";
import type { FacelessKind } from "../spec/faceless.ts";
import type { LayoutKind } from "../spec/layout-kind.ts";
import { Button } from "./Button.tsx";
import { Json } from "./Json.tsx";
import { NumberBox } from "./NumberBox.tsx";
import type { Widget } from "./widget.ts";
import "./widgets.css";

const Plot = lazy(() => import("./Plot.tsx"));

/** The kinds that have a face. */
export type DrawnKind = Exclude<ComponentKind, FacelessKind | LayoutKind>;

export const widgets: Readonly<Record<DrawnKind, Widget>> = {
  barplot: Plot,
  button: Button,
  chatbot: lazy(() => import("./Chatbot.tsx")),
  checkbox: lazy(async () => ({ default: (await import("./Checkbox.tsx")).Checkbox })),
  checkboxgroup: lazy(() => import("./CheckboxGroup.tsx")),
  code: lazy(() => import("./Code.tsx")),
  colorpicker: lazy(() => import("./ColorPicker.tsx")),
  dataframe: lazy(() => import("./Dataframe.tsx")),
  dataset: lazy(() => import("./Dataset.tsx")),
  datetime: lazy(() => import("./DateTime.tsx")),
  downloadbutton: lazy(() => import("./DownloadButton.tsx")),
  dropdown: lazy(() => import("./Dropdown.tsx")),
  file: lazy(() => import("./FileBox.tsx")),
  gallery: lazy(() => import("./Gallery.tsx")),
  highlightedtext: lazy(() => import("./HighlightedText.tsx")),
  html: lazy(() => import("./Html.tsx")),
  image: lazy(() => import("./ImageBox.tsx")),
  json: Json,
  label: lazy(() => import("./Label.tsx")),
  lineplot: Plot,
  markdown: lazy(() => import("./Markdown.tsx")),
  multimodaltextbox: lazy(() => import("./MultimodalTextbox.tsx")),
  number: NumberBox,
  radio: lazy(() => import("./Radio.tsx")),
  scatterplot: Plot,
  slider: lazy(() => import("./Slider.tsx")),
  textbox: lazy(async () => ({ default: (await import("./Textbox.tsx")).Textbox })),
  uploadbutton: lazy(() => import("./UploadButton.tsx")),
};

/** Settles when all widgets of an app are there. One that cannot be loaded is left to where it is drawn. */
export async function loadWidgets({ components }: Pick<AppSpec, "components">): Promise<void> {
  await loadKinds(new Set(components.map(({ kind }) => kind)));
}

export async function loadKinds(kinds: ReadonlySet<string>): Promise<void> {
  const used = Object.entries(widgets).flatMap(([kind, widget]) => (kinds.has(kind) ? [widget] : []));
  await Promise.allSettled(used.map(preload));
}

async function preload(widget: Widget & { preload?(): Promise<unknown> }): Promise<void> {
  await widget.preload?.();
}
