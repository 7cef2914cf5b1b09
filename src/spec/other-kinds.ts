// The kinds of components that not every app has. A new kind is a file in `components`, a row here, and a name in
// `ComponentKind`.

import type { KindDefinition } from "./component-kind.ts";
import { addIcons } from "./button-options.ts";
import { addOtherKinds, type OtherKind } from "./component-kinds.ts";
import { chatbot } from "./components/chatbot.ts";
import { checkboxGroup } from "./components/checkbox-group.ts";
import { code } from "./components/code.ts";
import { colorPicker } from "./components/color-picker.ts";
import { dataframe } from "./components/dataframe.ts";
import { dataset } from "./components/dataset.ts";
import { dateTime } from "./components/date-time.ts";
import { downloadButton } from "./components/download-button.ts";
import { dropdown } from "./components/dropdown.ts";
import { file } from "./components/file.ts";
import { gallery } from "./components/gallery.ts";
import { highlightedText } from "./components/highlighted-text.ts";
import { html } from "./components/html.ts";
import { image } from "./components/image.ts";
import { label } from "./components/label.ts";
import { markdown } from "./components/markdown.ts";
import { multimodalTextbox } from "./components/multimodal-textbox.ts";
import { barplot, lineplot, scatterplot } from "./components/plots.ts";
import { radio } from "./components/radio.ts";
import { slider } from "./components/slider.ts";
import { timer } from "./components/timer.ts";
import { uploadButton } from "./components/upload-button.ts";
import { pictureOption } from "./picture.ts";

const others: Readonly<Record<OtherKind, KindDefinition>> = {
  barplot,
  chatbot,
  checkboxgroup: checkboxGroup,
  code,
  colorpicker: colorPicker,
  dataframe,
  dataset,
  datetime: dateTime,
  downloadbutton: downloadButton,
  dropdown,
  file,
  gallery,
  highlightedtext: highlightedText,
  html,
  image,
  label,
  lineplot,
  markdown,
  multimodaltextbox: multimodalTextbox,
  radio,
  scatterplot,
  slider,
  timer,
  uploadbutton: uploadButton,
};

addOtherKinds(others);
addIcons(pictureOption.read);
