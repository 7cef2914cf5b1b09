// The region "App": the users side by side, and at its foot what keeps the app from being as the code says: there it moves
// nothing, however often code under one's hands is wrong for a moment.

import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import { editAddress } from "./embedding/edit-address.ts";
import type { Playground } from "./model.ts";
import { ProblemList } from "./ProblemList.tsx";
import { SlowLoad } from "./SlowLoad.tsx";
import { UserCard } from "./UserCard.tsx";

const CodeDialog = lazy(() => import("./CodeDialog.tsx"));
const NetworkAccess = lazy(() => import("./NetworkAccess.tsx"));
const Toasts = lazy(() => import("./Toasts.tsx"));

export function AppPane(props: {
  readonly playground: Playground;
  /** It is shown in somebody else's page. */
  readonly embedded: boolean;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  const build = () => props.playground.build();
  const building = () => build().kind === "compiling" || build().kind === "loading";
  const busy = createMemo(() => building() || props.playground.users().some((user) => user.busy()));
  const hasApp = () => props.playground.users().some((user) => user.app() !== null);
  const single = () => props.playground.users().length <= 1;
  const wide = () => props.playground.users().some((user) => user.app()?.fillWidth === true);
  const [fromCode, setFromCode] = createSignal(false);
  const slow = () => {
    const status = build();
    return status.kind === "loading" && status.slow ? status : null;
  };
  return (
    <section class="pane app" aria-label="App" aria-busy={busy()}>
      <Show when={hasApp() || build().kind !== "failed"}>
        <div class="users-scroll">
          <div class="users" classList={{ single: single(), wide: wide() }}>
            <For each={props.playground.users()}>
              {(user) => (
                <UserCard
                  user={user}
                  flags={props.playground.flags}
                  alone={single()}
                  waiting={building()}
                  outdated={build().kind === "waiting"}
                  onReveal={props.onReveal}
                />
              )}
            </For>
          </div>
          <Show when={hasApp()}>
            <footer class="app-links">
              <Show when={props.embedded}>
                <a class="link" href={editAddress()} target="_blank" rel="noopener">
                  Edit in Interstate
                </a>{" "}
                ·{" "}
              </Show>
              <button type="button" class="link" onClick={() => setFromCode(true)}>
                Use from code
              </button>
            </footer>
          </Show>
        </div>
      </Show>
      <Show when={fromCode()}>
        <Suspense>
          <CodeDialog playground={props.playground} onClose={() => setFromCode(false)} />
        </Suspense>
      </Show>
      {/* Always there: what is new in it is read out. */}
      <div class="toasts" aria-live="polite">
        <Show when={props.playground.toasts.all().length > 0}>
          <Suspense>
            <Toasts toasts={props.playground.toasts} several={!single()} />
          </Suspense>
        </Show>
      </div>
      <Show when={props.playground.network.question() ?? props.playground.network.use()}>
        <Suspense>
          <NetworkAccess playground={props.playground} />
        </Suspense>
      </Show>
      <Switch>
        <Match when={slow()}>
          {(status) => (
            <div class="dock">
              <SlowLoad waitsFor={status().waitsFor} onStop={() => props.playground.stopBuild()} />
            </div>
          )}
        </Match>
        <Match when={build().kind === "failed"}>
          <div classList={{ dock: hasApp(), banner: !hasApp() }}>
            <ProblemList
              problems={props.playground.problems()}
              hasApp={hasApp()}
              onReveal={props.onReveal}
              onAcceptPackages={() => void props.playground.packages.accept()}
            />
          </div>
        </Match>
      </Switch>
    </section>
  );
}
