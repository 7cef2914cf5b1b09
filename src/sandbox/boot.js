(() => {
  const workers = new Map();
  let runtime = "";
  addEventListener("message", ({ source, data, ports }) => {
    if (source !== parent) return;
    if (data.type === "runtime") {
      runtime = URL.createObjectURL(new Blob([data.source], { type: "text/javascript" }));
    } else if (data.type === "spawn") {
      const worker = new Worker(runtime);
      workers.set(data.id, worker);
      worker.onerror = () => parent.postMessage({ type: "failed", id: data.id }, "*");
      worker.postMessage({ type: "init" }, [...ports]);
    } else if (data.type === "terminate") {
      workers.get(data.id)?.terminate();
      workers.delete(data.id);
    } else if (data.type === "ping") {
      parent.postMessage({ type: "pong" }, "*");
    }
  });
  parent.postMessage({ type: "boot" }, "*");
})();
