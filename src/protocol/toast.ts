// A message that code shows to the person beside its outputs: gr.Info, gr.Success, gr.Warning, gr.Error.

export interface ToastData {
  readonly tone: ToastTone;
  readonly title: string;
  /** Markdown, or HTML. */
  readonly message: string;
  /** How long it stays; null: until somebody puts it away. */
  readonly durationMs: number | null;
}

export type ToastTone = "info" | "success" | "warning" | "error";

export const toastLimits = { titleChars: 200, messageChars: 5000, durationMs: 24 * 60 * 60 * 1000 };
