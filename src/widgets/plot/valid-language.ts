// As it loads, uPlot asks for a formatter of numbers in the browser's language, which fails where that is no language tag:
// "C", for one, of a system that was told no language. To be imported before it.

try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en", configurable: true });
}
