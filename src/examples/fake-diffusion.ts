import * as gr from "interstate";

/** Noise that turns into a picture, step by step. Each yield shows. */
async function* fakeDiffusion(steps: number) {
  const size = 256;
  for (let step = 1; step <= steps; step++) {
    const image = new ImageData(size, size);
    for (let i = 0; i < size * size; i++) {
      const [x, y] = [(i % size) / size - 0.5, Math.floor(i / size) / size - 0.5];
      const glow = Math.max(0, 1 - Math.hypot(x, y) * 2.4);
      const clear = step / steps;
      [40, 90 + 60 * y, 130 - 40 * y].forEach((ground, channel) => {
        const colour = ground + glow * ([215, 110, -60][channel] ?? 0);
        image.data[i * 4 + channel] = clear * colour + (1 - clear) * Math.random() * 255;
      });
      image.data[i * 4 + 3] = 255;
    }
    yield image;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

export default gr.Interface({
  fn: fakeDiffusion,
  inputs: gr.Number({ label: "Steps", value: 8, min: 1, max: 40, precision: 0 }),
  outputs: gr.Image({ label: "Picture" }),
});
