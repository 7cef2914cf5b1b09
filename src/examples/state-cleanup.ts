import * as gr from "interstate";

// A folder for each session, as a server would have it: everybody's, so it is outside the functions.
const folders: Record<string, string[]> = {};

const colors = ["crimson", "seagreen", "royalblue", "darkorange", "gold", "rebeccapurple"];

function generate(history: ImageData[], request = gr.Request()) {
  const color = colors[Math.floor(Math.random() * colors.length)] ?? "crimson";
  const context = new OffscreenCanvas(100, 100).getContext("2d");
  if (!context) throw new gr.Error("This browser cannot draw.");
  context.fillStyle = color;
  context.fillRect(0, 0, 100, 100);
  const image = context.getImageData(0, 0, 100, 100);

  const folder = (folders[request.sessionHash] ??= []);
  folder.push(`${folder.length + 1}-${color}.png`);
  history.push(image);
  return [image, history, history];
}

function deleteFolder(request = gr.Request()) {
  delete folders[request.sessionHash];
}

export default gr.Blocks((demo) => {
  gr.Markdown("# State cleanup\nPictures are kept for you alone. When you leave, or do nothing for ten seconds, they go.");
  gr.Row(() => {
    gr.Column(() => {
      const image = gr.Image({ label: "Generated Image", height: 200 });
      const button = gr.Button("Generate", { variant: "primary" });
      const previous = gr.Gallery({ label: "Previous Generations", columns: 6 });
      const history = gr.State<ImageData[]>([], {
        timeToLive: 10,
        deleteCallback: (images) => console.log(`STATE DELETED, with ${images.length} pictures`),
      });

      demo.load({ fn: generate, inputs: [history], outputs: [image, history, previous] });
      button.click({ fn: generate, inputs: [history], outputs: [image, history, previous] });
      demo.unload({ fn: deleteFolder });
    });
    gr.JSON({ label: "Folders", value: () => Object.values(folders) });
  });
});
