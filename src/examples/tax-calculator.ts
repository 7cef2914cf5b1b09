import * as gr from "interstate";

interface Asset {
  Item: string;
  Cost: number | null;
  Deductible: boolean;
}

const brackets = [
  [10, 0],
  [25, 8],
  [60, 12],
  [120, 20],
  [250, 30],
] as const;

function taxCalculator(income: number, maritalStatus: "Single" | "Married" | null, assets: Asset[]) {
  let deductible = 0;
  for (const { Cost, Deductible } of assets) if (Deductible) deductible += Cost ?? 0;
  const taxable = income - deductible;

  let total = 0;
  for (const [bracket, rate] of brackets) if (taxable > bracket) total += ((taxable - bracket) * rate) / 100;

  if (maritalStatus === "Married") total *= 0.75;
  return Math.round(total);
}

export default gr.Interface({
  fn: taxCalculator,
  inputs: [
    gr.Number({ label: "Income", value: 10_000 }),
    gr.Radio(["Single", "Married"], { label: "Marital status", value: "Married" }),
    gr.Dataframe({
      label: "Assets purchased this year",
      headers: ["Item", "Cost", "Deductible"],
      datatype: ["str", "number", "bool"],
      value: [
        ["Suit", 5000, true],
        ["Laptop (for work)", 800, false],
        ["Car", 1800, true],
      ],
    }),
  ],
  outputs: gr.Number({ label: "Tax due" }),
});
