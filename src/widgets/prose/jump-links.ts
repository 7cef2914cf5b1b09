// Links within a text: they move to a heading of the same text, or to what has that id. The page's address, which says what is open, stays.

export function followJumpLink(event: Event): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Element)) return;
  if (!(currentTarget instanceof Element || currentTarget instanceof ShadowRoot)) return;
  const link = target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const anchor = decode(link.getAttribute("href")?.slice(1) ?? "");
  const heading = [...currentTarget.querySelectorAll<HTMLElement>("[data-anchor], [id]")].find(
    (each) => each.dataset["anchor"] === anchor || each.id === anchor,
  );
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No escapes then, but a text with a percent sign.
    return text;
  }
}
