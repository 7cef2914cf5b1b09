/** Does something once the page has nothing to do: within two seconds, or soon where the browser does not say (Safari). */
export function whenIdle(action: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 200);
}
