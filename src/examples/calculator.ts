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
      if (num2 === 0) throw new gr.Error("Cannot divide by zero!");
      return num1 / num2;
  }
}

export default gr.Interface({
  fn: calculator,
  inputs: ["number", gr.Radio(["add", "subtract", "multiply", "divide"], { value: "add" }), "number"],
  outputs: gr.Number({ label: "Result" }),
  examples: [
    [5, "add", 3],
    [4, "divide", 2],
    [-4, "multiply", 2.5],
    [0, "subtract", 1.2],
  ],
  title: "Toy calculator",
  description: "A press on an example fills the inputs. What you flag is kept in this browser.",
  flaggingMode: "manual",
  flaggingOptions: ["right", "wrong"],
});
