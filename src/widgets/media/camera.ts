// The camera: what it shows, a picture of that, and in words why there is none.

/** Rejects with an Error whose message a person understands. */
export async function openCamera(): Promise<MediaStream> {
  // Typed as if it were always there; a page that is not secure has none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Error("The browser gives a camera only to pages with https.");
  try {
    return await devices.getUserMedia({ video: { width: { ideal: 1920 } }, audio: false });
  } catch (error) {
    throw new Error(cameraProblem(error), { cause: error });
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the camera sees now, as a PNG. */
export async function takePicture(video: HTMLVideoElement, mirror: boolean): Promise<File> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) throw new Error("The camera shows nothing yet. Try again in a moment.");
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (mirror) context?.setTransform(-1, 0, 0, 1, width, 0);
  context?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new File([blob], "webcam.png", { type: blob.type });
}

function cameraProblem(error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return "The camera was refused. Allow it for this site in the browser's settings, then try again.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "There is no camera here.";
    case "NotReadableError":
    case "AbortError":
      return "The camera cannot be used now: another program may have it.";
    default:
      return `The camera cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
