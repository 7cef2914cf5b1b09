// Moments as people write them: "2024-05-31 18:30:00" in some time zone, "now", "now - 5m".

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const relative = /^now(?:\s*-\s*(\d{1,9})\s*([dhms]))?$/;
const unitMs: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** null is the zone of this browser. */
export function readTime(text: string, zone: string | null, withTime: boolean): Date | null {
  const trimmed = text.trim().toLowerCase();
  const now = relative.exec(trimmed);
  if (now) return new Date(Date.now() - Number(now[1] ?? 0) * (unitMs[now[2] ?? ""] ?? 0));
  const found = pattern.exec(trimmed);
  if (!found || (!withTime && found[4] !== undefined)) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  // The 30th of February is none, nor is 25 o'clock.
  const isReal = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && wall.getUTCHours() === hour;
  if (!isReal || minute > 59 || second > 59) return null;
  // What the clock is ahead is known of moments only, so it is asked twice: near a change of the clocks it differs.
  const guess = wall.getTime() - aheadMs(wall, zone);
  return new Date(wall.getTime() - aheadMs(new Date(guess), zone));
}

export function writeTime(time: Date, zone: string | null, withTime: boolean): string {
  const wall = new Date(time.getTime() + aheadMs(time, zone)).toISOString();
  return withTime ? wall.slice(0, 19).replace("T", " ") : wall.slice(0, 10);
}

export function isTimeZone(value: unknown): boolean {
  if (value === null) return true;
  try {
    return typeof value === "string" && Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    // Intl knows no other way to say that it does not know one.
    return false;
  }
}

/** By how much a zone's clock is ahead of UTC at a moment. */
function aheadMs(time: Date, zone: string | null): number {
  if (zone === null) return -time.getTimezoneOffset() * 60_000;
  const whole = Math.floor(time.getTime() / 1000) * 1000;
  const parts = formatOf(zone).formatToParts(whole);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = new Date(0);
  wall.setUTCFullYear(of("year"), of("month") - 1, of("day"));
  return wall.setUTCHours(of("hour"), of("minute"), of("second")) - whole;
}

/** Making one takes as long as a thousand uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}
