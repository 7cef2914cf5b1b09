// At the foot of the app: the question whether it may use the network, and afterwards what was answered, with the way to
// change it.

import { createSignal, createUniqueId, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { networkHostName } from "../protocol/network-host.ts";
import type { NetworkQuestion, NetworkUse, Playground } from "./model.ts";
import "./styles/network.css";

export default function NetworkAccess(props: { readonly playground: Playground }): JSX.Element {
  const network = () => props.playground.network;
  return (
    <Show
      when={network().question()}
      fallback={<Show when={network().use()}>{(use) => <Answered {...props} use={use()} />}</Show>}
    >
      {(question) => <Question {...props} question={question()} />}
    </Show>
  );
}

function Question(props: { readonly playground: Playground; readonly question: NetworkQuestion }): JSX.Element {
  const id = createUniqueId();
  const isSafe = createIsSafe();
  return (
    <section class="network-question" role="group" aria-labelledby={id}>
      <h2 id={id}>“{props.playground.title()}” asks to use the network</h2>
      <p>{asker(props.playground)}</p>
      <ul>
        <For each={props.question.hosts}>
          {(host) => (
            <li>
              <code>{networkHostName(host)}</code>
              <Show when={props.question.known.includes(host)}>
                <span> allowed before</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p>
        If you allow it, the code can send what you enter here, and what this app keeps, to{" "}
        {props.question.hosts.length === 1 ? "this host" : "these hosts"}, and to no other.
      </p>
      <Show
        when={!isFramed()}
        fallback={
          <p class="actions">
            <span>A page that shows this one inside itself could trick you into the answer.</span>
            <a class="button" href={location.href} target="_blank" rel="noopener">
              Open it by itself to decide
            </a>
            <button type="button" class="button" onClick={() => props.question.answer(false)}>
              Go on without
            </button>
          </p>
        }
      >
        <p class="actions">
          <button type="button" class="button" disabled={!isSafe()} onClick={() => props.question.answer(false)}>
            Don’t allow
          </button>
          <button type="button" class="button" disabled={!isSafe()} onClick={() => props.question.answer(true)}>
            Allow
          </button>
        </p>
      </Show>
    </section>
  );
}

function Answered(props: { readonly playground: Playground; readonly use: NetworkUse }): JSX.Element {
  const isAllowed = () => props.use.allowed.length > 0;
  const names = () => (isAllowed() ? props.use.allowed : props.use.hosts).map(networkHostName).join(", ");
  return (
    <div class="network-use">
      <span title={names()}>{isAllowed() ? `Network: ${names()}` : `Network not allowed: ${names()}`}</span>
      <Show when={isAllowed() || !isFramed()}>
        <button
          type="button"
          class="button small quiet"
          onClick={() => void props.playground.network.change(!isAllowed())}
        >
          {isAllowed() ? "Take back" : "Allow"}
        </button>
      </Show>
    </div>
  );
}

/** Never answered in a frame: whoever frames the page decides what one sees of it, and what lies above it. */
function isFramed(): boolean {
  return window.top !== window;
}

function asker(playground: Playground): string {
  switch (playground.origin().kind) {
    case "link":
      return "Its code came with the link that you opened. Whoever made it can read what is sent to:";
    case "draft":
      return "Its code is a playground of yours. It wants to reach:";
    case "example":
      return "Its code is an example of this site. It wants to reach:";
  }
}

/** Long enough for a person to see what a press is going to answer, and longer than a double click. */
const settleMs = 700;

/** Whether the page has been in sight and in focus for so long that a press is meant for what it shows. */
function createIsSafe(): () => boolean {
  const [isSafe, setIsSafe] = createSignal(false);
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    setIsSafe(false);
    if (document.hasFocus() && document.visibilityState === "visible")
      timer = setTimeout(() => setIsSafe(true), settleMs);
  };
  for (const change of ["focus", "blur", "resize"]) addEventListener(change, look, { signal: ended.signal });
  document.addEventListener("visibilitychange", look, { signal: ended.signal });
  look();
  onCleanup(() => {
    clearTimeout(timer);
    ended.abort();
  });
  return isSafe;
}
