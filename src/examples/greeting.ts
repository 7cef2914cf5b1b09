import * as gr from "interstate";

function greet(name: string, times: number, loudly: boolean) {
  const greeting = `Hello ${name || "you"}`;
  return Array.from({ length: times }, () => (loudly ? `${greeting}!`.toUpperCase() : greeting)).join("\n");
}

export default gr.Interface({
  fn: greet,
  inputs: [gr.Textbox({ label: "Name" }), gr.Number({ label: "Times", value: 1, min: 1, max: 10, precision: 0 }), "checkbox"],
  outputs: gr.Textbox({ label: "Greeting", lines: 3 }),
  title: "Greeting",
  description: "Nothing is kept: the same inputs always give the same greeting.",
});
