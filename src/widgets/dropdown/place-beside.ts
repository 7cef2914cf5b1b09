// Puts what opens in the top layer below the field that it belongs to, as wide as that; above it where there is more room.

const gapPx = 4;
const edgePx = 8;
const wantedPx = 320;

export function placeBeside(panel: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom - gapPx - edgePx;
  const above = top - gapPx - edgePx;
  const isBelow = below >= Math.min(wantedPx, above);
  Object.assign(panel.style, {
    left: `${left}px`,
    width: `${width}px`,
    top: isBelow ? `${bottom + gapPx}px` : "auto",
    bottom: isBelow ? "auto" : `${innerHeight - top + gapPx}px`,
    maxHeight: `${Math.max(80, Math.min(wantedPx, isBelow ? below : above))}px`,
  });
}
