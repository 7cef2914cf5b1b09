// The languages that code can be coloured in. Each is a chunk of its own, loaded when the first code of it shows.

import { LanguageSupport, StreamLanguage, type StreamParser } from "@codemirror/language";
import type { CodeLanguage } from "../../spec/code-language.ts";

type Load = () => Promise<LanguageSupport>;

const loaders: Readonly<Record<CodeLanguage, Load>> = {
  c: cpp,
  cpp,
  css: async () => (await import("@codemirror/lang-css")).css(),
  dockerfile: async () => stream((await import("@codemirror/legacy-modes/mode/dockerfile")).dockerFile),
  html: async () => (await import("@codemirror/lang-html")).html(),
  javascript: () => javascript({ jsx: true }),
  jinja2: async () => stream((await import("@codemirror/legacy-modes/mode/jinja2")).jinja2),
  json: async () => (await import("@codemirror/lang-json")).json(),
  latex: async () => stream((await import("@codemirror/legacy-modes/mode/stex")).stex),
  markdown: async () => (await import("@codemirror/lang-markdown")).markdown(),
  python: async () => (await import("@codemirror/lang-python")).python(),
  r: async () => stream((await import("@codemirror/legacy-modes/mode/r")).r),
  shell: async () => stream((await import("@codemirror/legacy-modes/mode/shell")).shell),
  sql: sql("StandardSQL"),
  "sql-cassandra": sql("Cassandra"),
  "sql-esper": sql("StandardSQL"),
  "sql-gpSQL": sql("PostgreSQL"),
  "sql-gql": sql("StandardSQL"),
  "sql-hive": sql("StandardSQL"),
  "sql-mariaDB": sql("MariaSQL"),
  "sql-msSQL": sql("MSSQL"),
  "sql-mySQL": sql("MySQL"),
  "sql-pgSQL": sql("PostgreSQL"),
  "sql-plSQL": sql("PLSQL"),
  "sql-sparkSQL": sql("StandardSQL"),
  "sql-sqlite": sql("SQLite"),
  typescript: () => javascript({ jsx: true, typescript: true }),
  yaml: async () => (await import("@codemirror/lang-yaml")).yaml(),
};

/** What people write in Markdown for them, besides their names. */
const aliases: Readonly<Record<string, CodeLanguage>> = {
  bash: "shell",
  "c++": "cpp",
  console: "shell",
  docker: "dockerfile",
  h: "c",
  hpp: "cpp",
  htm: "html",
  jinja: "jinja2",
  js: "javascript",
  jsonc: "json",
  jsx: "javascript",
  md: "markdown",
  postgres: "sql-pgSQL",
  postgresql: "sql-pgSQL",
  py: "python",
  sh: "shell",
  tex: "latex",
  ts: "typescript",
  tsx: "typescript",
  xml: "html",
  yml: "yaml",
  zsh: "shell",
};

const loaded = new Map<string, LanguageSupport>();

/** A language that has been loaded before. */
export function knownLanguage(name: string): LanguageSupport | null {
  return loaded.get(nameOf(name)) ?? null;
}

/** null: there is none of that name. */
export async function loadLanguage(name: string): Promise<LanguageSupport | null> {
  const ours = nameOf(name);
  if (!Object.hasOwn(loaders, ours)) return null;
  const language = loaded.get(ours) ?? (await loaders[ours as CodeLanguage]());
  loaded.set(ours, language);
  return language;
}

function nameOf(name: string): string {
  const lower = name.toLowerCase();
  if (Object.hasOwn(aliases, lower)) return aliases[lower] ?? lower;
  return Object.keys(loaders).find((known) => known.toLowerCase() === lower) ?? lower;
}

async function cpp(): Promise<LanguageSupport> {
  return (await import("@codemirror/lang-cpp")).cpp();
}

async function javascript(options: { readonly jsx: boolean; readonly typescript?: boolean }): Promise<LanguageSupport> {
  return (await import("@codemirror/lang-javascript")).javascript(options);
}

function sql(
  dialect: "Cassandra" | "MariaSQL" | "MSSQL" | "MySQL" | "PLSQL" | "PostgreSQL" | "SQLite" | "StandardSQL",
): Load {
  return async () => {
    const module = await import("@codemirror/lang-sql");
    return module.sql({ dialect: module[dialect] });
  };
}

function stream<State>(parser: StreamParser<State>): LanguageSupport {
  return new LanguageSupport(StreamLanguage.define(parser));
}
