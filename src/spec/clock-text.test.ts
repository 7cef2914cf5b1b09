import { afterEach, expect, test, vi } from "vitest";
import { isTimeZone, readTime, writeTime } from "./clock-text.ts";

afterEach(() => void vi.useRealTimers());

test.each([
  ["2024-05-31 18:30:00", "Europe/Paris", "2024-05-31T16:30:00.000Z"],
  ["2024-1-5T9:05", "Asia/Tokyo", "2024-01-05T00:05:00.000Z"],
  ["2024-05-31", "UTC", "2024-05-31T00:00:00.000Z"],
  ["0033-04-03 15:00:00.5", "UTC", "0033-04-03T15:00:00.000Z"],
])("%s in %s is %s", (text, zone, iso) => {
  expect(readTime(text, zone, true)?.toISOString()).toBe(iso);
});

test("what is written is read again, around changes of the clocks too", () => {
  for (const zone of ["Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", null]) {
    for (let hour = 0; hour < 24 * 366; hour += 7) {
      const time = new Date(Date.UTC(2024, 0, 1, hour, 30));
      const text = writeTime(time, zone, true);
      const read = readTime(text, zone, true);
      // An hour that comes twice has one text for two moments.
      expect(read && writeTime(read, zone, true)).toBe(text);
      expect(Math.abs(Number(read) - time.getTime())).toBeLessThanOrEqual(3_600_000);
    }
  }
});

test("now, and a while ago", () => {
  vi.useFakeTimers({ now: Date.UTC(2024, 5, 15, 12) });
  const agoMs = (text: string) => Date.now() - Number(readTime(text, null, true));
  expect(agoMs("now")).toBe(0);
  expect(agoMs("Now - 2h")).toBe(7_200_000);
  expect(agoMs("now-1d")).toBe(86_400_000);
});

test.each([
  "",
  "2024-02-30",
  "2023-02-29",
  "2024-13-01",
  "2024-05-31 24:00",
  "2024-05-31 10:60",
  "31.5.2024",
  "now - 5y",
])("%j is no time", (text) => {
  expect(readTime(text, null, true)).toBeNull();
});

test("a date alone has no time in it", () => {
  expect(readTime("2024-05-31 10:00", "UTC", false)).toBeNull();
  expect(writeTime(new Date(0), "UTC", false)).toBe("1970-01-01");
});

test("time zones are known by name", () => {
  expect(["Europe/Paris", null, "Mars/Olympus", 2].map(isTimeZone)).toEqual([true, true, false, false]);
});
