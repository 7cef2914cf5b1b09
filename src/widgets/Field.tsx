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
  /** Called with each change of the component, and of what it reads: gives what stands below the control, if anything. */
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
  let root: HTMLDivElement | undefined;
  let text = "";
  let failed = false;
  let help: JSX.Element;
  let error: JSX.Element;
  // All of it by one computation, as a page may have a thousand fields.
  const parts = () => {
    const { component, error: wrong } = props.widget;
    if (text !== component.label) label.textContent = text = component.label;
    if (failed !== (wrong !== null)) root?.classList.toggle("failed", (failed = !failed));
    const hasHelp = textProp(component, "info") !== "";
    if (hasHelp) {
      help ??= madeIn(owner, () => (
        <p class="field-info" id={infoId(id)}>
          {textProp(props.widget.component, "info")}
        </p>
      ));
    }
    if (failed) error ??= madeIn(owner, () => <ErrorText id={id} error={props.widget.error} />);
    return [label, hasHelp && help, children, below?.(), failed && error];
  };
  return (
    <div class="field" ref={(element) => (root = element)}>
      {parts()}
    </div>
  );
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
