// A table, shown and edited as a spreadsheet. What it is made of is in `dataframe`; this is the field around it.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { createGridData } from "./dataframe/grid-data.ts";
import { Grid } from "./dataframe/Grid.tsx";
import { textProp } from "./component-props.ts";
import { descriptionIds, Field } from "./Field.tsx";
import type { WidgetProps } from "./widget.ts";
import "./dataframe.css";

export default function Dataframe(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const data = createGridData(props);
  const hasSearch = () => ["search", "filter"].includes(textProp(props.component, "showSearch"));
  return (
    <Field id={id} widget={props} plainLabel>
      <Show when={hasSearch()}>
        <input
          class="df-search control"
          type="search"
          aria-label={`Search ${props.component.label}`}
          placeholder="Search"
          value={data.search()}
          onInput={(event) => data.setSearch(event.currentTarget.value)}
        />
      </Show>
      <Grid id={id} widget={props} data={data} describedBy={descriptionIds(id, props)} />
    </Field>
  );
}
