// What "New playground" begins with: as little as works, to be changed.

export const newTitle = "New playground";

export const newProgram = `import * as gr from "interstate";

function greet(name: string) {
  return "Hello, " + name + "!";
}

export default gr.Interface({
  fn: greet,
  inputs: gr.Textbox({ label: "Name" }),
  outputs: gr.Textbox({ label: "Greeting" }),
});
`;
