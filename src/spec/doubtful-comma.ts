// A comma that one reader takes for the decimal point and another for a separator of thousands: 1,000 is one or a thousand.

/** Neither may be guessed: a wrong guess is wrong by a factor of a thousand, and silently. */
export function hasDoubtfulComma(text: string): boolean {
  return /^\s*[+\-−]?[1-9]\d{0,2},\d{3}\s*$/.test(text);
}

/** The two ways to write it that leave no doubt. */
export function withoutDoubt(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.replace(",", "")} or ${trimmed.replace(",", ".")}`;
}
