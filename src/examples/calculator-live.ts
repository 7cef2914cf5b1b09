import * as gr from "interstate";

function calculator(num1: number, operation: "add" | "subtract" | "multiply" | "divide", num2: number) {
  switch (operation) {
    case "add":
      return num1 + num2;
    case "subtract":
      return num1 - num2;
    case "multiply":
      return num1 * num2;
    case "divide":
      return num2 === 0 ? null : num1 / num2;
  }
}

export default gr.Interface({
  fn: calculator,
  inputs: [gr.Number(0), gr.Radio(["add", "subtract", "multiply", "divide"], { value: "add" }), gr.Number(0)],
  outputs: gr.Number({ label: "Result" }),
  live: true,
});
