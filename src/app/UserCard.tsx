// One user: the app with that user's values. Among several, a card names whose it is and can be refreshed or closed.

import { ErrorBoundary, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import type { SourceRange } from "../protocol/compiled.ts";
import type { AppSpec } from "../spec/app-spec.ts";
import { BrokenCard } from "./BrokenCard.tsx";
import { CallLine } from "./CallLine.tsx";
import { AlertIcon, CloseIcon, RefreshIcon } from "./icons.tsx";
import { Prose } from "./layout/lazy-blocks.ts";
import { LayoutView } from "./LayoutView.tsx";
import { LineLink } from "./LineLink.tsx";
import type { AppError, FlagModel, User } from "./model.ts";
import { SlowLoad } from "./SlowLoad.tsx";
import { inlineMarkdown } from "../widgets/prose/markdown-options.ts";
import { UserBadge } from "./UserBadge.tsx";

interface UserCardProps {
  readonly user: User;
  readonly alone: boolean;
  /** Whether an app is about to come. */
  readonly waiting: boolean;
  /** Whether other code waits for the calls to end. */
  readonly outdated: boolean;
  readonly flags: FlagModel;
  onReveal(range: SourceRange): void;
}

export function UserCard(props: UserCardProps): JSX.Element {
  const name = () => `User ${props.user.number}`;
  let card: HTMLElement | undefined;
  return (
    <section ref={(element) => (card = element)} class="card" aria-label={props.alone ? undefined : name()}>
      <Show when={!props.alone}>
        <div class="card-head">
          <UserBadge number={props.user.number} />
          <span>{name()}</span>
          <div class="space" />
          <button
            type="button"
            class="icon-button"
            aria-label={`Refresh ${name()}`}
            title="Refresh: a new session"
            onClick={() => props.user.refresh()}
          >
            <RefreshIcon />
          </button>
          <Show when={props.user.close()}>
            {(close) => (
              <button
                type="button"
                class="icon-button"
                aria-label={`Close ${name()}`}
                title="Close"
                onClick={() => {
                  focusBeside(card);
                  close()();
                }}
              >
                <CloseIcon />
              </button>
            )}
          </Show>
        </div>
      </Show>
      <Show when={props.user.app()} fallback={<NoApp {...props} />}>
        {(app) => (
          <ErrorBoundary
            fallback={(error: unknown, again) => <BrokenCard user={props.user} error={error} again={again} />}
          >
            <AppBody {...props} app={app()} />
          </ErrorBoundary>
        )}
      </Show>
      <Show when={props.user.slow()}>
        <SlowLoad onStop={() => props.user.stop()} />
      </Show>
    </section>
  );
}

/** Whoever closes a card goes on at the next one. */
function focusBeside(card: HTMLElement | undefined): void {
  const beside = card?.nextElementSibling ?? card?.previousElementSibling;
  beside?.querySelector<HTMLElement>("input, textarea, .card-body button")?.focus();
}

function AppBody(props: UserCardProps & { readonly app: AppSpec }): JSX.Element {
  return (
    <div class="card-body">
      {/* That of a gr.Blocks is the tab's title only, as in Gradio. */}
      <Show when={props.app.kind !== "blocks" && props.app.title}>
        <h2 class="app-title">{props.app.title}</h2>
      </Show>
      <Show when={props.app.description}>{(text) => <Prose text={text()} />}</Show>
      <LayoutView node={props.app.layout} user={props.user} />
      <Show
        when={props.user.error()}
        fallback={<CallLine user={props.user} outdated={props.outdated} flags={props.flags} />}
      >
        {(error) => <ErrorBox error={error()} onReveal={props.onReveal} />}
      </Show>
      <Show when={props.app.article}>{(text) => <Prose text={text()} />}</Show>
    </div>
  );
}

function NoApp(props: UserCardProps): JSX.Element {
  return (
    <Show when={props.user.error()} fallback={<Skeleton still={!props.waiting} />}>
      {(error) => (
        <div class="card-body">
          <ErrorBox error={error()} onReveal={props.onReveal} />
        </div>
      )}
    </Show>
  );
}

function ErrorBox(props: { readonly error: AppError; onReveal(range: SourceRange): void }): JSX.Element {
  return (
    <div class="problem-box" role="alert">
      <AlertIcon />
      <strong>{props.error.title}</strong>
      <Show when={props.error.range}>
        {(range) => (
          <span class="place">
            <LineLink range={range()} onReveal={props.onReveal} />
          </span>
        )}
      </Show>
      <Show when={props.error.message}>
        <div class="what">
          <Show when={props.error.rich} fallback={props.error.message}>
            <Suspense fallback={props.error.message}>
              <Prose text={props.error.message} options={inlineMarkdown} />
            </Suspense>
          </Show>
        </div>
      </Show>
      <Show when={props.error.after}>
        <p class="aside">{props.error.after}</p>
      </Show>
    </div>
  );
}

/** Where the app is about to stand. */
function Skeleton(props: { readonly still: boolean }): JSX.Element {
  return (
    <div class="skeleton" classList={{ still: props.still }} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
