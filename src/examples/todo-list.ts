import * as gr from "interstate";

interface Task {
  name: string;
  complete: boolean;
}

export default gr.Blocks(() => {
  const tasks = gr.State<Task[]>([]);
  const newTask = gr.Textbox({ label: "Task Name" });
  newTask.submit({
    fn: (tasks: Task[], name: string) => [[...tasks, { name, complete: false }], ""],
    inputs: [tasks, newTask],
    outputs: [tasks, newTask],
  });

  // Made anew whenever the tasks change, with listeners of its own.
  gr.render({ inputs: tasks }, (list: Task[]) => {
    const complete = list.filter((task) => task.complete);
    const incomplete = list.filter((task) => !task.complete);

    gr.Markdown(`### Incomplete Tasks (${incomplete.length})`);
    for (const task of incomplete) {
      gr.Row(() => {
        gr.Textbox(task.name, { label: "Task", showLabel: false, container: false, minWidth: 120 });
        gr.Button("Done", { scale: 0 }).click({
          fn: () => {
            task.complete = true;
            return list;
          },
          outputs: [tasks],
        });
        gr.Button("Delete", { scale: 0, variant: "stop" }).click({
          fn: () => {
            list.splice(list.indexOf(task), 1);
            return list;
          },
          outputs: [tasks],
        });
      });
    }

    gr.Markdown(`### Complete Tasks (${complete.length})`);
    for (const task of complete) gr.Textbox(task.name, { label: "Task", showLabel: false, container: false });
  });
});
