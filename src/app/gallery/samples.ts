// The table of the gallery: one row a kind. The compiler of types names a kind that has none.

import type { DrawnKind } from "../../widgets/registry.ts";
import type { Samples } from "./sample.ts";
import { button } from "./samples/button.ts";
import { chatbot } from "./samples/chatbot.ts";
import { checkbox } from "./samples/checkbox.ts";
import { dataframe } from "./samples/dataframe.ts";
import { code } from "./samples/code.ts";
import { highlightedText } from "./samples/highlighted-text.ts";
import { html } from "./samples/html.ts";
import { downloadButton } from "./samples/download-button.ts";
import { file } from "./samples/file.ts";
import { gallery } from "./samples/gallery.ts";
import { image } from "./samples/image.ts";
import { dataset } from "./samples/dataset.ts";
import { checkboxGroup } from "./samples/checkbox-group.ts";
import { colorPicker } from "./samples/color-picker.ts";
import { dateTime } from "./samples/date-time.ts";
import { dropdown } from "./samples/dropdown.ts";
import { json } from "./samples/json.ts";
import { label } from "./samples/label.ts";
import { markdown } from "./samples/markdown.ts";
import { multimodalTextbox } from "./samples/multimodal-textbox.ts";
import { number } from "./samples/number.ts";
import { radio } from "./samples/radio.ts";
import { slider } from "./samples/slider.ts";
import { barplot, lineplot, scatterplot } from "./samples/plots.ts";
import { textbox } from "./samples/textbox.ts";
import { uploadButton } from "./samples/upload-button.ts";

export const samples: Readonly<Record<DrawnKind, Samples>> = {
  barplot,
  button,
  chatbot,
  checkbox,
  code,
  dataframe,
  highlightedtext: highlightedText,
  html,
  downloadbutton: downloadButton,
  file,
  gallery,
  image,
  dataset,
  checkboxgroup: checkboxGroup,
  colorpicker: colorPicker,
  datetime: dateTime,
  dropdown,
  json,
  label,
  markdown,
  multimodaltextbox: multimodalTextbox,
  number,
  radio,
  slider,
  lineplot,
  scatterplot,
  textbox,
  uploadbutton: uploadButton,
};
