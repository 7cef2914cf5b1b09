// The camera or the microphone, once the person allows it; in words, why it is not there.

export type Device = "camera" | "microphone";

/** Rejects with an Error whose message a person understands. */
export async function openDevice(device: Device, constraints: MediaStreamConstraints): Promise<MediaStream> {
  // Typed as if it were always there; a page that is not secure has none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Error(`The browser gives a ${device} only to pages with https.`);
  try {
    return await devices.getUserMedia(constraints);
  } catch (error) {
    throw new Error(problemWith(device, error), { cause: error });
  }
}

export function closeDevice(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function problemWith(device: Device, error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return `The ${device} was refused. Allow it for this site in the browser's settings, then try again.`;
    case "NotFoundError":
    case "OverconstrainedError":
      return `There is no ${device} here.`;
    case "NotReadableError":
    case "AbortError":
      return `The ${device} cannot be used now: another program may have it.`;
    default:
      return `The ${device} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
