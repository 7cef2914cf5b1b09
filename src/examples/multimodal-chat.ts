import * as gr from "interstate";

function describe({ text, files }: gr.MultimodalMessage) {
  const sizes = files.map((file) => `- **${file.name}**: ${(file.size / 1000).toFixed(1)} KB`);
  const pictures = files.filter((file) => file.type.startsWith("image/")).map((file) => gr.Image(file));
  return [
    `You wrote ${text.length} letters and sent ${files.length} file${files.length === 1 ? "" : "s"}.`,
    ...(sizes.length > 0 ? [sizes.join("\n")] : []),
    ...pictures,
  ];
}

export default gr.ChatInterface({
  fn: describe,
  multimodal: true,
  title: "Describe",
  examples: ["Nothing but text", { text: "A file, too", files: [{ name: "notes.txt", content: "Note G" }] }],
});
