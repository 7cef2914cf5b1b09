// Colours as "#rrggbb": from the ways of writing them that Gradio knows. Opaque ones only, since a picker shows no others.

export function toHexColor(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 100) return null;
  const text = value.trim().toLowerCase();
  const hex = /^#?(?:([\da-f]{3})f?|([\da-f]{6})(?:ff)?)$/.exec(text);
  if (hex) return `#${hex[2] ?? (hex[1] ?? "").replace(/./g, "$&$&")}`;
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+(?:1|1\.0+|100%))?\s*\)$/.exec(text);
  const parts = rgb?.slice(1).map(Number);
  if (!parts?.every((part) => part <= 255)) return null;
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}
