// How large a file is, as a person says it.

/** "0 bytes", "812 bytes", "1.2 KB", "500 MB". Thousands, as file managers count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte${bytes === 1 ? "" : "s"}`;
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** power;
  return `${size < 10 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)} ${["", "KB", "MB", "GB", "TB"][power] ?? ""}`;
}
