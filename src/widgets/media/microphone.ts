// The microphone: what is said into it, as a file.

import { closeDevice, openDevice } from "./open-device.ts";

export interface Recording {
  /** Ends it. Rejects with an Error whose message a person understands, if there is nothing to keep. */
  finish(): Promise<File>;
  discard(): void;
}

/** Rejects with an Error whose message a person understands. */
export async function startRecording(): Promise<Recording> {
  if (typeof MediaRecorder === "undefined") throw new Error("This browser cannot record.");
  const stream = await openDevice("microphone", { audio: true });
  try {
    return record(stream);
  } catch (error) {
    closeDevice(stream);
    throw new Error("This browser cannot record.", { cause: error });
  }
}

function record(stream: MediaStream): Recording {
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  // Also when the microphone is pulled out.
  const ended = new Promise<void>((resolve) => recorder.addEventListener("stop", () => resolve(), { once: true }));
  recorder.start();
  const stop = (): void => {
    if (recorder.state !== "inactive") recorder.stop();
    closeDevice(stream);
  };
  return {
    async finish() {
      stop();
      await ended;
      // Without the codec, which says more than a type of files does.
      const [type = "audio/webm"] = recorder.mimeType.split(";");
      const file = new File(chunks, `recording.${endingOf(type)}`, { type });
      if (file.size === 0) throw new Error("Nothing was recorded. Try again.");
      return file;
    },
    discard: stop,
  };
}

function endingOf(type: string): string {
  const [, subtype = "webm"] = type.split("/");
  return subtype === "mp4" ? "m4a" : subtype;
}
