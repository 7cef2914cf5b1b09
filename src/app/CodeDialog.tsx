// "Use from code": what other pages can call of this app, with types, and a program that does. Loaded when it is opened.

import { createResource, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type Endpoint, endpointsOf } from "../spec/endpoints.ts";
import { codeSnippet } from "./code-snippet.ts";
import { copyText } from "./copy-text.ts";
import { Dialog } from "./Dialog.tsx";
import type { Playground } from "./model.ts";
import "./styles/code-dialog.css";

export default function CodeDialog(props: { readonly playground: Playground; onClose(): void }): JSX.Element {
  const [link] = createResource(() => props.playground.shareLink("app"));
  const endpoints = () => endpointsOf(props.playground.users()[0]?.app() ?? { components: [], events: [] });
  return (
    <Dialog label="Use from code" class="from-code" onClose={() => props.onClose()}>
      <div class="endpoints">
        <p>Any page can call this app. Each client is a session of its own, and sees nothing of what you keep here.</p>
        <Show
          when={endpoints().length > 0}
          fallback={
            <p>Nothing of this app has a name to be called by. Give a listener an apiName, or use gr.api(fn).</p>
          }
        >
          <For each={endpoints()}>{(endpoint) => <EndpointPart endpoint={endpoint} link={link() ?? ""} />}</For>
        </Show>
      </div>
    </Dialog>
  );
}

function EndpointPart(props: { readonly endpoint: Endpoint; readonly link: string }): JSX.Element {
  const snippet = () =>
    props.link === "" ? "" : codeSnippet(props.endpoint, props.link, new URL(".", location.href).href);
  let field: HTMLTextAreaElement | undefined;
  let button: HTMLButtonElement | undefined;
  const copy = async () => {
    const isCopied = await copyText(snippet(), field);
    if (button) button.textContent = isCopied ? "Copied" : "Press Ctrl+C or ⌘C";
  };
  return (
    <section aria-label={props.endpoint.name}>
      <h3>{props.endpoint.name}</h3>
      <table>
        <tbody>
          <For each={props.endpoint.parameters}>
            {(parameter) => (
              <tr>
                <th scope="row">{parameter.name}</th>
                <td>
                  <code>{parameter.type}</code>
                </td>
                <td>{parameter.hasDefault ? "may be left out" : ""}</td>
              </tr>
            )}
          </For>
          <For each={props.endpoint.returns}>
            {(output) => (
              <tr>
                <th scope="row">→ {output.label}</th>
                <td>
                  <code>{output.type}</code>
                </td>
                <td />
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <textarea
        ref={(element) => (field = element)}
        readOnly
        rows={snippet().split("\n").length}
        wrap="off"
        aria-label={`Snippet for ${props.endpoint.name}`}
        value={snippet()}
      />
      <button ref={(element) => (button = element)} type="button" class="button small" onClick={() => void copy()}>
        Copy snippet
      </button>
    </section>
  );
}
