// The module `interstate`: `import * as gr from "interstate"`. What is exported here, with its docstrings, is what the
// editor shows.

import "../spec/other-kinds.ts";

export { api } from "./api.ts";
export type { App } from "./app.ts";
export { atomic } from "./atomic.ts";
export { Blocks, type BlocksOptions } from "./blocks.ts";
export { BrowserState, type BrowserStateOptions } from "./browser-state.ts";
export { Button, type ButtonLook, type ButtonOptions } from "./button.ts";
export { Chatbot, ChatMessage, type ChatbotOptions, type HistoryMessage, type Message } from "./chatbot.ts";
export { ChatInterface, type ChatInterfaceApp, type ChatInterfaceOptions } from "./chat-interface.ts";
export { Checkbox, type CheckboxOptions } from "./checkbox.ts";
export { CheckboxGroup, type CheckboxGroupOptions } from "./checkbox-group.ts";
export type { Choices, ChoiceValue } from "./choices.ts";
export { Code, type CodeOptions } from "./code.ts";
export { ColorPicker, type ColorPickerOptions } from "./color-picker.ts";
export type { BlockOptions, CommonOptions, Component } from "./component.ts";
export {
  type Cell,
  Dataframe,
  Dataframe as DataFrame,
  type DataframeOptions,
  type Datatype,
  type TableLike,
} from "./dataframe.ts";
export { Dataset, type DatasetOptions } from "./dataset.ts";
export { DateTime, type DateTimeOptions } from "./date-time.ts";
export { DownloadButton, type DownloadButtonOptions } from "./download-button.ts";
export { Dropdown, type DropdownOptions } from "./dropdown.ts";
export { Examples, type ExamplesApp, type ExamplesOptions } from "./examples.ts";
export { File, type FileOptions, type FileSource } from "./file.ts";
export { Gallery, type GalleryItem, type GalleryOptions } from "./gallery.ts";
export { HighlightedText, type HighlightedPiece, type HighlightedTextOptions } from "./highlighted-text.ts";
export { HTML, type HTMLOptions } from "./html.ts";
export { Image, type ImageOptions, type ImageSource } from "./image.ts";
export { Interface, type InterfaceOptions } from "./interface.ts";
export { JSON, type JSONOptions } from "./json.ts";
export { Label, type Confidences, type LabelOptions } from "./label.ts";
export {
  CopyData,
  DeletedFileData,
  DownloadData,
  EditData,
  EventData,
  KeyUpData,
  LikeData,
  Request,
  RetryData,
  SelectData,
  UndoData,
} from "./call-facts.ts";
export { ClearButton, type ClearButtonOptions } from "./clear-button.ts";
export type { Dependency } from "./dependency.ts";
export {
  Accordion,
  type AccordionOptions,
  type Block,
  Column,
  type ColumnOptions,
  Group,
  Row,
  type RowOptions,
  Sidebar,
  type SidebarOptions,
  Tab,
  Tab as TabItem,
  type TabOptions,
  Tabs,
  type TabsOptions,
} from "./layout.ts";
export type { Listen, ListenerOptions } from "./listener.ts";
export { local } from "./local.ts";
export { Markdown, type LatexDelimiter, type MarkdownOptions } from "./markdown.ts";
export {
  type MultimodalMessage,
  type MultimodalSource,
  MultimodalTextbox,
  type MultimodalTextboxOptions,
} from "./multimodal-textbox.ts";
export { Number, type NumberOptions } from "./number.ts";
export { Progress, type ProgressOptions, type ProgressText } from "./progress.ts";
export { Radio, type RadioOptions } from "./radio.ts";
export { Slider, type SliderOptions } from "./slider.ts";
export { State, type StateOptions } from "./state.ts";
export { on } from "./on.ts";
export { render, type RenderOptions } from "./render.ts";
export { TabbedInterface, type TabbedInterfaceOptions } from "./tabbed-interface.ts";
export { BarPlot, LinePlot, type PlotOptions, ScatterPlot } from "./plots.ts";
export { Textbox, Textbox as Text, type TextboxOptions } from "./textbox.ts";
export { Files, TextArea } from "./templates.ts";
export { Timer, type TimerOptions } from "./timer.ts";
export { validate, type Validation } from "./validate.ts";
export { skip, update, type OutputChange } from "./update.ts";
export { Error, type ErrorOptions, Info, Success, type ToastOptions, Warning } from "./toast.ts";
export { UploadButton, type UploadButtonOptions } from "./upload-button.ts";
