import * as gr from "interstate";

let end = 2 * Math.PI;            // outside the function: the curve goes on in every tab

function moveCurve(period: number) {
  end += 0.1;
  return Array.from({ length: 315 }, (_, i) => {
    const x = end - 2 * Math.PI + i * 0.02;
    return { x, y: Math.sin(period * x) };
  });
}

function zoomIn(evt = gr.SelectData<[number, number]>()) {
  const [start, end] = evt.index;
  return [gr.LinePlot({ xLim: [start, end] }), start.toFixed(2), end.toFixed(2)];
}

export default gr.Blocks(() => {
  gr.Row(() => {
    const clock = gr.Textbox({ label: "Current Time", render: false });
    const period = gr.Slider(0, 10, { label: "Period of plot", value: 1, step: 0.1, render: false });
    const plot = gr.LinePlot({ label: "Sine", x: "x", y: "y", yLim: [-1.1, 1.1], render: false });
    gr.Column({ scale: 2 }, () => {
      clock.render();
      period.render();
      plot.render();
    });
    gr.Column(() => {
      const from = gr.Textbox({ label: "Start" });
      const to = gr.Textbox({ label: "End" });

      plot.select({ fn: zoomIn, outputs: [plot, from, to] });
      plot.doubleClick({ fn: () => [gr.LinePlot({ xLim: null }), "", ""], outputs: [plot, from, to] });
    });

    const timer = gr.Timer(1);
    timer.tick({ fn: () => new Date().toLocaleTimeString(), outputs: clock, showProgress: "hidden" });
    timer.tick({ fn: moveCurve, inputs: period, outputs: plot, showProgress: "hidden" });
  });
});
