// Evaluates the person's module: from a blob, since the frame may load nothing else.

import { moduleUrl } from "./stack-frames.ts";

export interface ModuleLoader {
  evaluate(code: string): Promise<Readonly<Record<string, unknown>>>;
  /** Under which names the module appears in stacks. */
  urls(): readonly string[];
}

export function createModuleLoader(): ModuleLoader {
  const urls = [moduleUrl];
  return {
    async evaluate(code) {
      const blob = new Blob([code, `\n//# sourceURL=${moduleUrl}`], { type: "text/javascript" });
      const url = URL.createObjectURL(blob);
      urls.push(url);
      try {
        const exports: unknown = await import(/* @vite-ignore */ url);
        return exports as Readonly<Record<string, unknown>>;
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    urls: () => urls,
  };
}
