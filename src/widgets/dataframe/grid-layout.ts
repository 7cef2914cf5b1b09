// Which rows and columns of a grid are drawn, and where: only what is in sight and a little around it.

import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import type { Accessor } from "solid-js";
import { numberProp } from "../component-props.ts";
import type { WidgetProps } from "../widget.ts";
import { columnWidths, contentWidths } from "./column-widths.ts";
import type { GridData } from "./grid-data.ts";
import { createRowHeights } from "./row-heights.ts";
import type { Position } from "./selection.ts";
import { isSameStretch, scrollInto, type Stretch, stretchIn, unevenTrack } from "./track.ts";

/** Browsers make nothing higher than about 17 million pixels. */
const MAX_BODY = 15_000_000;
/** However high a program wants it: each row is drawn. */
const MAX_HEIGHT = 4000;
const DEFAULT_HEIGHT = 500;
/** Rows and columns that are drawn around what is in sight. */
const AROUND = { rows: 6, columns: 2 };

export interface GridLayout {
  /** To be called with the element that scrolls. */
  attach(scroller: HTMLElement): void;
  onScroll(): void;
  readonly rowHeight: Accessor<number>;
  readonly maxHeight: Accessor<number>;
  /** Rows that can be scrolled to; the table may have more than a browser can. */
  readonly reachable: Accessor<number>;
  readonly rows: Accessor<readonly number[]>;
  /** Pixels above the first drawn row and below the last. */
  readonly space: Accessor<{ readonly above: number; readonly below: number }>;
  /** Of the column of row numbers; 0 without one. */
  readonly gutter: Accessor<number>;
  /** Of all columns and the gutter. */
  readonly width: Accessor<number>;
  /** Columns that stay, and those that scroll. */
  readonly pinned: Accessor<readonly number[]>;
  readonly scrolled: Accessor<readonly number[]>;
  /** Pixels before a column. */
  left(column: number): number;
  page(): number;
  /** Keeps on until the cell is in sight: rows on the way may turn out to be higher than they were taken for. */
  scrollTo(at: Position): void;
  /** The person scrolls. */
  release(): void;
  /** For rows whose height follows from what is in them. */
  measure(element: HTMLElement, row: number): void;
}

interface Content {
  readonly names: string;
  readonly widths: readonly number[];
}

const noContent: Content = { names: "", widths: [] };

export function createGridLayout(widget: WidgetProps, data: GridData, headRows: Accessor<number>): GridLayout {
  const [scroller, setScroller] = createSignal<HTMLElement>();
  const [view, setView] = createSignal({ top: 0, left: 0, height: 0, width: 0 });
  // Scrolling changes the view and not its width, which much depends on.
  const room = createMemo(() => view().width);
  const isCoarse = mediaQuery("(pointer: coarse)");
  const rowHeight = () => (isCoarse() ? 44 : 32);
  const headHeight = () => headRows() * rowHeight();
  const reachable = () => Math.min(data.rows(), Math.floor(MAX_BODY / rowHeight()));
  const gutter = () =>
    widget.component.props["showRowNumbers"] === true ? 24 + 8 * String(Math.max(1, data.rows())).length : 0;

  // While the names stay, no column gets narrower: values that come one after the other would make them jump.
  const content = createMemo<Content>((before) => {
    const table = data.wholeTable();
    const names = table.headers.join("\n");
    const widths = contentWidths(table, textMeasure(scroller()));
    if (names !== before.names) return { names, widths };
    return { names, widths: widths.map((width, column) => Math.max(width, before.widths[column] ?? 0)) };
  }, noContent);
  const columnTrack = createMemo(() => {
    const declared: unknown = widget.component.props["columnWidths"];
    return unevenTrack(columnWidths(content().widths, Array.isArray(declared) ? declared : [], room() - gutter()));
  });
  const left = (column: number) => gutter() + columnTrack().start(column);
  const width = () => left(columnTrack().count);
  // Where they would leave no room to scroll in, on a phone, all columns scroll.
  const pinned = createMemo(() => {
    const wanted = Math.min(numberProp(widget.component, "pinnedColumns") ?? 0, columnTrack().count);
    return left(wanted) > 0.7 * room() ? 0 : wanted;
  });

  const heights = createRowHeights({
    count: reachable,
    least: rowHeight,
    varies: () => widget.component.props["wrap"] === true,
    // Other widths, other rows: their texts break elsewhere.
    reset: () => [data.wholeTable(), data.sort(), width()],
  });
  const body = () => ({ from: view().top, to: view().top + Math.max(0, view().height - headHeight()) });
  const rowStretch = createMemo(() => stretchIn(heights.track(), body(), AROUND.rows), undefined, {
    equals: isSameStretch,
  });
  const columnStretch = createMemo(
    () => {
      const [from, to] = [view().left, view().left + view().width - gutter()];
      const { first, end } = stretchIn(columnTrack(), { from, to }, AROUND.columns);
      return { first: Math.max(pinned(), first), end: Math.max(pinned(), end) };
    },
    undefined,
    { equals: isSameStretch },
  );

  function look(): void {
    const element = scroller();
    if (!element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    setView({ top: scrollTop, left: Math.abs(scrollLeft), height: clientHeight, width: clientWidth });
  }

  let target: Position | null = null;
  createEffect(on(heights.track, () => target && reveal(target), { defer: true }));

  function reveal({ row, column }: Position): void {
    const element = scroller();
    if (!element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    const rows = { from: scrollTop, size: clientHeight - headHeight() };
    if (row >= 0) element.scrollTop = scrollInto(heights.track(), row, rows);
    if (column < pinned()) return;
    const before = left(pinned()) - gutter();
    const window = { from: Math.abs(scrollLeft) + before, size: clientWidth - gutter() - before };
    const x = scrollInto(columnTrack(), column, window) - before;
    element.scrollLeft = Math.sign(scrollLeft || 1) * x;
  }

  onMount(() => {
    const element = scroller();
    if (!element) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });

  return {
    attach: setScroller,
    onScroll: look,
    rowHeight,
    maxHeight: () => Math.min(MAX_HEIGHT, toPixels(widget.component.props["maxHeight"])),
    reachable,
    rows: createMemo(on(rowStretch, toIndexes)),
    space: () => {
      const [track, { first, end }] = [heights.track(), rowStretch()];
      return { above: track.start(first), below: track.start(track.count) - track.start(end) };
    },
    gutter,
    width,
    pinned: createMemo(() => toIndexes({ first: 0, end: pinned() })),
    scrolled: createMemo(on(columnStretch, toIndexes)),
    left,
    page: () => Math.max(1, Math.floor((view().height - headHeight()) / rowHeight()) - 1),
    scrollTo(at) {
      target = at;
      reveal(at);
    },
    release: () => void (target = null),
    measure: heights.measure,
  };
}

function toIndexes({ first, end }: Stretch): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function toPixels(height: unknown): number {
  const pixels = typeof height === "string" ? Number.parseFloat(height) : height;
  return typeof pixels === "number" && pixels > 0 ? pixels : DEFAULT_HEIGHT;
}

function textMeasure(like: HTMLElement | undefined): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => 8 * text.length;
  context.font = like?.isConnected ? getComputedStyle(like).font : "13px sans-serif";
  return (text) => context.measureText(text).width;
}

function mediaQuery(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const update = () => setMatches(list.matches);
  list.addEventListener("change", update);
  onCleanup(() => list.removeEventListener("change", update));
  return matches;
}
