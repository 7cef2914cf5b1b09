// Messages of gr.Info, gr.Success, gr.Warning and gr.Error over the app, grouped by what they are. They go by themselves,
// except while somebody points at one, has the focus in one, or looks elsewhere.

import { createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ToastTone } from "../protocol/toast.ts";
import { createCountdown } from "./countdown.ts";
import { AlertIcon, CheckIcon, ChevronIcon, CloseIcon, ErrorIcon, InfoIcon } from "./icons.tsx";
import type { Toast, ToastModel } from "./model.ts";
import { inlineMarkdown } from "../widgets/prose/markdown-options.ts";
import { Prose } from "../widgets/prose/Prose.tsx";
import { UserBadge } from "./UserBadge.tsx";
import "./styles/toasts.css";

const tones: readonly ToastTone[] = ["error", "warning", "success", "info"];
const icons = { error: ErrorIcon, warning: AlertIcon, success: CheckIcon, info: InfoIcon };

interface ToastsProps {
  readonly toasts: ToastModel;
  /** Whether there is more than one user, so that it matters whose they are. */
  readonly several: boolean;
}

export default function Toasts(props: ToastsProps): JSX.Element {
  const [pointed, setPointed] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  const [away, setAway] = createSignal(document.hidden);
  const isHeld = () => pointed() || focused() || away();
  const dismiss = (toasts: readonly Toast[]) => {
    setFocused(false);
    props.toasts.dismiss(toasts.map(({ id }) => id));
  };
  onMount(() => {
    const stopped = new AbortController();
    document.addEventListener("visibilitychange", () => setAway(document.hidden), { signal: stopped.signal });
    onCleanup(() => stopped.abort());
  });
  return (
    <div
      class="toast-groups"
      onPointerEnter={({ pointerType }) => setPointed(pointerType === "mouse")}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={({ currentTarget, relatedTarget }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {/* Whether it is shown or folded away, each goes in its time. */}
      <For each={props.toasts.all()}>
        {(toast) => {
          createCountdown(toast.durationMs, isHeld, () => props.toasts.dismiss([toast.id]));
          return null;
        }}
      </For>
      <For each={tones}>
        {(tone) => (
          <Group
            tone={tone}
            toasts={props.toasts.all().filter((toast) => toast.tone === tone)}
            several={props.several}
            dismiss={dismiss}
          />
        )}
      </For>
    </div>
  );
}

interface GroupProps {
  readonly tone: ToastTone;
  /** The newest last. */
  readonly toasts: readonly Toast[];
  readonly several: boolean;
  dismiss(toasts: readonly Toast[]): void;
}

/** One message, or the newest of several above a line that opens the rest. */
function Group(props: GroupProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const newestFirst = createMemo(() => props.toasts.toReversed());
  const more = () => props.toasts.length - 1;
  return (
    <Show when={props.toasts.length > 0}>
      <div class={`toast-group ${props.tone}`}>
        <div class="toast-list">
          <For each={open() ? newestFirst() : newestFirst().slice(0, 1)}>
            {(toast) => <Message {...props} toast={toast} />}
          </For>
        </div>
        <Show when={more() > 0}>
          <div class="toast-more">
            <button type="button" class="button small quiet" aria-expanded={open()} onClick={() => setOpen(!open())}>
              {open() ? "Fewer" : `${more()} more`}
              <ChevronIcon up={open()} />
            </button>
            <button type="button" class="button small quiet" onClick={() => props.dismiss(props.toasts)}>
              Dismiss all
            </button>
          </div>
        </Show>
      </div>
    </Show>
  );
}

function Message(props: GroupProps & { readonly toast: Toast }): JSX.Element {
  return (
    <div class="toast-item">
      {icons[props.tone]()}
      <div class="toast-text">
        <p class="toast-title">
          <strong>{props.toast.title}</strong>
          <Show when={props.toast.times > 1}>
            <span class="times">{props.toast.times} times</span>
          </Show>
          <Show when={props.several}>
            <UserBadge number={props.toast.user} alone small />
          </Show>
        </p>
        <Prose text={props.toast.message} options={inlineMarkdown} />
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={`Dismiss ${props.toast.title}`}
        onClick={() => props.dismiss([props.toast])}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
