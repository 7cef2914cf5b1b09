// Rows to choose one from: a table, or where a row is one value or has a name of its own, as many side by side as fit.

import { createMemo, createSignal, createUniqueId, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { numberProp } from "./component-props.ts";
import { Field, labelId } from "./Field.tsx";
import { sampleText } from "./sample-text.ts";
import type { WidgetProps } from "./widget.ts";
import "./dataset.css";

interface Sample {
  readonly index: number;
  readonly cells: readonly unknown[];
  /** Its own name, or the texts of its cells. */
  readonly name: string;
}

export default function Dataset(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  const [page, setPage] = createSignal(0);
  const labels = () => texts(props.component.props["sampleLabels"]);
  const samples = createMemo(() => toSamples(props.component.props["samples"], labels()));
  const size = () => Math.max(1, numberProp(props.component, "samplesPerPage") ?? 10);
  const pages = () => Math.max(1, Math.ceil(samples().length / size()));
  const current = () => Math.min(page(), pages() - 1);
  const shown = () => samples().slice(current() * size(), (current() + 1) * size());
  const isTable = () => labels() === null && samples().some(({ cells }) => cells.length > 1);
  const choose = ({ index, cells }: Sample) => {
    if (props.disabled) return;
    props.onChange(index);
    props.onEvent("click", { index, value: cells });
    props.onEvent("select", { index, value: cells, selected: true });
  };
  return (
    <Field id={id} widget={props} plainLabel>
      <div class="dataset" role="group" aria-labelledby={labelId(id)}>
        <Show
          when={isTable()}
          fallback={
            <ul class="dataset-items">
              <For each={shown()}>
                {(sample) => (
                  <li>
                    <button type="button" class="dataset-item" disabled={props.disabled} onClick={() => choose(sample)}>
                      <Cell value={sample.cells[0]} text={sample.name} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          }
        >
          <Table samples={shown()} headers={texts(props.component.props["headers"])} widget={props} choose={choose} />
        </Show>
        <Show when={samples().length === 0}>
          <p class="dataset-none">There are no examples.</p>
        </Show>
        <Show when={pages() > 1}>
          <Pages count={pages()} current={current()} go={setPage} />
        </Show>
      </div>
    </Field>
  );
}

function Table(props: {
  readonly samples: readonly Sample[];
  readonly headers: readonly string[] | null;
  readonly widget: WidgetProps;
  choose(sample: Sample): void;
}): JSX.Element {
  return (
    <div class="dataset-scroll">
      <table>
        <Show when={props.headers}>
          {(headers) => (
            <thead>
              <tr>
                <For each={headers()}>{(header) => <th scope="col">{header}</th>}</For>
              </tr>
            </thead>
          )}
        </Show>
        <tbody>
          <For each={props.samples}>
            {(sample) => (
              // The whole row answers to the pointer; to the keyboard and to assistive tools its button does.
              <tr onClick={() => props.choose(sample)}>
                <For each={sample.cells}>
                  {(cell, index) => (
                    <td>
                      <Show when={index() === 0} fallback={<Cell value={cell} text={sampleText(cell)} />}>
                        <button type="button" aria-label={sample.name} disabled={props.widget.disabled}>
                          <Cell value={cell} text={sampleText(cell)} />
                        </button>
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: { readonly value: unknown; readonly text: string }): JSX.Element {
  const picture = () => (props.value instanceof Blob && props.value.type.startsWith("image/") ? props.value : null);
  return (
    <Show when={picture()} keyed fallback={props.text}>
      {(blob) => <Thumbnail blob={blob} name={props.text} />}
    </Show>
  );
}

function Thumbnail(props: { readonly blob: Blob; readonly name: string }): JSX.Element {
  const url = URL.createObjectURL(props.blob);
  onCleanup(() => URL.revokeObjectURL(url));
  return <img src={url} alt={props.name} />;
}

function Pages(props: { readonly count: number; readonly current: number; go(page: number): void }): JSX.Element {
  return (
    <nav class="dataset-pages" aria-label="Pages of examples">
      <button
        type="button"
        class="button small quiet"
        disabled={props.current === 0}
        onClick={() => props.go(props.current - 1)}
      >
        Previous
      </button>
      <span>
        {props.current + 1} of {props.count}
      </span>
      <button
        type="button"
        class="button small quiet"
        disabled={props.current === props.count - 1}
        onClick={() => props.go(props.current + 1)}
      >
        Next
      </button>
    </nav>
  );
}

function toSamples(rows: unknown, labels: readonly string[] | null): readonly Sample[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown, index) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    return {
      index,
      cells,
      name: labels?.[index] ?? (cells.map(sampleText).filter(Boolean).join(", ") || `Example ${index + 1}`),
    };
  });
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
}
