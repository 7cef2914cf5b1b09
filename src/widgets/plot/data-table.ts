// The data of a plot as a table to read: what the widget of a Dataframe takes.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import type { Table } from "../../spec/table.ts";
import type { WidgetProps } from "../widget.ts";

export function dataTable(plot: ComponentSpec, table: Table): WidgetProps {
  const component: ComponentSpec = {
    ...plot,
    kind: "dataframe",
    label: `Data of ${plot.label}`,
    interactive: false,
    value: null,
    props: { maxHeight: 280, showSearch: "none" },
  };
  const nothing = () => undefined;
  return {
    component,
    value: table,
    error: null,
    disabled: false,
    onInput: nothing,
    onChange: nothing,
    onSubmit: nothing,
    onEvent: nothing,
    listens: () => false,
  };
}
