// What a person does to something that is just being rendered anew still counts, and so does what follows from it.

import { expect, test } from "../fixtures/test.ts";

/** Renders for a second whenever the list changes, so that what is pressed meanwhile is of the list before. */
const slowList = `import * as gr from "interstate";

export default gr.Blocks(() => {
  const items = gr.State<string[]>(["apple", "pear"]);
  const count = gr.Textbox({ label: "Count" });
  const pressed = gr.Textbox({ label: "Pressed" });
  const after = gr.Textbox({ label: "After" });
  gr.Button("Add").click({
    fn: (list) => [[...list, "plum"], String(list.length + 1)],
    inputs: items,
    outputs: [items, count],
  });
  gr.render({ inputs: items }, (list) => {
    const until = performance.now() + (list.length > 2 ? 1000 : 0);
    while (performance.now() < until);
    for (const item of list) {
      const note = gr.Textbox({ label: "Note on " + item, key: "note " + item });
      const seen = gr.State(0, { key: item });
      gr.Button("Press " + item, { key: item })
        .click({
          fn: (text, times, now) => ["" + item + " " + text + " " + (times + 1), times + 1, now.filter((each) => each !== "plum"), text + "!"],
          inputs: [note, seen, items],
          outputs: [pressed, seen, items, note],
        })
        .then({ fn: (text, times) => "then " + item + " " + text + " " + times, inputs: [note, seen], outputs: after });
    }
  });
});
`;

test("a press on something that is being rendered anew is not lost, nor is what follows it", async ({ open }) => {
  const { user } = await open(slowList);
  await user.field("Note on pear").fill("ripe");
  await user.button("Add").click();
  await user.shows("Count", "3");
  await user.button("Press pear").click();
  await user.shows("Pressed", "pear ripe 1");
  // What follows comes after the list has been rendered once more; it names components that are no more.
  await user.shows("After", "then pear ripe! 1");
  await user.shows("Note on pear", "ripe!");
  await expect(user.button("Press plum")).toHaveCount(0);
  await expect(user.alert).toHaveCount(0);
  // What is there now goes on from there.
  await user.button("Press pear").click();
  await user.shows("After", "then pear ripe!! 2");
});
