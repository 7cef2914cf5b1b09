// The events that components have: Gradio's names, in camelCase.

export const eventNames = [
  "apply",
  "blur",
  "change",
  "clear",
  "click",
  "collapse",
  "copy",
  "delete",
  "doubleClick",
  "download",
  "edit",
  "end",
  "exampleSelect",
  "expand",
  "focus",
  "input",
  "keyUp",
  "like",
  "load",
  "optionSelect",
  "pause",
  "pauseRecording",
  "play",
  "previewClose",
  "previewOpen",
  "release",
  "retry",
  "select",
  "startRecording",
  "stop",
  "stopRecording",
  "stream",
  "submit",
  "tick",
  "undo",
  "upload",
] as const;

export type EventName = (typeof eventNames)[number];

export function isEventName(value: unknown): value is EventName {
  return eventNames.some((name) => name === value);
}
