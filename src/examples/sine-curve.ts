import * as gr from "interstate";

function getPlot(period: number) {
  return Array.from({ length: 315 }, (_, i) => ({ x: i * 0.02, y: Math.sin(period * i * 0.02) }));
}

export default gr.Blocks(() => {
  gr.Markdown("Change the value of the slider to update the plot.");
  const period = gr.Slider(0, 10, { label: "Period of plot", value: 1, step: 1 });
  // A value that is a function of other components follows them.
  gr.LinePlot({ label: "Plot", value: getPlot, inputs: period, x: "x", y: "y", yLim: [-1.1, 1.1] });
});
