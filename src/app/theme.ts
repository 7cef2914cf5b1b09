// Light or dark, where whoever shows this page in another one says so; else it is as the system is.

export type Theme = "light" | "dark";

export function isTheme(value: unknown): value is Theme {
  return value === "light" || value === "dark";
}

/** null: as the system. */
export function setTheme(theme: Theme | null): void {
  document.documentElement.style.colorScheme = theme ?? "";
  // For what is drawn on a canvas.
  dispatchEvent(new Event("themechange"));
}
