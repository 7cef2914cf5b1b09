// What of a stranger's HTML may stand in this page. Scripts, event handlers and frames never do.

import DOMPurify, { type Config } from "dompurify";

type Settings = Config & { readonly RETURN_DOM_FRAGMENT: true };

/** Of styles that stand in text, those that can neither cover nor move anything. */
const textStyles = [
  "background-color",
  "color",
  "font-style",
  "font-weight",
  "text-align",
  "text-decoration-line",
  "vertical-align",
];

// These would open over the page, send something, or start by themselves.
const neverTags = ["form", "dialog"];
const neverAttributes = ["popover", "popovertarget", "popovertargetaction", "autoplay"];

const prose = {
  RETURN_DOM_FRAGMENT: true as const,
  USE_PROFILES: { html: true },
  // Styles, names and fields could dress up as the page itself.
  FORBID_TAGS: [...neverTags, "style", "input", "button", "textarea", "select"],
  FORBID_ATTR: [...neverAttributes, "class", "id", "name"],
} satisfies Settings;

/** For what stands in a shadow root, in a box that nothing leaves. */
const boxed = {
  RETURN_DOM_FRAGMENT: true as const,
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  FORBID_TAGS: neverTags,
  FORBID_ATTR: neverAttributes,
  // A style sheet at the start would else be lost.
  FORCE_BODY: true,
} satisfies Settings;

const proseCleaner = createCleaner();
proseCleaner.addHook("uponSanitizeAttribute", (_node, data) => {
  if (data.attrName === "style") data.attrValue = harmlessStyles(data.attrValue);
});
const boxedCleaner = createCleaner();

/** What may stand among the text of the page. */
export function sanitizeProse(html: string): DocumentFragment {
  return proseCleaner.sanitize(html, prose);
}

/** What may stand in a box of its own, styles included. */
export function sanitizeBoxed(html: string): DocumentFragment {
  return boxedCleaner.sanitize(html, boxed);
}

function createCleaner(): typeof DOMPurify {
  const cleaner = DOMPurify(window);
  cleaner.addHook("afterSanitizeAttributes", (node) => {
    if (node.localName !== "a" && node.localName !== "area") return;
    // The page's own address says what is open in it: a link within a text must not replace that, see `jump-links.ts`.
    const target = node.getAttribute("href") ?? node.getAttribute("xlink:href") ?? "";
    if (target.startsWith("#")) return node.removeAttribute("target");
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  });
  return cleaner;
}

function harmlessStyles(text: string): string {
  const { style } = document.createElement("i");
  style.cssText = text;
  const kept = textStyles.flatMap((name) => {
    const value = style.getPropertyValue(name);
    return value === "" || /url|var|env|attr/i.test(value) ? [] : [`${name}: ${value}`];
  });
  return kept.join("; ");
}
