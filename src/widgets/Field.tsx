// What every field has around its control: the label above, help, and below it the error, in space that is kept for it.

import { getOwner, Show } from "solid-js";
import type { JSX } from "solid-js";
import { textProp } from "./component-props.ts";
import { madeIn } from "./kept.ts";
import type { WidgetProps } from "./widget.ts";

/** `children`: an element. Which one it is is read once. */
export function Field(props: {
  readonly id: string;
  readonly widget: WidgetProps;
  /** For a control that no label element can name: the label is plain text, and the control refers to it. */
  readonly plainLabel?: boolean;
  /** What stands below the control, if anything does. */
  readonly below?: () => JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element {
  const { id, children, below } = props;
  const ownId = labelId(id);
  // A widget has the one or the other, for good.
  const label = (
    props.plainLabel ? <span class="field-label" id={ownId} /> : <label class="field-label" for={id} id={ownId} />
  ) as HTMLElement;
  const owner = getOwner();
  let text = "";
  let help: JSX.Element;
  let error: JSX.Element;
  // All of it by one computation, as a page may have a thousand fields.
  const parts = () => {
    const { component, error: wrong } = props.widget;
    if (text !== component.label) label.textContent = text = component.label;
    const list: JSX.Element[] = [label];
    if (textProp(component, "info") !== "") {
      help ??= madeIn(owner, () => (
        <p class="field-info" id={infoId(id)}>
          {textProp(props.widget.component, "info")}
        </p>
      ));
      list.push(help);
    }
    list.push(children, below?.());
    if (wrong !== null) {
      error ??= madeIn(owner, () => <ErrorText id={id} error={props.widget.error} />);
      list.push(error);
    }
    return list;
  };
  return <div class={props.widget.error === null ? "field" : "field failed"}>{parts()}</div>;
}

export function FieldError(props: { readonly id: string; readonly error: string | null }): JSX.Element {
  return (
    <Show when={props.error}>
      <ErrorText id={props.id} error={props.error} />
    </Show>
  );
}

function ErrorText(props: { readonly id: string; readonly error: string | null }): JSX.Element {
  return (
    <p class="field-error" role="alert" id={errorId(props.id)}>
      {props.error}
    </p>
  );
}

export function labelId(id: string): string {
  return `${id}-label`;
}

/** For aria-describedby: the help and the error, as far as there are any. */
export function descriptionIds(
  id: string,
  { component, error }: Pick<WidgetProps, "component" | "error">,
): string | undefined {
  const ids: string[] = [];
  if (textProp(component, "info")) ids.push(infoId(id));
  if (error !== null) ids.push(errorId(id));
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function infoId(id: string): string {
  return `${id}-info`;
}

function errorId(id: string): string {
  return `${id}-error`;
}
