// Cells as spreadsheets exchange them over the clipboard: tab-separated lines, in which a text with a tab, a line break or a
// quote stands in quotes.

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join("\t")).join("\n");
}

export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  // A cell and what follows it.
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (const [whole, quoted, plain, end] of text.matchAll(pattern)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (whole === "" || end === "") break;
    if (end !== "\t") rows.push([]);
  }
  // Spreadsheets end the last line, too.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

function quote(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
