// Which cells are selected: from where it began to where it is now. Rows are counted as they are seen; -1 is the header.

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: Position;
  /** The cell that keys act on. */
  readonly head: Position;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

/** Both ends belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function areaOf({ anchor, head }: Selection): Area {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function inArea({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The nearest place that there is, or null in a table without columns. */
export function clamp({ row, column }: Position, { rows, columns }: Bounds): Position | null {
  if (columns === 0) return null;
  return { row: Math.max(-1, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}

/** Where a key leads, or null if it leads nowhere. */
export function move(
  from: Position,
  key: string,
  { far, page, bounds }: { far: boolean; page: number; bounds: Bounds },
): Position | null {
  const { row, column } = from;
  const [lastRow, lastColumn] = [bounds.rows - 1, bounds.columns - 1];
  switch (key) {
    case "ArrowUp":
      return { row: far && row > 0 ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: far ? lastRow : row + 1, column };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: far ? lastColumn : column + 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? lastRow : row, column: lastColumn };
    case "PageUp":
      return { row: row <= 0 ? row : Math.max(0, row - page), column };
    case "PageDown":
      return { row: Math.max(0, row) + page, column };
    default:
      return null;
  }
}
