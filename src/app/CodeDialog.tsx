// "Use from code": what other pages can call of this app, with types, and a program that does. Loaded when it is opened.

import { createResource, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type Endpoint, endpointsOf } from "../spec/endpoints.ts";
import { codeSnippet, stateSnippet } from "./code-snippet.ts";
import { copyText } from "./copy-text.ts";
import { Dialog } from "./Dialog.tsx";
import type { Playground } from "./model.ts";
import "./styles/code-dialog.css";

export default function CodeDialog(props: { readonly playground: Playground; onClose(): void }): JSX.Element {
  const [link] = createResource(() => props.playground.shareLink("app"));
  const endpoints = () => endpointsOf(props.playground.users()[0]?.app() ?? { components: [], events: [] });
  const [sharing] = createResource(() => props.playground.sharing());
  const readable = () => sharing()?.readable() ?? [];
  /** What to copy into a page; nothing until there is a link. */
  const inPage = (write: (link: string, site: string) => string) =>
    link() === undefined ? "" : write(link() ?? "", new URL(".", location.href).href);
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
          <For each={endpoints()}>
            {(endpoint) => (
              <EndpointPart endpoint={endpoint} snippet={inPage((...at) => codeSnippet(endpoint, ...at))} />
            )}
          </For>
        </Show>
        <Show when={readable().length > 0}>
          <section aria-label="Shared variables">
            <h3>Shared variables</h3>
            <p>The code lets other pages see {readable().join(", ")}.</p>
            <Snippet of="shared variables" text={inPage((...at) => stateSnippet(readable()[0] ?? "", ...at))} />
          </section>
        </Show>
      </div>
    </Dialog>
  );
}

interface EndpointProps {
  readonly endpoint: Endpoint;
  readonly snippet: string;
}

function EndpointPart(props: EndpointProps): JSX.Element {
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
      <Snippet of={props.endpoint.name} text={props.snippet} />
    </section>
  );
}

function Snippet(props: { readonly of: string; readonly text: string }): JSX.Element {
  let field: HTMLTextAreaElement | undefined;
  let button: HTMLButtonElement | undefined;
  const copy = async () => {
    const isCopied = await copyText(props.text, field);
    if (button) button.textContent = isCopied ? "Copied" : "Press Ctrl+C or ⌘C";
  };
  return (
    <>
      <textarea
        ref={(element) => (field = element)}
        readOnly
        rows={props.text.split("\n").length}
        wrap="off"
        aria-label={`Snippet for ${props.of}`}
        value={props.text}
      />
      <button ref={(element) => (button = element)} type="button" class="button small" onClick={() => void copy()}>
        Copy snippet
      </button>
    </>
  );
}
