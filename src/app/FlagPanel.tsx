// What was flagged in this playground: how much, and on demand each of it, to take along as CSV or to throw away.

import { createMemo, For } from "solid-js";
import type { JSX } from "solid-js";
import { sampleText } from "../widgets/sample-text.ts";
import { ConfirmButton } from "./ConfirmButton.tsx";
import { toCsv, toFlagTable, type FlagTable } from "./flag-csv.ts";
import type { FlagModel } from "./model.ts";
import { Popover } from "./Popover.tsx";
import "./styles/flags.css";

/** More are in the file. */
const shownRows = 50;

export default function FlagPanel(props: { readonly flags: FlagModel }): JSX.Element {
  const count = () => props.flags.calls().length;
  const table = createMemo(() => toFlagTable(props.flags.calls()));
  return (
    <Popover
      label={`${count().toLocaleString("en")} flagged`}
      name="Flagged calls"
      popup="dialog"
      class="flags"
      small
      content={(close) => (
        <>
          <h2>Flagged calls</h2>
          <div class="flag-rows" tabIndex={0} role="region" aria-label="Newest flagged calls">
            <Rows table={table()} />
          </div>
          <div class="flag-actions">
            <p>{count() > shownRows ? `The newest ${shownRows} of ${count()}. ` : ""}Kept in this browser only.</p>
            <button type="button" class="button small" autofocus onClick={() => download(toCsv(table()))}>
              Download CSV
            </button>
            <ConfirmButton
              label="Clear"
              question={`Clear all ${count()}?`}
              onConfirm={() => {
                close();
                void props.flags.clear();
              }}
            />
          </div>
        </>
      )}
    />
  );
}

function Rows(props: { readonly table: FlagTable }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <For each={props.table.headers}>{(header) => <th scope="col">{header}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.table.rows.slice(0, shownRows)}>
          {(row) => (
            <tr>
              <For each={row}>
                {(cell, index) => (
                  <td>{index() === row.length - 1 ? new Date(cell).toLocaleString() : sampleText(cell)}</td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "flagged.csv";
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
