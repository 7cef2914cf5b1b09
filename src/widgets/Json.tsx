// A JSON value: as an output a tree that opens and closes, as an input its text, which need not be
// JSON at every moment.

import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import { formatJson } from "../spec/json-data.ts";
import { flagProp, hasButton, sizeProp } from "./component-props.ts";
import { CopyButton } from "./CopyButton.tsx";
import { descriptionIds, Field, labelId } from "./Field.tsx";
import { jsonText } from "./json-text.ts";
import { JsonTree } from "./JsonTree.tsx";
import type { WidgetProps } from "./widget.ts";

export function Json(props: WidgetProps): JSX.Element {
  return (
    <Show when={props.component.interactive} fallback={<JsonOutput {...props} />}>
      <JsonInput {...props} />
    </Show>
  );
}

function JsonOutput(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props} plainLabel>
      <div class="framed">
        {/* The keyboard scrolls it, so it takes the focus. */}
        <div
          class="control json"
          classList={{ indexed: flagProp(props.component, "showIndices") }}
          id={id}
          role="group"
          tabIndex={0}
          aria-labelledby={labelId(id)}
          style={{
            height: sizeProp(props.component, "height"),
            "max-height": sizeProp(props.component, "maxHeight"),
            "min-height": sizeProp(props.component, "minHeight"),
          }}
        >
          <Show when={props.value !== null && props.value !== undefined}>
            <JsonTree value={props.value} open={flagProp(props.component, "open")} />
          </Show>
        </div>
        <Show when={hasButton(props.component, "copy") && props.value !== null && props.value !== undefined}>
          <div class="corner">
            <CopyButton what="JSON" text={() => textOf(props.value)} />
          </div>
        </Show>
      </div>
    </Field>
  );
}

function JsonInput(props: WidgetProps): JSX.Element {
  const id = createUniqueId();
  return (
    <Field id={id} widget={props}>
      <textarea
        class="control text code"
        id={id}
        rows={3}
        style={{ "--lines": 3, "--max-lines": 20 }}
        value={toText(props.value)}
        disabled={props.disabled}
        spellcheck={false}
        aria-invalid={props.error !== null}
        aria-describedby={descriptionIds(id, props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value, null, 2);
}

/** What JSON.stringify has no words for was not put out by our runtime, and is left out. */
function textOf(value: unknown): string {
  try {
    return formatJson(value);
  } catch {
    return jsonText(value, Infinity);
  }
}
