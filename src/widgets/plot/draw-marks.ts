// Draws lines, bars and points on the canvas of a plot: all of a series as one path, so that a hundred thousand points take
// a few frames at most.

import type { Look, Shape } from "./colors.ts";
import type { PlotData, Series } from "./plot-data.ts";
import { stack } from "./stack.ts";
import { thin } from "./thin.ts";

export interface Canvas {
  readonly context: CanvasRenderingContext2D;
  /** From values to pixels of the canvas. */
  toX(x: number): number;
  toY(y: number): number;
  /** Pixels of the canvas in one of CSS. */
  readonly ratio: number;
}

/** A line of more points is drawn as its ends in each column of pixels: stroking them all takes minutes. */
const MOST_IN_FULL = 4000;

/** What is drawn with: the colors are resolved. */
export type Pen = Look;

export function drawLines(canvas: Canvas, { series }: PlotData, pens: readonly Pen[]): void {
  const { context, ratio } = canvas;
  context.lineJoin = "round";
  for (const [index, each] of series.entries()) {
    const pen = pens[index];
    if (!pen) continue;
    context.strokeStyle = pen.color;
    context.lineWidth = 2 * ratio;
    context.setLineDash(pen.dash.map((length) => length * ratio));
    context.stroke(linePath(canvas, each.points.length > MOST_IN_FULL ? thin(each, canvas.toX) : each));
    context.setLineDash([]);
    // What stands between two gaps is no line, and few points are worth seeing.
    drawShapes(canvas, each.points.length <= 40 ? each : alone(each), pen, 2.5);
  }
}

export function drawBars(canvas: Canvas, data: PlotData, pens: readonly Pen[], width: number): void {
  const { context, toX, toY, ratio } = canvas;
  const pixels = Math.abs(toX(width) - toX(0));
  const gap = Math.min(0.2 * pixels, 16 * ratio);
  const thick = Math.max(1, Math.min(pixels - gap, 72 * ratio));
  for (const { series, x, from, to } of stack(data.series)) {
    context.fillStyle = pens[series]?.color ?? "";
    const [top, bottom] = [toY(Math.max(from, to)), toY(Math.min(from, to))];
    // A hairline of the ground between two on top of each other.
    const seam = from === 0 ? 0 : Math.min(ratio, (bottom - top) / 2);
    context.fillRect(toX(x) - thick / 2, top, thick, bottom - top - (to > from ? seam : 0));
  }
}

export function drawPoints(canvas: Canvas, { series }: PlotData, pens: readonly Pen[]): void {
  const count = series.reduce((sum, { points }) => sum + points.length, 0);
  const radius = count > 20_000 ? 1.25 : count > 2000 ? 2 : 3.5;
  canvas.context.globalAlpha = count > 2000 ? 0.55 : 0.85;
  for (const [index, each] of series.entries()) {
    const pen = pens[index];
    if (pen) drawShapes(canvas, each, pen, radius);
  }
  canvas.context.globalAlpha = 1;
}

function linePath({ toX, toY }: Canvas, { points }: Series): Path2D {
  const path = new Path2D();
  let isDown = false;
  for (const { x, y } of points) {
    if (y === null) isDown = false;
    else if (isDown) path.lineTo(toX(x), toY(y));
    else {
      path.moveTo(toX(x), toY(y));
      isDown = true;
    }
  }
  return path;
}

/** Points without a neighbour that a line would lead to. */
function alone({ name, points }: Series): Series {
  const isGap = (index: number) => (points[index]?.y ?? null) === null;
  return { name, points: points.filter((_, index) => isGap(index - 1) && isGap(index + 1)) };
}

function drawShapes(
  { context, toX, toY, ratio }: Canvas,
  { points }: Series,
  { color, shape }: Pen,
  radius: number,
): void {
  const path = new Path2D();
  for (const { x, y, size } of points) {
    if (y !== null)
      addShape(path, shape, { x: toX(x), y: toY(y), radius: ratio * radius * (1 + 1.5 * Math.sqrt(size)) });
  }
  context.fillStyle = color;
  context.fill(path);
}

/** All of about the same area. */
function addShape(
  path: Path2D,
  shape: Shape,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  switch (shape) {
    case "circle":
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 2 * Math.PI);
      return;
    case "square":
      path.rect(x - 0.89 * radius, y - 0.89 * radius, 1.78 * radius, 1.78 * radius);
      return;
    case "triangle":
      path.moveTo(x, y - 1.4 * radius);
      path.lineTo(x + 1.3 * radius, y + 0.9 * radius);
      path.lineTo(x - 1.3 * radius, y + 0.9 * radius);
      path.closePath();
      return;
    case "diamond":
      path.moveTo(x, y - 1.3 * radius);
      path.lineTo(x + 1.3 * radius, y);
      path.lineTo(x, y + 1.3 * radius);
      path.lineTo(x - 1.3 * radius, y);
      path.closePath();
  }
}
