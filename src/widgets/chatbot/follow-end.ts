// Keeps the end of what scrolls in sight as it grows, unless the reader has scrolled up to read.

import { createSignal, onCleanup, onMount } from "solid-js";
import type { Accessor } from "solid-js";

/** Who is so near to the end means the end. */
const nearPx = 40;

export interface EndFollower {
  /** Whether the end is in sight, so that it is followed. */
  readonly following: Accessor<boolean>;
  toEnd(): void;
}

export function followEnd(
  elements: () => { readonly scroll: HTMLElement | undefined; readonly content: HTMLElement | undefined },
  enabled: () => boolean,
): EndFollower {
  const [following, setFollowing] = createSignal(true);
  let lastTop = 0;
  function toEnd(): void {
    const { scroll } = elements();
    setFollowing(true);
    scroll?.scrollTo({ top: scroll.scrollHeight });
  }
  onMount(() => {
    const { scroll, content } = elements();
    if (!scroll || !content) return;
    // Only the reader goes up. Told of a scroll to the end, it may have grown meanwhile, and be elsewhere.
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroll;
      const isNear = scrollHeight - scrollTop - clientHeight < nearPx;
      if (isNear || scrollTop < lastTop) setFollowing(isNear);
      lastTop = scrollTop;
    };
    scroll.addEventListener("scroll", onScroll, { passive: true });
    const observer = new ResizeObserver(() => {
      if (enabled() && following()) toEnd();
    });
    observer.observe(content);
    onCleanup(() => {
      scroll.removeEventListener("scroll", onScroll);
      observer.disconnect();
    });
  });
  return { following, toEnd };
}
