import * as gr from "interstate";

function sepia(image: ImageData) {
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
    data[i] = 0.393 * r + 0.769 * g + 0.189 * b;
    data[i + 1] = 0.349 * r + 0.686 * g + 0.168 * b;
    data[i + 2] = 0.272 * r + 0.534 * g + 0.131 * b;
  }
  return image;
}

/** Something to start with. */
function evening() {
  const canvas = new OffscreenCanvas(480, 320);
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const sky = context.createLinearGradient(0, 0, 0, 320);
  sky.addColorStop(0, "#1d4e89");
  sky.addColorStop(0.6, "#f7b267");
  sky.addColorStop(0.6, "#14746f");
  sky.addColorStop(1, "#0b2f3a");
  context.fillStyle = sky;
  context.fillRect(0, 0, 480, 320);
  context.fillStyle = "#f4845f";
  context.beginPath();
  context.arc(330, 170, 34, 0, 7);
  context.fill();
  return canvas;
}

export default gr.Interface({
  fn: sepia,
  inputs: gr.Image({ label: "Photo", type: "imagedata", value: evening() }),
  outputs: gr.Image({ label: "Sepia" }),
});
