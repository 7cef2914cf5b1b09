import * as gr from "interstate";

const companies = ["Google", "Amazon", "Facebook"] as const;

function salesProjections(staff: Record<string, string | number | null>[]) {
  return staff.flatMap((person) => {
    const sold = [person["Jan sales"], person["Feb sales"], person["Mar sales"]].map(Number);
    const average = sold.reduce((sum, amount) => sum + amount, 0) / sold.length;
    return Array.from({ length: 13 }, (_, month) => ({
      month,
      projected: Math.round(average * 1.02 ** month),
      name: person["Name"],
    }));
  });
}

export default gr.Interface({
  fn: salesProjections,
  inputs: gr.Dataframe({
    label: "Sales",
    headers: ["Name", "Jan sales", "Feb sales", "Mar sales"],
    datatype: ["str", "number", "number", "number"],
    value: companies.map((name, i) => [name, 300 - 40 * i, 260 + 15 * i, 200 + 30 * i]),
  }),
  outputs: gr.LinePlot({ label: "Projection", x: "month", y: "projected", color: "name" }),
  title: "Sales projections",
});
