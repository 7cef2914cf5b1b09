import * as gr from "interstate";

function filterRecords(records: { name: string; age: number | null; gender: string }[], gender: string | null) {
  return records.filter((record) => record.gender === gender);
}

export default gr.Interface({
  fn: filterRecords,
  inputs: [
    gr.Dataframe({
      headers: ["name", "age", "gender"],
      datatype: ["str", "number", "str"],
      columnCount: [3, "fixed"],
      value: [
        ["Ada", 36, "F"],
        ["Alan", 41, "M"],
        ["Grace", 85, "F"],
        ["Robin", 28, "O"],
        ["Edsger", 72, "M"],
      ],
    }),
    gr.Dropdown(["M", "F", "O"], { value: "F" }),
  ],
  outputs: gr.Dataframe({ label: "Found", headers: ["name", "age", "gender"] }),
  description: "Enter gender as 'M', 'F', or 'O' for other.",
});
