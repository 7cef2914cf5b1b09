// A component of a chat, with its events.

/** A listener's options are checked where it is made; here they are what they are. */
export type ChatSource = Readonly<
  Record<
    | "change"
    | "clear"
    | "click"
    | "edit"
    | "exampleSelect"
    | "like"
    | "optionSelect"
    | "retry"
    | "stop"
    | "submit"
    | "undo",
    unknown
  >
>;
