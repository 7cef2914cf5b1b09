// The keys for Run: Ctrl+Enter, on Apple's machines ⌘+Enter; and those with which Tab leaves the editor.

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

export const runKeys = apple ? { shown: "⌘↵", aria: "Meta+Enter" } : { shown: "Ctrl+↵", aria: "Control+Enter" };

/** Monaco's own. */
export const leaveKeys = apple ? "⌃⇧M" : "Ctrl+M";

export function isRunKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing;
}
