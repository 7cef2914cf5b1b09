// Hands code to the person as a file, named after its language.

const extensions: Readonly<Record<string, string>> = {
  c: "c",
  cpp: "cpp",
  css: "css",
  dockerfile: "dockerfile",
  html: "html",
  javascript: "js",
  jinja2: "j2",
  json: "json",
  latex: "tex",
  markdown: "md",
  python: "py",
  r: "r",
  shell: "sh",
  typescript: "ts",
  yaml: "yaml",
};

export function download(text: string, language: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `code.${extensions[language] ?? (language.startsWith("sql") ? "sql" : "txt")}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
