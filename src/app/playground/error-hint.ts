// What to do about an error that comes from what is missing here and is elsewhere: a page, a network, storage, Gradio's other
// components. Read from the words of the error itself, as the browsers put them.

import type * as api from "../../api/index.ts";
import { networkHostName } from "../../protocol/network-host.ts";
import { didYouMean } from "../../spec/nearest-name.ts";
import type { CompiledModule } from "../../protocol/compiled.ts";
import type { ErrorData } from "../../protocol/runtime.ts";

/** Kept in step with the module by the type. */
const apiNames: Readonly<Record<keyof typeof api, true>> = {
  Accordion: true,
  api: true,
  atomic: true,
  Blocks: true,
  BarPlot: true,
  BrowserState: true,
  Button: true,
  Chatbot: true,
  ChatInterface: true,
  ChatMessage: true,
  Checkbox: true,
  CheckboxGroup: true,
  ClearButton: true,
  Code: true,
  ColorPicker: true,
  Column: true,
  CopyData: true,
  Dataframe: true,
  DataFrame: true,
  Dataset: true,
  DateTime: true,
  DeletedFileData: true,
  DownloadButton: true,
  DownloadData: true,
  Dropdown: true,
  EditData: true,
  Error: true,
  EventData: true,
  Examples: true,
  File: true,
  Files: true,
  Gallery: true,
  Group: true,
  HighlightedText: true,
  HTML: true,
  Image: true,
  Info: true,
  Interface: true,
  JSON: true,
  KeyUpData: true,
  Label: true,
  LikeData: true,
  LinePlot: true,
  local: true,
  Markdown: true,
  MultimodalTextbox: true,
  Number: true,
  on: true,
  Progress: true,
  Radio: true,
  render: true,
  Request: true,
  RetryData: true,
  Row: true,
  SelectData: true,
  Sidebar: true,
  skip: true,
  Slider: true,
  ScatterPlot: true,
  State: true,
  Success: true,
  Tab: true,
  TabItem: true,
  TabbedInterface: true,
  Tabs: true,
  Textbox: true,
  TextArea: true,
  Text: true,
  Timer: true,
  UndoData: true,
  update: true,
  UploadButton: true,
  validate: true,
  Warning: true,
};

const noPage =
  "Code here runs in a worker, without a page: what the function takes are its inputs, what it returns its outputs show.";
const noNetwork =
  'Code here has no network unless it asks for it: export const network = ["https://api.example.com"] at the top of the code.';
const noStorage =
  "Code here has no storage of its own and needs none: a variable outside the function is kept, and gr.State is each user's.";
const noNode = "This is not Node: the code runs in the browser.";

const notPython = (instead: string) => `That is Python's name for it: write ${instead}.`;

const missingNames: ReadonlyMap<string, string> = new Map([
  ["gr", 'Begin the code with import * as gr from "interstate".'],
  ["print", notPython("console.log(…), which appears in the Console")],
  ["None", notPython("null")],
  ["True", notPython("true")],
  ["False", notPython("false")],
  ["len", notPython("list.length")],
  ["str", notPython("String(…)")],
  ["int", notPython("Math.trunc(…)")],
  ["float", notPython("Number(…)")],
  ["range", notPython("a for loop, or Array.from({ length: n }, (_, i) => i)")],
  ...["document", "window", "alert", "confirm", "prompt", "parent", "top"].map((name) => [name, noPage] as const),
  ...["localStorage", "sessionStorage", "caches"].map((name) => [name, noStorage] as const),
  ...["process", "require", "module", "Buffer", "__dirname"].map((name) => [name, noNode] as const),
]);

/** `allowed`: hosts that the program may reach. */
export interface HintProgram extends Pick<CompiledModule, "code" | "network"> {
  readonly allowed: readonly string[];
}

/** A sentence, or "" if the error is of another kind. */
export function errorHint({ name, message }: ErrorData, program: HintProgram): string {
  if (name === "ReferenceError") {
    const missing = /^(?:Can't find variable: )?([$\w]+)/.exec(message)?.[1] ?? "";
    return missingNames.get(missing) ?? "";
  }
  if (/\.launch is not a function/.test(message)) {
    return "Leave launch() out: the app is what the module exports as its default.";
  }
  if (name === "TypeError") {
    // A component is frozen.
    if (/property "?(?:value|label|visible|interactive|choices)"?\W.*object is not extensible/i.test(message))
      return "A component is changed by what the function returns for it: name it in outputs.";
    if (/^(?:Failed to fetch|Load failed|NetworkError when attempting)|Failed to execute 'fetch'/.test(message))
      return networkHint(program);
    return unknownApi(message, program);
  }
  if (name === "NetworkError") return networkHint(program);
  if (name === "SecurityError" && /IDBFactory|Indexed ?DB|CacheStorage/i.test(message)) return noStorage;
  return "";
}

function networkHint({ network, allowed }: HintProgram): string {
  if (network.length === 0) return noNetwork;
  if (allowed.length === 0)
    return "You have not let this app use the network: press Allow at the foot of it to change that.";
  const names = allowed.map(networkHostName).join(", ");
  return `It may reach ${names}, and no other host. If it asked there, the host is down, or does not answer other sites (CORS).`;
}

/** `gr.Dropdown is not a function`, where `gr` is the module, or `Dropdown` was imported from it. */
function unknownApi(message: string, { code }: Pick<CompiledModule, "code">): string {
  const [, object, called = ""] =
    /^(?:([$\w]+)\.)?([$\w]+) is not a (?:function|constructor)/.exec(message.replace(/^\(0 , ([$\w.]+)\)/, "$1")) ??
    [];
  const bound = (object ?? called).replaceAll("$", "\\$");
  const imported = new RegExp(`[ ,]${bound}=\\w+\\.api(?:\\["(.*?)"\\])?[,;]`).exec(code);
  if (called === "" || !imported) return "";
  const asked = imported[1] ?? called;
  const names = Object.keys(apiNames);
  if ((object === undefined) !== (imported[1] !== undefined) || names.includes(asked)) return "";
  return `interstate has no ${asked}.${didYouMean(asked, names)}`;
}
