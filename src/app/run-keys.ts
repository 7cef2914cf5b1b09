// The keys for Run: Ctrl+Enter, on Apple's machines ⌘+Enter.

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

export const runKeys = apple ? { shown: "⌘↵", aria: "Meta+Enter" } : { shown: "Ctrl+↵", aria: "Control+Enter" };

export function isRunKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing;
}
