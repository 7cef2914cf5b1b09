// What Interface returns, as a type: the editor shows it.

/** An app. Export it as the module's default. */
export interface App {
  /** Accepted because Gradio has it; does nothing, since an app here starts by itself. Returns the app. */
  launch(): App;
}
