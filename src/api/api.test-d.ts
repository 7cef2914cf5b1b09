// Programs that must type-check, and some that must not. Checked by tsc, never run.

import * as gr from "./index.ts";

const scores: number[] = [];

function trackScore(score: number) {
  scores.push(score);
  return scores.toSorted((a, b) => b - a).slice(0, 3);
}

gr.Interface({ fn: trackScore, inputs: gr.Number({ label: "Score" }), outputs: gr.JSON({ label: "Top Scores" }) });

function storeMessage(message: string, history: string[]) {
  const output = { "Current messages": message, "Previous messages": history.toReversed() };
  history.push(message);
  return [output, history];
}

gr.Interface({ fn: storeMessage, inputs: ["textbox", gr.State([])], outputs: ["json", gr.State()] });

let everyone = 0;

function press(mine: number) {
  everyone += 1;
  mine += 1;
  return [`You ${mine} · Everyone ${everyone}`, mine];
}

gr.Interface({ fn: press, inputs: gr.State(0), outputs: [gr.Textbox({ label: "Count" }), gr.State()] });

// Parameters of a function without types come from the inputs.
gr.Interface({ fn: (name) => name.toUpperCase(), inputs: "textbox", outputs: "text" }).launch();
gr.Interface({
  fn: (a, b, c) => (c ? a.toFixed() : b.trim()),
  inputs: ["number", gr.Textbox(), "checkbox"],
  outputs: "text",
});
gr.Interface({
  fn: (n, list) => [n, [...list, n]],
  inputs: [gr.Number(3), gr.State<number[]>([])],
  outputs: ["number", "state"],
});
gr.Interface({ fn: (n) => (n ?? 0) + 1, inputs: gr.Number({ required: false }), outputs: "number" });
gr.Interface({ fn: (data) => typeof data, inputs: { name: "json", label: "Data" }, outputs: "text" });

// Those with types may say more than the inputs do.
gr.Interface({ fn: (data: { name: string }) => data.name, inputs: "json", outputs: "text" });
gr.Interface({
  fn: (history: string[] | null) => [history?.length, history],
  inputs: gr.State(),
  outputs: ["number", gr.State()],
});
gr.Interface({
  fn: (seen: Set<string>) => [seen.size, seen],
  inputs: gr.State(() => new Set<string>()),
  outputs: ["number", gr.State()],
});
function scale(a: number, by = 2) {
  return a * by;
}

gr.Interface({ fn: scale, inputs: ["number"], outputs: "number" });

// Sync, async, generators; no inputs, no outputs.
gr.Interface({ fn: async (name: string) => `Hello ${name}`, inputs: "text", outputs: "text" });
gr.Interface({
  *fn(n: number) {
    for (let i = 0; i < n; i++) yield i;
  },
  inputs: "number",
  outputs: "number",
});
gr.Interface({
  fn: async function* (n: number) {
    for (let i = 0; i < n; i++) yield [`${i}`, i];
  },
  inputs: ["number"],
  outputs: ["text", "number"],
});
gr.Interface({ fn: (): [string, number] => ["a", 1], outputs: ["text", "number"] });
gr.Interface({ fn: async (): Promise<[string, number]> => ["a", 1], outputs: ["text", "number"] });
gr.Interface({ fn: () => ["a", 1] as const, outputs: ["text", "number"] });
gr.Interface({ fn: (a, b) => [b, a], inputs: ["text", "number"], outputs: ["number", "text"] });
gr.Interface({ fn: () => "now", outputs: "text" });
gr.Interface({ fn: (text: string) => void text, inputs: "text" });

// What was chosen is one of the choices.
gr.Interface({
  fn: (a: number, operation: "add" | "subtract", b: number) => (operation === "add" ? a + b : a - b),
  inputs: ["number", gr.Radio(["add", "subtract"], { label: "Operation" }), gr.Slider(0, 10, { step: 1 })],
  outputs: "number",
});
gr.Interface({
  fn: (sign) => sign satisfies "+" | "-",
  inputs: gr.Radio([["plus", "+"], "-"], { value: "+" }),
  outputs: "text",
});
gr.Interface({ fn: (chosen) => chosen ?? "none", inputs: gr.Radio(["a"], { required: false }), outputs: "text" });
gr.Interface({ fn: (at) => at + 1, inputs: gr.Radio({ choices: ["a", "b"], type: "index" }), outputs: "number" });
gr.Interface({
  fn: (animals, sizes, typed) => [
    animals satisfies ("cat" | "dog")[],
    sizes satisfies (1 | 2)[],
    typed satisfies string,
  ],
  inputs: [
    gr.Dropdown(["cat", "dog"], { multiselect: true, value: ["cat"] }),
    gr.CheckboxGroup([1, 2]),
    gr.Dropdown(["red"], { allowCustomValue: true, value: "green" }),
  ],
  outputs: ["json", "json", "text"],
});
gr.Interface({
  fn: (at) => at satisfies (number | null)[],
  inputs: gr.Dropdown(["a"], { multiselect: true, type: "index", allowCustomValue: true }),
  outputs: "json",
});
declare const names: string[];
gr.Interface({ fn: (name) => name.trim(), inputs: gr.Dropdown(names), outputs: gr.Dropdown(names) });
gr.Interface({ fn: (animal) => String(animal), inputs: "dropdown", outputs: "radio" });
gr.Interface({ fn: () => "cat" as const, outputs: gr.Radio(["cat", "dog"]) });
gr.Interface({ fn: () => gr.Radio(["cat", "bird"], { value: "bird" }), outputs: gr.Radio(["cat", "dog"]) });
gr.Interface({
  fn: (time, day, color) => [time.toFixed(), day.getTime(), color.slice(1)],
  inputs: ["datetime", gr.DateTime({ type: "datetime", includeTime: false }), "colorpicker"],
  outputs: ["datetime", "datetime", "text"],
});

// A value that is made local is of the type that it was.
const cache: Map<string, number> = gr.local(new Map<string, number>());
gr.local(scores).push(1);
gr.local(cache.get("a")) satisfies number | undefined;

export default function count(item: string, list: gr.State<string[]> = []): number {
  list.push(item);
  return list.length;
}

// @ts-expect-error A Number gives a number, the function wants a text.
gr.Interface({ fn: (name: string) => name, inputs: "number", outputs: "text" });
// @ts-expect-error The function wants two parameters, there is one input.
gr.Interface({ fn: (a: string, b: string) => a + b, inputs: "text", outputs: "text" });
// @ts-expect-error The only output is a Number.
gr.Interface({ fn: (name: string) => name, inputs: "text", outputs: gr.Number() });
// @ts-expect-error A Textbox shows no objects.
gr.Interface({ fn: () => ({ a: 1 }), outputs: "textbox" });
// @ts-expect-error The state starts as a list of numbers.
gr.Interface({ fn: (state: string[]) => ["", state], inputs: gr.State([1]), outputs: ["text", gr.State()] });
// @ts-expect-error It may be null at first.
gr.Interface({ fn: (state: string[]) => ["", state], inputs: gr.State(), outputs: ["text", gr.State()] });
// @ts-expect-error There is no such component.
gr.Interface({ fn: (name: string) => name, inputs: "textbocks", outputs: "text" });
// @ts-expect-error A label is a text.
gr.Number({ label: 5 });
gr.Number({ maximum: 5 });
// @ts-expect-error Nothing is called so.
gr.Number({ maximal: 5 });
// @ts-expect-error There must be a function.
gr.Interface({ inputs: "text", outputs: "text" });
// @ts-expect-error A declared tuple is checked by position.
gr.Interface({ fn: (): [number, string] => [1, "a"], outputs: ["text", "number"] });
// @ts-expect-error So is one that is promised.
gr.Interface({ fn: async (): Promise<[number, string]> => [1, "a"], outputs: ["text", "number"] });
// @ts-expect-error A declared tuple has as many values as there are outputs.
gr.Interface({ fn: (): [string] => ["a"], outputs: ["text", "number"] });
// @ts-expect-error There is nothing to keep.
gr.local();
// @ts-expect-error It is no component.
gr.Interface({ fn: (n: number) => n, inputs: gr.local(1), outputs: "number" });
// @ts-expect-error What an atomic step gives is what its callback returns.
void gr.atomic(() => 1).then((name: string) => name);
// @ts-expect-error A limit is a number.
gr.Interface({ fn: () => 1, outputs: "number", concurrencyLimit: "2" });

// Changing what outputs are, and leaving them.
gr.Interface({ fn: () => gr.update({ visible: false }), outputs: "textbox" });
gr.Interface({ fn: (): [number, ReturnType<typeof gr.skip>] => [1, gr.skip()], outputs: ["number", "text"] });
gr.Interface({ fn: () => gr.Textbox({ lines: 3 }), outputs: "textbox" });
gr.Textbox().submit satisfies gr.Listen;
// @ts-expect-error A Checkbox has no such event.
void gr.Checkbox().submit;

// A Dataframe gives records whose cells are as its headers and kinds say, or rows.
gr.Interface({
  fn: (bought) => bought.reduce((sum, { Cost, Deductible }) => sum + (Deductible ? (Cost ?? 0) : 0), 0),
  inputs: gr.Dataframe({ headers: ["Item", "Cost", "Deductible"], datatype: ["str", "number", "bool"] }),
  outputs: "number",
});
gr.Interface({
  fn: (rows) => rows.map((row) => row.map((cell) => cell ?? 0)),
  inputs: gr.Dataframe({ datatype: "number", type: "array" }),
  outputs: gr.Dataframe(),
});
interface Person {
  name: string;
  age: number;
}
gr.Interface({
  fn: (people: Person[], name: string) => people.filter((person) => person.name === name),
  inputs: [gr.Dataframe({ headers: ["name", "age"], datatype: ["str", "number"] }), "text"],
  outputs: "dataframe",
});
gr.Interface({ fn: (rows: { age: number }[]) => rows.length, inputs: "dataframe", outputs: "number" });
gr.Interface({ fn: () => ({ headers: ["a"], data: [[1]] }), outputs: gr.Dataframe([["a", 1]]) });
gr.Interface({ fn: () => new Map([["a", [1, 2]]]), outputs: gr.Dataframe({ a: [1, 2] }) });
// @ts-expect-error A text is no table.
gr.Interface({ fn: () => "a", outputs: "dataframe" });
// @ts-expect-error It is none of the choices.
gr.Radio(["add", "subtract"], { value: "multiply" });
// @ts-expect-error It is none of the choices.
gr.Interface({ fn: () => "bird" as const, outputs: gr.Radio(["cat", "dog"]) });
// @ts-expect-error The choices are texts, the function wants a number.
gr.Interface({ fn: (n: number) => n, inputs: gr.Radio(["one", "two"]), outputs: "number" });
// @ts-expect-error Several may be chosen.
gr.Interface({ fn: (a: "x") => a, inputs: gr.Dropdown(["x"], { multiselect: true }), outputs: "text" });
// @ts-expect-error A choice is a text, a number, true or false.
gr.Radio([{ label: "a" }]);
// @ts-expect-error A Slider's limits are numbers.
gr.Slider("0", 10);

// Blocks: what a listener's function takes comes from its inputs.
gr.Blocks((demo) => {
  const name = gr.Textbox({ label: "Name" });
  const age = gr.Number(3);
  const list = gr.State<string[]>([]);
  const out = gr.Textbox();
  const run = gr.Button("Go").click({ fn: (n, a) => n.repeat(a), inputs: [name, age], outputs: out });
  run.then({ fn: (items) => [...items, "x"], inputs: list, outputs: list }).success({ fn: () => "well", outputs: out });
  gr.Button("Stop").click({ cancels: [run] });
  gr.on({ triggers: [name.submit, age.change], fn: ({ name }) => name.trim(), inputs: { name, age }, outputs: out });
  gr.Row({ variant: "panel" }, () => {
    gr.Column(() => void gr.JSON({ value: (text: string) => text.length, inputs: name, every: 2 }));
  });
  gr.Tab("A", { id: "a" }, () => {}).select({ fn: (evt: gr.SelectData = gr.SelectData()) => evt.value, outputs: out });
  // What is known of the call comes after the inputs, and has the type of its default.
  name.select({ fn: (evt = gr.SelectData<[number, number]>()) => evt.index[0].toFixed(), outputs: out });
  name.select({ fn: (n, evt = gr.SelectData()) => n.trim() + evt.value, inputs: name, outputs: out });
  name.select({ fn: ({ name }, evt = gr.EventData()) => name + evt.data["value"], inputs: { name }, outputs: out });
  // @ts-expect-error There is no such fact.
  name.select({ fn: (evt = gr.SelectData()) => evt.liked, outputs: out });
  gr.render({ inputs: [list, age] }, (items, n) => {
    for (const item of items) gr.Textbox(item.repeat(n), { key: item });
  });
  demo.load({ fn: (request = gr.Request()) => request.sessionHash, outputs: out });
  gr.Timer(2, { active: false }).tick({ fn: () => gr.update({ visible: false }), outputs: out });
  gr.ClearButton([name, out])
    .add(age)
    .click({ fn: () => {} });
}).launch();

// Media: what an input gives depends on its type and on whether it may be empty; an output takes whatever is an image.
gr.Interface({ fn: (photo) => photo.size, inputs: "image", outputs: "number" });
gr.Interface({
  fn: (photo) => photo.data.length / (photo.width * photo.height),
  inputs: gr.Image({ type: "imagedata" }),
  outputs: "number",
});
gr.Interface({ fn: (photo) => photo?.type ?? "none", inputs: gr.Image({ required: false }), outputs: "text" });
gr.Interface({
  fn: (photo: Blob | null) => photo?.size ?? 0,
  inputs: gr.Image({ required: false }),
  outputs: "number",
});
// @ts-expect-error There may be none.
gr.Interface({ fn: (photo: Blob) => photo.size, inputs: gr.Image({ required: false }), outputs: "number" });
// @ts-expect-error It may be empty.
gr.Interface({ fn: (text: string, n: number) => text.repeat(n), inputs: ["text", gr.Number({ required: false })] });
gr.Blocks(() => {
  const photo = gr.Image({ required: false });
  const out = gr.Textbox();
  photo.change({ fn: (picture) => picture?.type ?? "none", inputs: photo, outputs: out });
  // @ts-expect-error There may be none.
  photo.change({ fn: (picture: Blob) => picture.type, inputs: photo, outputs: out });
  // @ts-expect-error Nor here.
  photo.change({ fn: ({ photo }: { photo: Blob }) => photo.type, inputs: { photo }, outputs: out });
  photo.change({ fn: (given: { photo: Blob | null; out: string }) => given.out, inputs: { photo, out }, outputs: out });
});
gr.Interface({
  fn: (text, progress = gr.Progress()) => {
    progress(0.5);
    return text.trim();
  },
  inputs: "text",
  outputs: "text",
});
gr.Interface({ fn: () => new ImageData(1, 1), outputs: "image" });
gr.Interface({ fn: () => new OffscreenCanvas(1, 1), outputs: gr.Image() });
gr.Interface({ fn: (): Blob | null => null, outputs: gr.Image({ label: "Maybe" }) });
// @ts-expect-error Its pixels are asked for.
gr.Interface({ fn: (photo: Blob) => photo.size, inputs: gr.Image({ type: "imagedata" }), outputs: "number" });
// @ts-expect-error A number is no image.
gr.Interface({ fn: () => 3, outputs: "image" });
gr.Interface({ fn: (file) => file.name, inputs: "file", outputs: "text" });
gr.Interface({
  fn: (files) => files.map(({ name }) => name),
  inputs: gr.File({ fileCount: "multiple" }),
  outputs: "json",
});
gr.Interface({ fn: () => new Blob(["a"]), outputs: "file" });
gr.Interface({ fn: (file) => file.size, inputs: gr.UploadButton("Load"), outputs: "number" });
gr.Interface({ fn: () => new Blob(["a"]), outputs: gr.DownloadButton("Save") });
gr.Interface({ fn: (): gr.GalleryItem[] => [[new ImageData(1, 1), "a caption"]], outputs: "gallery" });
// @ts-expect-error One file is no list.
gr.Interface({ fn: (files: File[]) => files.length, inputs: "file", outputs: "number" });
// @ts-expect-error A gallery is a list.
gr.Interface({ fn: () => new Blob(), outputs: "gallery" });

// Plots take tables, and give records.
gr.Interface({ fn: () => [{ x: 1, y: 2 }], outputs: gr.LinePlot({ x: "x", y: "y" }) });
gr.Interface({ fn: () => ({ headers: ["x", "y"], data: [[1, 2]] }), outputs: gr.BarPlot({ x: "x", y: "y" }) });
gr.Interface({
  fn: (rows) => rows?.map((row) => row["x"] ?? null) ?? [],
  inputs: gr.ScatterPlot([{ x: 1, y: 2 }], { x: "x", y: "y" }),
  outputs: "json",
});
// @ts-expect-error A number is no table.
gr.Interface({ fn: () => 3, outputs: gr.LinePlot({ x: "x", y: "y" }) });

// Several apps in one.
const tab = gr.Interface({ fn: trackScore, inputs: "number", outputs: "json" });
gr.TabbedInterface([tab, gr.Blocks(() => void gr.Markdown("# Hi"))], ["Scores", "Hi"], { title: "Both" }).launch();
// @ts-expect-error A function is no app.
gr.TabbedInterface([trackScore]);

// A chat's function takes the message, the history, and the additional inputs.
gr.ChatInterface({ fn: (message, history) => message.trim() + history.length });
gr.ChatInterface({ fn: ({ text, files }) => text + files.length, multimodal: true });
gr.ChatInterface({
  fn: async function* (message, _history, system, tokens, progress = gr.Progress()) {
    progress(0.5);
    yield message + system.slice(0, tokens);
  },
  additionalInputs: ["textbox", gr.Slider(10, 100)],
  validator: (message, system) => gr.validate(message !== "" && system !== "", "Say something."),
});
gr.ChatInterface({ fn: (message: string) => message, additionalInputs: gr.Textbox() });
gr.ChatInterface((message, history) => message.trim() + history.length).launch();
gr.ChatInterface(async function* (message: string) {
  yield message;
});
// @ts-expect-error The message is a text.
gr.ChatInterface((message: number) => message);
// @ts-expect-error The message is a text.
gr.ChatInterface({ fn: (message: number) => message });
// @ts-expect-error There is no such progress.
gr.ChatInterface({ fn: (message) => message, showProgress: "none" });
// @ts-expect-error The slider gives a number.
gr.ChatInterface({ fn: (_m: string, _h: gr.HistoryMessage[], n: string) => n, additionalInputs: gr.Slider(1, 2) });
// @ts-expect-error There are no additional inputs.
gr.ChatInterface({ fn: (_m: string, _h: gr.HistoryMessage[], n: string) => n });
