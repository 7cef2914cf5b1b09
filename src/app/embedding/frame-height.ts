// How high the frame around this page must be for the app in it to need no scrolling.

/** Long enough for what changes together to be measured once. */
const restMs = 50;

/** Calls at once, and whenever it changes. Returns what ends that. */
export function watchHeight(onHeight: (px: number) => void): () => void {
  let last = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const measure = (): void => {
    resting = undefined;
    const px = neededHeight();
    if (px === null || px === last) return;
    last = px;
    onHeight(px);
  };
  // Frames that are out of sight are not drawn, and nobody says there that a size has changed; a timer runs all the same.
  const soon = (): void => void (resting ??= setTimeout(measure, restMs));
  const sizes = new ResizeObserver(soon);
  const changes = new MutationObserver(() => {
    for (const element of [scroller(), scroller()?.firstElementChild]) if (element) sizes.observe(element);
    soon();
  });
  changes.observe(document.body, { childList: true, subtree: true });
  measure();
  soon();
  return () => {
    clearTimeout(resting);
    sizes.disconnect();
    changes.disconnect();
  };
}

function scroller(): Element | null {
  return document.querySelector(".users-scroll");
}

/** All but the part that scrolls has its own height already. null: there is nothing to see yet. */
function neededHeight(): number | null {
  const scrolls = scroller();
  if (!scrolls) return null;
  const content = [...scrolls.children].reduce((sum, each) => sum + (each as HTMLElement).offsetHeight, 0);
  return Math.ceil(innerHeight - scrolls.clientHeight + content);
}
