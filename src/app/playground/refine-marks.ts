// Corrects the chips by what the running module turned out to hold: from the text alone, data and what is loaded once
// often look the same.

import type { StateMark } from "../../protocol/compiled.ts";
import type { Build } from "./builds.ts";

export function refineMarks({ program, reports }: Pick<Build, "program" | "reports">): readonly StateMark[] {
  const found = new Map(reports.map((report) => [report.key, report]));
  const keys = new Map(program.variables.map((variable) => [variable.name, variable.key]));
  return program.marks.map((mark) => {
    if (mark.kind === "session" || mark.kind === "browser") return mark;
    const report = found.get(keys.get(mark.name) ?? "");
    if (!report) return mark;
    if (report.kind === "once") return { ...mark, kind: "once", why: report.why };
    return mark.kind === "once" ? { ...mark, kind: "global", why: "it turned out to hold data" } : mark;
  });
}
