// The camera: what it shows, and a picture of that.

import { openDevice } from "./open-device.ts";

/** Rejects with an Error whose message a person understands. */
export function openCamera(): Promise<MediaStream> {
  return openDevice("camera", { video: { width: { ideal: 1920 } }, audio: false });
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
