// What Radio, CheckboxGroup and Dropdown have in common.

/** What a choice may stand for. */
export type ChoiceValue = string | number | boolean;

/** Values, shown as they are, or pairs of what is shown and the value: `["add", ["take away", "subtract"]]`. */
export type Choices<Value extends ChoiceValue> = readonly (Value | readonly [shown: string, value: Value])[];

/** What a function receives of one that was chosen. */
export type Chosen<Value, Type> = Type extends "index" ? number : Value;
