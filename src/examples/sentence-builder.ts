import * as gr from "interstate";

function sentenceBuilder(
  quantity: number,
  animal: string,
  countries: string[],
  place: string,
  activities: string[],
  morning: boolean,
) {
  const from = countries.join(" and ");
  const when = morning ? "morning" : "night";
  return `The ${quantity} ${animal}s from ${from} went to the ${place} where they ${activities.join(" and ")} until the ${when}`;
}

export default gr.Interface({
  fn: sentenceBuilder,
  inputs: [
    gr.Slider(2, 20, { value: 4, step: 1, label: "Count", info: "Choose between 2 and 20" }),
    gr.Dropdown(["cat", "dog", "bird"], { value: "cat", label: "Animal", info: "Will add more animals later!" }),
    gr.CheckboxGroup(["USA", "Japan", "Pakistan"], { label: "Countries", info: "Where are they from?" }),
    gr.Radio(["park", "zoo", "road"], { value: "park", label: "Location", info: "Where did they go?" }),
    gr.Dropdown(["ran", "swam", "ate", "slept"], {
      value: ["swam", "slept"],
      multiselect: true,
      label: "Activity",
      info: "What did they do?",
    }),
    gr.Checkbox({ label: "Morning", info: "Did they do it in the morning?" }),
  ],
  outputs: gr.Textbox({ label: "Sentence", lines: 3 }),
  examples: [
    [2, "cat", ["Japan", "Pakistan"], "park", ["ate", "swam"], true],
    [4, "dog", ["Japan"], "zoo", ["ate", "swam"], false],
    [10, "bird", ["USA", "Pakistan"], "road", ["ran"], false],
    [8, "cat", ["Pakistan"], "zoo", ["ate"], true],
  ],
});
