// The button that records what is said, and while it does, the buttons that end it. The microphone is on only meanwhile.

import { createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type Recording, startRecording } from "../media/microphone.ts";
import { MediaIcon } from "../media/icons.tsx";
import { MicrophoneIcon, StopIcon } from "./icons.tsx";

export function RecordButton(props: {
  readonly disabled: boolean;
  /** Something is being recorded, and this ends it; null: nothing is. */
  onRecording(finish: (() => Promise<void>) | null): void;
  onFile(file: File): void;
  /** null: what was wrong is so no more. */
  onProblem(problem: string | null): void;
}): JSX.Element {
  const [sinceMs, setSinceMs] = createSignal<number | null>(null);
  const [nowMs, setNowMs] = createSignal(0);
  let recording: Recording | null = null;
  let isStarting = false;
  let gone = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let focus: "record" | "stop" | null = null;

  onCleanup(() => {
    gone = true;
    recording?.discard();
    end();
  });

  async function start(): Promise<void> {
    if (isStarting) return;
    isStarting = true;
    props.onProblem(null);
    try {
      const started = await startRecording();
      if (gone) return started.discard();
      recording = started;
      focus = "stop";
      setNowMs(Date.now());
      setSinceMs(Date.now());
      timer = setInterval(() => setNowMs(Date.now()), 500);
      props.onRecording(finish);
    } catch (error) {
      if (!gone) props.onProblem(textOf(error));
    } finally {
      isStarting = false;
    }
  }

  async function finish(): Promise<void> {
    const ended = recording;
    if (!ended) return;
    end();
    try {
      props.onFile(await ended.finish());
    } catch (error) {
      props.onProblem(textOf(error));
    }
  }

  function discard(): void {
    recording?.discard();
    end();
  }

  function end(): void {
    recording = null;
    clearInterval(timer);
    if (gone) return;
    focus = "record";
    setSinceMs(null);
    props.onRecording(null);
  }

  /** The button that was pressed is no more: the one in its place has the focus. */
  function focusOn(which: "record" | "stop") {
    return (element: HTMLElement): void => {
      if (focus !== which) return;
      focus = null;
      queueMicrotask(() => element.focus());
    };
  }

  return (
    <Show
      when={sinceMs()}
      fallback={
        <IconButton ref={focusOn("record")} name="Record audio" disabled={props.disabled} onClick={() => void start()}>
          <MicrophoneIcon />
        </IconButton>
      }
    >
      {(since) => (
        <>
          <IconButton ref={focusOn("stop")} name="Stop recording" class="recording" onClick={() => void finish()}>
            <StopIcon />
          </IconButton>
          <IconButton name="Discard recording" onClick={discard}>
            <MediaIcon name="close" />
          </IconButton>
          <span class="recording-time" role="timer" aria-label="Recording">
            {timeText(nowMs() - since())}
          </span>
        </>
      )}
    </Show>
  );
}

function IconButton(props: {
  readonly name: string;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly children: JSX.Element;
  onClick(): void;
  ref?(element: HTMLElement): void;
}): JSX.Element {
  return (
    <button
      ref={(element) => props.ref?.(element)}
      type="button"
      class={`icon-button ${props.class ?? ""}`}
      aria-label={props.name}
      title={props.name}
      disabled={props.disabled ?? false}
      onClick={() => props.onClick()}
    >
      {props.children}
    </button>
  );
}

function timeText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
