// The microphone: what is said into it, as a file, and in words why there is none.

export interface Recording {
  /** Ends it. Rejects with an Error whose message a person understands, if there is nothing to keep. */
  finish(): Promise<File>;
  discard(): void;
}

/** Rejects with an Error whose message a person understands. */
export async function startRecording(): Promise<Recording> {
  // Typed as if they were always there; a page that is not secure has no devices.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Error("The browser gives a microphone only to pages with https.");
  if (typeof MediaRecorder === "undefined") throw new Error("This browser cannot record.");
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch (error) {
    throw new Error(microphoneProblem(error), { cause: error });
  }
  const release = (): void => stream.getTracks().forEach((track) => track.stop());
  try {
    return record(stream, release);
  } catch (error) {
    release();
    throw new Error("This browser cannot record.", { cause: error });
  }
}

function record(stream: MediaStream, release: () => void): Recording {
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  // Also when the microphone is pulled out.
  const ended = new Promise<void>((resolve) => recorder.addEventListener("stop", () => resolve(), { once: true }));
  recorder.start();
  const stop = (): void => {
    if (recorder.state !== "inactive") recorder.stop();
    release();
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

function microphoneProblem(error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return "The microphone was refused. Allow it for this site in the browser's settings, then try again.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "There is no microphone here.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone cannot be used now: another program may have it.";
    default:
      return `The microphone cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
