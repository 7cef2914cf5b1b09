// The shell: header, strips, and the panes with what divides them. The panes stay where they are in the document whatever
// the view and the width; CSS shows and places them.

import { createEffect, createSignal, ErrorBoundary, lazy, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import { AppPane } from "./AppPane.tsx";
import { editAddress } from "./embedding/edit-address.ts";
import { Header } from "./Header.tsx";
import { createMediaQuery } from "./media-query.ts";
import type { Playground } from "./model.ts";
import { LazyPane } from "./LazyPane.tsx";
import { PaneSplitter, Strip, TabBar } from "./lazy-tools.ts";
import { OurFault } from "./OurFault.tsx";
import { createPanels } from "./panels.ts";
import { isRunKey } from "./run-keys.ts";
import { keepOffline } from "./keep-offline.ts";
import { PageDrop } from "./PageDrop.tsx";
import { recall, remember } from "./remembered.ts";
import { Toast } from "./Toast.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/app-pane.css";
import "./styles/layout.css";

const CodePane = lazy(() => import("./CodePane.tsx"));
const StatePanel = lazy(() => import("./StatePanel.tsx"));
const ConsolePanel = lazy(() => import("./ConsolePanel.tsx"));
const Notices = lazy(async () => ({ default: (await import("./Notices.tsx")).Notices }));
const UpdateNotice = lazy(() => import("./UpdateNotice.tsx"));

export interface AppProps {
  readonly playground: Playground;
}

export function App(props: AppProps): JSX.Element {
  return (
    <ErrorBoundary fallback={(error: unknown) => <OurFault error={error} source={props.playground.source()} />}>
      <Shell {...props} />
    </ErrorBoundary>
  );
}

function Shell(props: AppProps): JSX.Element {
  const narrow = createMediaQuery("(max-width: 759px)");
  const panels = createPanels(() => props.playground.view(), narrow);
  const [target, setTarget] = createSignal<{ readonly range: SourceRange } | null>(null);
  const [toast, setToast] = createSignal<{ readonly text: string } | null>(null);
  const offline = keepOffline(() => props.playground.build().kind === "ready");
  // In somebody's page there is the app alone; what else can be done with it opens in a tab of its own.
  const isEmbedded = () => parent !== window && props.playground.view() === "app";
  const reveal = (range: SourceRange) => {
    if (isEmbedded()) return void open(editAddress(), "_blank", "noopener");
    if (props.playground.view() === "app") props.playground.setView("split");
    panels.setTab("code");
    setTarget({ range });
  };
  const openExample = (name: string) => {
    panels.setTab("app");
    void props.playground.openExample(name);
  };
  const codeIsVisible = () => props.playground.view() !== "app" && (!narrow() || panels.tab() === "code");

  const hadOwn = recall("own") !== null;
  createEffect(() => {
    if (props.playground.origin().kind === "draft") remember("own", "yes");
  });
  createEffect(() => (document.title = `${props.playground.title()} · Interstate`));
  onMount(() => {
    const stopped = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (!isRunKey(event) || event.defaultPrevented) return;
      event.preventDefault();
      props.playground.run();
    };
    document.addEventListener("keydown", onKey, { signal: stopped.signal });
    onCleanup(() => stopped.abort());
  });

  return (
    <div class="shell" data-view={props.playground.view()} data-tab={panels.tab()}>
      <Show when={!isEmbedded()}>
        <Header
          {...props}
          panels={panels}
          narrow={narrow()}
          readyOffline={offline.status().ready}
          onOpenExample={openExample}
          onToast={(text) => setToast({ text })}
        />
      </Show>
      <Show when={offline.status().newer}>
        <LazyPane>
          <UpdateNotice
            busy={props.playground.users().some((user) => user.busy())}
            late={offline.status().late}
            update={() => props.playground.reloadAfter(offline.update)}
          />
        </LazyPane>
      </Show>
      <Show when={props.playground.notices().length > 0}>
        <LazyPane>
          <Notices playground={props.playground} />
        </LazyPane>
      </Show>
      <Show when={props.playground.view() !== "app"}>
        <LazyPane>
          <Strip {...props} hadOwn={hadOwn} onOpenExample={openExample} />
        </LazyPane>
      </Show>
      <main
        class="panes"
        style={{
          "--code-share": panels.shares().code,
          "--state-share": panels.shares().state,
          "--console-share": panels.shares().console,
        }}
      >
        <div class="left">
          <Show when={props.playground.view() !== "app"}>
            <section class="pane code" aria-label="Code">
              <LazyPane>
                <CodePane playground={props.playground} visible={codeIsVisible()} target={target()} onReveal={reveal} />
              </LazyPane>
            </section>
          </Show>
          <Show when={panels.consoleOpen()}>
            <LazyPane>
              <PaneSplitter panels={panels} pane="console" />
            </LazyPane>
            <section class="pane console" aria-label="Console">
              <LazyPane>
                <ConsolePanel
                  console={props.playground.console}
                  several={props.playground.users().length > 1}
                  onReveal={reveal}
                />
              </LazyPane>
            </section>
          </Show>
        </div>
        <Show when={props.playground.view() === "split"}>
          <LazyPane>
            <PaneSplitter panels={panels} pane="code" />
          </LazyPane>
        </Show>
        <div class="right">
          <AppPane playground={props.playground} embedded={isEmbedded()} onReveal={reveal} />
          <Show when={panels.stateOpen()}>
            <LazyPane>
              <PaneSplitter panels={panels} pane="state" />
            </LazyPane>
            <section class="pane state" aria-label="State">
              <LazyPane>
                <StatePanel playground={props.playground} />
              </LazyPane>
            </section>
          </Show>
        </div>
      </main>
      <Show when={narrow() && props.playground.view() !== "app"}>
        <LazyPane>
          <TabBar panels={panels} />
        </LazyPane>
      </Show>
      <Show when={!isEmbedded()}>
        <PageDrop playground={props.playground} onToast={(text) => setToast({ text })} />
      </Show>
      <Toast message={toast()} />
    </div>
  );
}
