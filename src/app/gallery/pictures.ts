// Pictures for the gallery: drawn here, so that nothing has to be loaded.

/** A ball on a coloured ground. */
export function ball(hue: number, width = 320, height = 240): string {
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) / 3];
  return (
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="hsl(${hue} 40% 84%)"/>` +
    `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${hue} 50% 45%)"/></svg>`
  );
}
