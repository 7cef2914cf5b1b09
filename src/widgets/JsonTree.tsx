// JSON as a tree. Its text content is the JSON itself, white space aside, as long as that is at most 64 KB: what is closed
// holds its JSON as hidden text, and toggles, counts and indexes are drawn by CSS. Larger values leave out what is closed.
// The cost follows what is open: a closed part is one text, and long containers are cut into parts.

import { createMemo, createSignal, Index, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { jsonFits, membersText, primitiveText, toContainer } from "./json-text.ts";
import type { JsonContainer } from "./json-text.ts";
import { openDepth } from "./open-depth.ts";

const WHOLE_TEXT = 64 * 1024;
/** So much JSON is shown open from the start. */
const OPEN_TEXT = 1500;
/** So much fits on a line. */
const LINE_TEXT = 56;
const PART = 100;
const LONGEST_STRING = 20_000;

export function JsonTree(props: { readonly value: unknown; readonly open: boolean }): JSX.Element {
  // What the person opened or closed, by path: stays when the value is replaced.
  const [toggled, setToggled] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  const whole = createMemo(() => jsonFits(props.value, WHOLE_TEXT));
  const small = createMemo(() => jsonFits(props.value, OPEN_TEXT));
  const openTo = createMemo(() => (props.open ? openDepth(props.value) : 0));
  const tree: Tree = {
    whole,
    isOpen: (path, depth, byDefault) => toggled().get(path) ?? (small() || depth < openTo() || byDefault()),
    toggle: (path, open) => setToggled(new Map(toggled()).set(path, open)),
  };
  return <Node tree={tree} value={props.value} path="" depth={0} keyText={null} index={null} comma={false} />;
}

interface Tree {
  /** Whether closed parts hold their text. */
  whole(): boolean;
  isOpen(path: string, depth: number, byDefault: () => boolean): boolean;
  toggle(path: string, open: boolean): void;
}

interface NodeProps {
  readonly tree: Tree;
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
  readonly keyText: string | null;
  readonly index: number | null;
  readonly comma: boolean;
}

function Node(props: NodeProps): JSX.Element {
  const container = createMemo(() => toContainer(props.value));
  const inline = createMemo(() => container() === null || isInline(props.value, container()));
  const open = () =>
    props.tree.isOpen(props.path, props.depth, () => props.path === "" || jsonFits(props.value, OPEN_TEXT / 4));
  return (
    <div class="json-node" data-index={props.index ?? undefined}>
      <Show when={!inline()}>
        <Toggle open={open()} onToggle={(next) => props.tree.toggle(props.path, next)} />
      </Show>
      <Show when={props.keyText}>
        <span class="json-key">{props.keyText}</span>
        <span class="json-mark">: </span>
      </Show>
      <Switch fallback={<Primitive value={props.value} />}>
        <Match when={inline() && container()}>{(members) => <Inline members={members()} />}</Match>
        <Match when={container()}>
          {(members) => (
            <Block tree={props.tree} members={members()} path={props.path} depth={props.depth} open={open()} />
          )}
        </Match>
      </Switch>
      <Show when={props.comma}>
        <span class="json-mark">,</span>
      </Show>
    </div>
  );
}

function Block(props: MembersProps & { open: boolean }): JSX.Element {
  const count = () => `${props.members.size.toLocaleString("en")} ${props.members.size === 1 ? "item" : "items"}`;
  return (
    <>
      <span class="json-mark">{props.members.keys ? "{" : "["}</span>
      <Show
        when={props.open}
        fallback={
          <Closed
            text={props.tree.whole() ? membersText(props.members, 0, props.members.size, WHOLE_TEXT) : ""}
            note={count()}
          />
        }
      >
        <div class="json-children">
          <Members {...props} start={0} end={props.members.size} />
        </div>
      </Show>
      <span class="json-mark">{props.members.keys ? "}" : "]"}</span>
    </>
  );
}

interface MembersProps {
  readonly tree: Tree;
  readonly members: JsonContainer;
  readonly path: string;
  readonly depth: number;
}

/** The members from start to end, in parts when there are many. */
function Members(props: MembersProps & { start: number; end: number }): JSX.Element {
  const size = () => partSize(props.end - props.start);
  const starts = createMemo(() => {
    const count = Math.ceil((props.end - props.start) / size());
    return Array.from({ length: count }, (_, part) => props.start + part * size());
  });
  return (
    <Index each={starts()}>
      {(start) => (
        <Show
          when={size() > 1}
          fallback={
            <Node
              tree={props.tree}
              value={props.members.at(start())}
              path={`${props.path}/${props.members.keys?.[start()] ?? start()}`}
              depth={props.depth + 1}
              keyText={props.members.keys ? JSON.stringify(props.members.keys[start()]) : null}
              index={props.members.keys ? null : start()}
              comma={start() + 1 < props.members.size}
            />
          }
        >
          <Part {...props} start={start()} end={Math.min(start() + size(), props.end)} />
        </Show>
      )}
    </Index>
  );
}

function Part(props: MembersProps & { start: number; end: number }): JSX.Element {
  const path = () => `${props.path}/${props.start}…${props.end}`;
  const open = () => props.tree.isOpen(path(), props.depth, () => false);
  return (
    <div class="json-node">
      <Toggle open={open()} onToggle={(next) => props.tree.toggle(path(), next)} />
      <span class="json-part" data-note={`${props.start} … ${props.end - 1}`} />
      <Show
        when={open()}
        fallback={
          <>
            <Closed
              text={props.tree.whole() ? membersText(props.members, props.start, props.end, WHOLE_TEXT) : ""}
              note=""
            />
            <Show when={props.tree.whole() && props.end < props.members.size}>
              <span class="json-hidden">,</span>
            </Show>
          </>
        }
      >
        <div class="json-children">
          <Members {...props} />
        </div>
      </Show>
    </div>
  );
}

function Inline(props: { members: JsonContainer }): JSX.Element {
  const indexes = () => Array.from({ length: props.members.size }, (_, index) => index);
  return (
    <>
      <span class="json-mark">{props.members.keys ? "{" : "["}</span>
      <Index each={indexes()}>
        {(index) => (
          <>
            <Show when={index() > 0}>
              <span class="json-mark">, </span>
            </Show>
            <Show when={props.members.keys}>
              <span class="json-key">{JSON.stringify(props.members.keys?.[index()])}</span>
              <span class="json-mark">: </span>
            </Show>
            <Primitive value={props.members.at(index())} />
          </>
        )}
      </Index>
      <span class="json-mark">{props.members.keys ? "}" : "]"}</span>
    </>
  );
}

function Primitive(props: { value: unknown }): JSX.Element {
  const text = createMemo(() => primitiveText(beginning(props.value)));
  const left = () => lengthOf(props.value, text()) - LONGEST_STRING;
  const cut = () => left() > WHOLE_TEXT - LONGEST_STRING;
  return (
    <span
      class={`json-${text().startsWith('"') ? "string" : "atom"}`}
      data-note={cut() ? `… ${left().toLocaleString("en")} more characters` : undefined}
    >
      {cut() ? text().slice(0, LONGEST_STRING) : text()}
    </span>
  );
}

/** Of a text that is cut anyway, no more than shows: a text of megabytes would hold the page. */
function beginning(value: unknown): unknown {
  return typeof value === "string" && value.length > WHOLE_TEXT ? value.slice(0, LONGEST_STRING) : value;
}

function lengthOf(value: unknown, text: string): number {
  return typeof value === "string" ? Math.max(value.length, text.length) : text.length;
}

function Toggle(props: { open: boolean; onToggle(open: boolean): void }): JSX.Element {
  return (
    <button
      type="button"
      class="json-toggle"
      aria-expanded={props.open}
      aria-label={props.open ? "Collapse" : "Expand"}
      onClick={() => props.onToggle(!props.open)}
    />
  );
}

function Closed(props: { text: string; note: string }): JSX.Element {
  return (
    <span class="json-closed" data-note={props.note}>
      <span class="json-hidden">{props.text}</span>
    </span>
  );
}

/** A short container of primitives stands on one line. */
function isInline(value: unknown, container: JsonContainer | null): boolean {
  if (!container || container.size > 20 || !jsonFits(value, LINE_TEXT)) return false;
  for (let index = 0; index < container.size; index++) {
    if (toContainer(container.at(index))) return false;
  }
  return true;
}

/** 1 shows each member; else the largest power of PART that leaves at most PART parts. */
function partSize(count: number): number {
  let size = 1;
  while (count / size > PART) size *= PART;
  return size;
}
