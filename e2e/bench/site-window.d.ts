// What probe.mjs puts into the pages of the built site.

export interface Probe {
  /** When transactions that write were begun; as all times here in milliseconds since 1970. */
  readonly storing: number[];
  now(): number;
  /** Resolves in the very change of the page that makes it true. */
  until(condition: () => boolean): Promise<void>;
  /** The app takes input. */
  ready(): boolean;
  /** When the last pause in typing was over. */
  pauseEnd(): number;
  /** Whether the JSON output holds a text. */
  shows(text: string): boolean;
  labels(): string[];
  /** Presses a button of that name as soon as it can be pressed. */
  press(name: string): Promise<void>;
  sees(button: string): boolean;
  /** Types into the app's only field. */
  type(text: string): void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}
