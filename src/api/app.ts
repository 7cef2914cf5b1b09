// What Interface returns, as a type: the editor shows it.

/** An app. Export it as the module's default. */
export interface App {
  /** Accepted because Gradio has it; does nothing, since an app here starts by itself. Returns the app. */
  launch(options?: object): this;
  /** Accepted because Gradio has it; does nothing: `concurrencyLimit` says how many calls run at once. Returns the app. */
  queue(options?: object): this;
  /**
   * Puts this app, as it is, into the gr.Blocks whose callback runs.
   *
   * @returns The app.
   * @throws DeclarationError outside of such a callback.
   */
  render(): this;
}
