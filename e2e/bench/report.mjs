// From samples to rows, and from rows to a table.

/**
 * @typedef {object} Row
 * @property {string} row
 * @property {string} unit Of the samples: ms, characters, or what is counted
 * @property {number} ours The median of the samples
 * @property {number | null} floor
 * @property {number | null} ratio
 * @property {number | null} target For `ratio`, or for `ours` where there is no floor; null: shown only
 * @property {boolean | null} met
 * @property {number} samples
 * @property {number} p95 Of ours
 * @property {number | null} floorP95
 * @property {boolean} ranked
 * @property {string} note
 */

/**
 * @param {string} row
 * @param {{ ours: readonly number[], floor: readonly number[] }} samples
 * @param {number | null} target null: shown, not ranked
 * @param {string} [note]
 * @returns {Row}
 */
export function ratioRow(row, { ours, floor }, target, note = "") {
  const ratio = percentile(ours, 50) / percentile(floor, 50);
  return {
    row,
    unit: "ms",
    ours: percentile(ours, 50),
    floor: percentile(floor, 50),
    ratio,
    target,
    met: target === null ? null : ratio <= target,
    samples: Math.min(ours.length, floor.length),
    p95: percentile(ours, 95),
    floorP95: percentile(floor, 95),
    ranked: target !== null,
    note,
  };
}

/**
 * @param {string} row
 * @param {readonly number[]} ours
 * @param {number | null} target In milliseconds; null: shown, not ranked
 * @param {string} [note]
 * @returns {Row}
 */
export function timeRow(row, ours, target, note = "") {
  const p50 = percentile(ours, 50);
  return {
    row,
    unit: "ms",
    ours: p50,
    floor: null,
    ratio: null,
    target,
    met: target === null ? null : p50 <= target,
    samples: ours.length,
    p95: percentile(ours, 95),
    floorP95: null,
    ranked: target !== null,
    note,
  };
}

/**
 * What is counted is the same however busy the machine is.
 * @param {string} row
 * @param {number} count
 * @param {number} target At most so many
 * @param {string} unit
 * @param {string} [note]
 * @returns {Row}
 */
export function countRow(row, count, target, unit, note = "") {
  return {
    row,
    unit,
    ours: count,
    floor: null,
    ratio: null,
    target,
    met: count <= target,
    samples: 1,
    p95: count,
    floorP95: null,
    ranked: true,
    note,
  };
}

/** @param {readonly Row[]} rows */
export function toTable(rows) {
  const cells = rows.map(({ row, unit, ours, p95, floor, floorP95, ratio, target, met, samples, note }) => [
    row,
    `${short(ours)} / ${short(p95)}`,
    floor === null || floorP95 === null ? "" : `${short(floor)} / ${short(floorP95)}`,
    unit,
    ratio === null ? "" : `${ratio.toFixed(2)} ×`,
    target === null ? "not ranked" : ratio === null ? `≤ ${target} ${unit}` : `≤ ${target} ×`,
    met === null ? "" : met ? "met" : "MISSED",
    String(samples),
    note,
  ]);
  const head = ["row", "ours p50 / p95", "floor p50 / p95", "", "ratio", "target", "", "samples", ""];
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => (line[column] ?? "").length)));
  return [head, ...cells]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {readonly number[]} values @param {number} percent */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  if (value === undefined) throw new Error("A row has no samples.");
  return value;
}

/** @param {number} value */
function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
