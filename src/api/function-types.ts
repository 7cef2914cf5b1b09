// What the types of inputs and outputs say about the function between them.

import type { Chatbot } from "./chatbot.ts";
import type { Checkbox } from "./checkbox.ts";
import type { Code } from "./code.ts";
import type { Button } from "./button.ts";
import type { DownloadButton } from "./download-button.ts";
import type { File } from "./file.ts";
import type { Gallery } from "./gallery.ts";
import type { Image } from "./image.ts";
import type { UploadButton } from "./upload-button.ts";
import type { Component, ShownBy, TakenFrom } from "./component.ts";
import type { Dataframe } from "./dataframe.ts";
import type { HighlightedText } from "./highlighted-text.ts";
import type { HTML } from "./html.ts";
import type { Dataset } from "./dataset.ts";
import type { CheckboxGroup } from "./checkbox-group.ts";
import type { ChoiceValue } from "./choices.ts";
import type { ColorPicker } from "./color-picker.ts";
import type { DateTime } from "./date-time.ts";
import type { Dropdown } from "./dropdown.ts";
import type { JSON } from "./json.ts";
import type { Label } from "./label.ts";
import type { Markdown } from "./markdown.ts";
import type { MultimodalTextbox } from "./multimodal-textbox.ts";
import type { Number } from "./number.ts";
import type { Radio } from "./radio.ts";
import type { Slider } from "./slider.ts";
import type { BarPlot, LinePlot, ScatterPlot } from "./plots.ts";
import type { Textbox } from "./textbox.ts";

/** Texts that stand for components with nothing but defaults. */
export interface Shortcuts {
  button: ReturnType<typeof Button>;
  chatbot: ReturnType<typeof Chatbot>;
  checkbox: ReturnType<typeof Checkbox>;
  checkboxgroup: ReturnType<typeof CheckboxGroup>;
  code: ReturnType<typeof Code>;
  colorpicker: ReturnType<typeof ColorPicker>;
  barplot: ReturnType<typeof BarPlot>;
  dataframe: ReturnType<typeof Dataframe>;
  dataset: ReturnType<typeof Dataset>;
  datetime: ReturnType<typeof DateTime<"timestamp", true>>;
  downloadbutton: ReturnType<typeof DownloadButton>;
  dropdown: ReturnType<typeof Dropdown<ChoiceValue, "value", false, false, true>>;
  file: ReturnType<typeof File<"single", true>>;
  gallery: ReturnType<typeof Gallery<"blob">>;
  highlight: ReturnType<typeof HighlightedText>;
  highlightedtext: ReturnType<typeof HighlightedText>;
  html: ReturnType<typeof HTML>;
  image: ReturnType<typeof Image<"blob", true>>;
  json: ReturnType<typeof JSON>;
  label: ReturnType<typeof Label>;
  markdown: ReturnType<typeof Markdown>;
  multimodaltextbox: ReturnType<typeof MultimodalTextbox>;
  number: ReturnType<typeof Number<true>>;
  radio: ReturnType<typeof Radio<ChoiceValue, "value", true>>;
  slider: ReturnType<typeof Slider>;
  lineplot: ReturnType<typeof LinePlot>;
  scatterplot: ReturnType<typeof ScatterPlot>;
  state: Component<null, unknown>;
  text: ReturnType<typeof Textbox>;
  textbox: ReturnType<typeof Textbox>;
  uploadbutton: ReturnType<typeof UploadButton<"single", true>>;
}

/** A component, or what stands for one: its name, or an object with its name and options. */
export type ComponentLike =
  Component | keyof Shortcuts | { readonly name: keyof Shortcuts; readonly [option: string]: unknown };

type Resolved<C> = C extends Component
  ? C
  : C extends keyof Shortcuts
    ? Shortcuts[C]
    : C extends { readonly name: infer Name extends keyof Shortcuts }
      ? Shortcuts[Name]
      : never;

/** The parameters of a function with these inputs. */
export type Parameters<Inputs> = Inputs extends readonly unknown[]
  ? { -readonly [Index in keyof Inputs]: TakenFrom<Resolved<Inputs[Index]>> }
  : Inputs extends null
    ? []
    : [TakenFrom<Resolved<Inputs>>];

/**
 * A function that takes these. What it says of its parameters may say more than is known of the inputs (that some JSON is a
 * person), except that one which may be empty must admit null.
 */
// Conditional, so that the editor knows the inputs before it reads a function written in place: then what is there besides,
// such as `evt = gr.SelectData()`, has the type of its default.
export type FunctionOf<Taken extends readonly unknown[], Returned, Empty = Empties<Taken>> = [Taken, Empty] extends [
  infer Known extends readonly unknown[],
  infer KnownEmpty extends readonly unknown[],
]
  ? [KnownEmpty[number]] extends [never]
    ? Loosely<Known, Returned>["call"]
    : Loosely<Known, Returned>["call"] & ((...inputs: KnownEmpty) => unknown)
  : never;

/** Methods are compared loosely. */
interface Loosely<Taken extends readonly unknown[], Returned> {
  call(...inputs: Taken): Returned;
}

/** What is given for those that may be empty. */
export type Empties<Taken extends readonly unknown[]> = { [Index in keyof Taken]: Extract<Taken[Index], null> };

/** What a function with these outputs may return. */
export type Result<Outputs> = WithTime<Values<Outputs>>;

type Values<Outputs> = Outputs extends readonly [infer Only]
  ? ShownBy<Resolved<Only>>
  : Outputs extends readonly [unknown, unknown, ...unknown[]]
    ? Several<Outputs>
    : Outputs extends readonly unknown[] | null
      ? unknown
      : ShownBy<Resolved<Outputs>>;

/** Something that only a function fits whose result, if it was declared as a tuple, has a value for each output. */
export type TupleCheck<Outputs, Returned> = Outputs extends readonly [unknown, unknown, ...unknown[]]
  ? number extends TupleLength<Returned>
    ? unknown
    : { fn(...inputs: never[]): WithTime<Tuple<Outputs>> }
  : unknown;

type TupleLength<Returned> =
  Returned extends WithTime<infer Value extends readonly unknown[]> ? Value["length"] : number;

type Tuple<Outputs extends readonly unknown[]> = {
  readonly [Index in keyof Outputs]: ShownBy<Resolved<Outputs[Index]>>;
};

/** A list that was not declared as a tuple is checked when the function returns. */
type Several<Outputs extends readonly unknown[]> = Tuple<Outputs> | readonly ShownBy<Resolved<Outputs[number]>>[];

type WithTime<Value> =
  Value | Promise<Value> | Generator<Value, unknown, unknown> | AsyncGenerator<Value, unknown, unknown>;
