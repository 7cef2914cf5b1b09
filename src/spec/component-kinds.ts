// The one table of component kinds. A new kind is a file in `components`, a row here, and a name in `ComponentKind`.

import { browserState } from "./components/browser-state.ts";
import { button } from "./components/button.ts";
import { chatbot } from "./components/chatbot.ts";
import { checkbox } from "./components/checkbox.ts";
import { dataframe } from "./components/dataframe.ts";
import { code } from "./components/code.ts";
import { highlightedText } from "./components/highlighted-text.ts";
import { html } from "./components/html.ts";
import { downloadButton } from "./components/download-button.ts";
import { file } from "./components/file.ts";
import { gallery } from "./components/gallery.ts";
import { image } from "./components/image.ts";
import { uploadButton } from "./components/upload-button.ts";
import { dataset } from "./components/dataset.ts";
import { checkboxGroup } from "./components/checkbox-group.ts";
import { colorPicker } from "./components/color-picker.ts";
import { dateTime } from "./components/date-time.ts";
import { dropdown } from "./components/dropdown.ts";
import { json } from "./components/json.ts";
import { accordion, column, group, row, sidebar, tab, tabs } from "./components/layout.ts";
import { label } from "./components/label.ts";
import { markdown } from "./components/markdown.ts";
import { multimodalTextbox } from "./components/multimodal-textbox.ts";
import { number } from "./components/number.ts";
import { radio } from "./components/radio.ts";
import { slider } from "./components/slider.ts";
import { barplot, lineplot, scatterplot } from "./components/plots.ts";
import { state } from "./components/state.ts";
import { textbox } from "./components/textbox.ts";
import { timer } from "./components/timer.ts";
import type { ComponentKind } from "./app-spec.ts";
import type { KindDefinition } from "./component-kind.ts";

export const componentKinds: Readonly<Record<ComponentKind, KindDefinition>> = {
  accordion,
  barplot,
  browserstate: browserState,
  button,
  chatbot,
  checkbox,
  code,
  column,
  dataframe,
  downloadbutton: downloadButton,
  file,
  gallery,
  dataset,
  checkboxgroup: checkboxGroup,
  colorpicker: colorPicker,
  datetime: dateTime,
  dropdown,
  group,
  highlightedtext: highlightedText,
  html,
  image,
  json,
  label,
  markdown,
  lineplot,
  multimodaltextbox: multimodalTextbox,
  number,
  radio,
  row,
  scatterplot,
  sidebar,
  slider,
  state,
  tab,
  tabs,
  textbox,
  timer,
  uploadbutton: uploadButton,
};

/** Every text that stands for a kind, and the kind. */
export const shortcuts: ReadonlyMap<string, KindDefinition> = new Map(
  Object.values(componentKinds).flatMap((definition) =>
    definition.shortcuts.map((name) => [name, definition] as const),
  ),
);

export function isComponentKind(value: unknown): value is ComponentKind {
  return typeof value === "string" && Object.hasOwn(componentKinds, value);
}
