// The region "Code". The editor is large, so it comes once the app can be used; until then the same text stands in its
// place, in the same metrics. If the editor cannot be loaded, a plain text field does its work.

import { createEffect, createMemo, createSignal, For, Match, on, onCleanup, Show, Switch, untrack } from "solid-js";
import type { JSX } from "solid-js";
import type { Editor } from "../editor/index.ts";
import type { Diagnostic, SourceRange } from "../protocol/compiled.ts";
import { createBuildTime } from "./build-time.ts";
import { followPackages } from "./follow-packages.ts";
import { createMediaQuery } from "./media-query.ts";
import type { Playground } from "./model.ts";
import { leaveKeys } from "./run-keys.ts";
import { whenIdle } from "./when-idle.ts";
import "./styles/code.css";

type Phase = "waiting" | "ready" | "missing";

export default function CodePane(props: {
  readonly playground: Playground;
  /** Whether it can be seen. */
  readonly visible: boolean;
  /** Place to show; a new object each time. */
  readonly target: { readonly range: SourceRange } | null;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  const [markers, setMarkers] = createSignal<readonly Diagnostic[] | null>(null);
  const [taken, setTaken] = createSignal(0);
  const editHere = async () => {
    await props.playground.editHere();
    // The button is gone, and the focus was on it.
    setTaken(taken() + 1);
  };
  return (
    <>
      <div class="pane-head">
        <span>playground.ts</span>
        <Show when={props.playground.typedElsewhere()} fallback={<SavedState playground={props.playground} />}>
          <span class="saved" role="status">
            typed in another tab
          </span>
          <button type="button" class="button small quiet" onClick={() => void editHere()}>
            Edit here
          </button>
        </Show>
      </div>
      <EditorHost
        playground={props.playground}
        visible={props.visible}
        target={props.target}
        taken={taken()}
        onMarkers={setMarkers}
      />
      <CodeFoot playground={props.playground} markers={markers()} onReveal={props.onReveal} />
    </>
  );
}

function SavedState(props: { readonly playground: Playground }): JSX.Element {
  // Until it is changed, it is somebody else's text and nothing needs saving.
  const idle = () => (props.playground.origin().kind === "draft" ? "saved" : props.playground.origin().kind);
  return (
    <Switch fallback={<span class="saved">{idle()}</span>}>
      <Match when={props.playground.saved() === "saving"}>
        <span class="saved">saving …</span>
      </Match>
      <Match when={props.playground.saved() === "failed"}>
        <span class="saved bad" role="status" title="This browser did not take it; trying again.">
          not saved
        </span>
      </Match>
      <Match when={props.playground.saved() === "deleted"}>
        <span class="saved">deleted; typing here brings it back</span>
      </Match>
      <Match when={props.playground.saved() === "memory"}>
        <span class="saved">kept until you leave</span>
      </Match>
    </Switch>
  );
}

function EditorHost(props: {
  readonly playground: Playground;
  readonly visible: boolean;
  readonly target: { readonly range: SourceRange } | null;
  /** Counts how often somebody asked to type here. */
  readonly taken: number;
  onMarkers(markers: readonly Diagnostic[]): void;
}): JSX.Element {
  const [editor, setEditor] = createSignal<Editor | null>(null);
  const [phase, setPhase] = createSignal<Phase>("waiting");
  const dark = createMediaQuery("(prefers-color-scheme: dark)");
  let host: HTMLDivElement | undefined;
  let disposed = false;
  onCleanup(() => {
    disposed = true;
    editor()?.dispose();
  });

  const usable = createMemo(() => {
    const build = props.playground.build();
    return (
      build.kind === "ready" ||
      build.kind === "waiting" ||
      build.kind === "failed" ||
      // Whoever is asked may want to read the code first.
      build.kind === "asking" ||
      (build.kind === "loading" && build.slow)
    );
  });
  const load = async () => {
    try {
      const { createEditor } = await import("../editor/index.ts");
      if (disposed || !host) return;
      setEditor(
        createEditor({
          parent: host,
          source: untrack(() => props.playground.source()),
          dark: untrack(dark),
          onChange: (text) => props.playground.setSource(text),
          onRun: () => props.playground.run(),
          onRenewPackage: (specifier) => void props.playground.packages.renew(specifier),
          onBlur: () => props.playground.writeAddress(),
          onMarkers: (markers) => props.onMarkers(markers),
        }),
      );
      setPhase("ready");
    } catch (error) {
      console.error(error);
      setPhase("missing");
      // Nobody is going to check it.
      props.onMarkers([]);
    }
  };
  let asked = false;
  createEffect(() => {
    if (asked || !props.visible || !usable()) return;
    asked = true;
    whenIdle(() => void load());
  });

  createEffect(
    on(
      () => props.playground.sourceRevision(),
      () => editor()?.setSource(props.playground.source()),
      { defer: true },
    ),
  );
  createEffect(() => editor()?.setReadOnly(props.playground.typedElsewhere()));
  createEffect(
    on(
      () => props.taken,
      () => editor()?.focus(),
      { defer: true },
    ),
  );
  createEffect(() => editor()?.setDark(dark()));
  createEffect(() => editor()?.setMarks(props.playground.compiled()?.marks ?? []));
  createEffect(() => editor()?.setProblems(toDiagnostics(props.playground)));
  followPackages(editor, props.playground);
  createEffect(() => {
    const target = props.target;
    if (target) editor()?.reveal(target.range);
  });

  return (
    <div class="code-host">
      <div class="editor" ref={(element) => (host = element)} />
      <Switch>
        <Match when={phase() === "waiting"}>
          <PlainCode source={props.playground.source()} />
        </Match>
        <Match when={phase() === "missing"}>
          <textarea
            class="plain-field"
            aria-label="Code editor"
            title="The editor could not be loaded; this text field does its work."
            spellcheck={false}
            readOnly={props.playground.typedElsewhere()}
            value={props.playground.source()}
            onInput={(event) => props.playground.setSource(event.currentTarget.value)}
            onBlur={() => props.playground.writeAddress()}
          />
        </Match>
      </Switch>
    </div>
  );
}

function PlainCode(props: { readonly source: string }): JSX.Element {
  return (
    <pre class="plain-code" tabIndex={0} role="group" aria-label="Code, before the editor is there">
      <For each={props.source.split("\n")}>{(line) => <span>{line}</span>}</For>
    </pre>
  );
}

function CodeFoot(props: {
  readonly playground: Playground;
  /** null until TypeScript has looked at the code for the first time. */
  readonly markers: readonly Diagnostic[] | null;
  onReveal(range: SourceRange): void;
}): JSX.Element {
  const all = createMemo(() => {
    const ours = props.playground.problems();
    const lines = new Set(ours.map((problem) => problem.range?.line));
    return [...ours, ...(props.markers ?? []).filter((marker) => !lines.has(marker.range.line))];
  });
  const first = () =>
    all().find((problem) => problem.severity === "error" && problem.range) ??
    all().find((problem) => problem.range) ??
    all()[0];
  const count = () => (all().length === 1 ? "1 problem" : `${all().length} problems`);
  return (
    <div class="pane-foot">
      <Show when={all().length > 0} fallback={<span>{props.markers ? "No problems" : "Checking…"}</span>}>
        <span class="bad">{count()}</span>
      </Show>
      <Show when={first()}>{(problem) => <FirstProblem problem={problem()} onReveal={props.onReveal} />}</Show>
      <div class="space" />
      <BuildState playground={props.playground} />
    </div>
  );
}

/** What becomes of the code as it stands. */
function BuildState(props: { readonly playground: Playground }): JSX.Element {
  const loadingMs = createBuildTime(props.playground);
  return (
    <Switch
      fallback={
        <>
          <span class="language">TypeScript</span>
          {/* In its place while the editor has the focus; it says so itself to assistive tools. */}
          <span class="leave" aria-hidden="true">
            Tab indents once you type; {leaveKeys}, then Tab leaves
          </span>
        </>
      }
    >
      <Match when={props.playground.build().kind === "waiting"}>
        <span class="now" role="status">
          runs when the call has ended, or at once with Run
        </span>
      </Match>
      <Match when={loadingMs()}>
        {(ms) => (
          <span class="now" aria-hidden="true">
            loading | {(ms() / 1000).toFixed(1)}s
          </span>
        )}
      </Match>
    </Switch>
  );
}

/** A button that leads to its line, if it has one. */
function FirstProblem(props: {
  readonly problem: Pick<Diagnostic, "message"> & { readonly range: SourceRange | null };
  onReveal(range: SourceRange): void;
}): JSX.Element {
  return (
    <Show
      when={props.problem.range}
      fallback={
        <span class="first" title={props.problem.message}>
          {props.problem.message}
        </span>
      }
    >
      {(range) => (
        <button type="button" class="link first" title={props.problem.message} onClick={() => props.onReveal(range())}>
          Line {range().line}: {props.problem.message}
        </button>
      )}
    </Show>
  );
}

function toDiagnostics(playground: Playground): Diagnostic[] {
  return playground.problems().flatMap((problem) => (problem.range ? [{ ...problem, range: problem.range }] : []));
}
