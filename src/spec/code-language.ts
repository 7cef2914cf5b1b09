// The languages of gr.Code, by Gradio's names.

export const codeLanguages = [
  "c",
  "cpp",
  "css",
  "dockerfile",
  "html",
  "javascript",
  "jinja2",
  "json",
  "latex",
  "markdown",
  "python",
  "r",
  "shell",
  "sql",
  "sql-cassandra",
  "sql-esper",
  "sql-gpSQL",
  "sql-gql",
  "sql-hive",
  "sql-mariaDB",
  "sql-msSQL",
  "sql-mySQL",
  "sql-pgSQL",
  "sql-plSQL",
  "sql-sparkSQL",
  "sql-sqlite",
  "typescript",
  "yaml",
] as const;

export type CodeLanguage = (typeof codeLanguages)[number];
