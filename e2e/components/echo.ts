// A program that shows what its function received: in a component of the same kind, and as JSON.

/** `component` is as in `Radio(["a"], { LABEL, value: "a" })`; LABEL stands for the label: "In" and "Out". */
export function echo(component: string): string {
  return `import * as gr from "interstate";

export default gr.Interface({
  fn: (value: any) => [value, { type: value instanceof Date ? "Date" : typeof value, value }],
  inputs: gr.${component.replace("LABEL", 'label: "In"')},
  outputs: [gr.${component.replace("LABEL", 'label: "Out"')}, gr.JSON({ label: "Got" })],
});
`;
}
