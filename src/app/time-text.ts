// Times in words as short as they can be.

/** How long something took: "0.9 ms", "120 ms", "3.1 s", "2 min 5 s". */
export function durationText(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How long ago something was: "now", "4 s", "12 min", "3 h", "5 d". */
export function agoText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 2) return "now";
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** When something was, for a list: "now", "12 min ago", "3 d ago", and of what is longer ago the day. */
export function dayText(time: number, now: number): string {
  const ago = Math.max(0, now - time);
  if (ago < 2000) return "now";
  if (ago < 7 * 86_400_000) return `${agoText(ago)} ago`;
  const thisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Date(time).toLocaleDateString("en", {
    month: "short",
    day: "numeric",
    ...(thisYear ? {} : { year: "numeric" }),
  });
}
