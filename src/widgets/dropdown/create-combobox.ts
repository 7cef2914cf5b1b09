// What a combobox knows and does: what is chosen, what is being typed, and where in its list one is. What it looks like is
// said elsewhere.

import { createMemo, createSignal } from "solid-js";
import { type Choice, choicesOf } from "../../spec/choices.ts";
import { numberProp } from "../component-props.ts";
import type { WidgetProps } from "../widget.ts";
import { filterChoices, findChoice } from "./choice-filter.ts";

export interface Combobox {
  readonly several: () => boolean;
  readonly filterable: () => boolean;
  /** Whether anything can be typed at all. */
  readonly writable: () => boolean;
  readonly chosen: () => readonly unknown[];
  readonly labelOf: (value: unknown) => string;
  /** What stands in the field. */
  readonly text: () => string;
  readonly isOpen: () => boolean;
  /** The choices that the list shows. */
  readonly matching: () => readonly Choice[];
  /** Position in the list; -1 for nowhere. */
  readonly active: () => number;
  readonly setActive: (index: number) => void;
  readonly open: () => void;
  /** Closes the list and forgets what was typed. */
  readonly close: () => void;
  readonly type: (text: string) => void;
  readonly choose: (value: unknown) => void;
  readonly remove: (value: unknown) => void;
  /** Takes what was typed for what it says: on Enter, and on leaving the field. */
  readonly settle: () => void;
}

export function createCombobox(props: WidgetProps): Combobox {
  const is = (name: string) => props.component.props[name] === true;
  const several = () => is("multiselect");
  const choices = createMemo(() => choicesOf(props.component));
  const labels = createMemo(() => new Map<unknown, string>(choices().map(([label, value]) => [value, label])));
  const chosen = createMemo((): readonly unknown[] => {
    if (several()) return Array.isArray(props.value) ? props.value : [];
    return props.value === null || props.value === undefined ? [] : [props.value];
  });
  const [typed, setTyped] = createSignal<string | null>(null);
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  const matching = createMemo(() => (is("filterable") ? filterChoices(choices(), typed() ?? "") : choices()));
  const labelOf = (value: unknown) => labels().get(value) ?? String(value);
  const placeOf = (value: unknown) => matching().findIndex(([, other]) => other === value);

  const put = (value: unknown) => {
    props.onInput(value);
    props.onChange(value);
  };
  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const remove = (value: unknown) => put(chosen().filter((other) => other !== value));
  const choose = (value: unknown) => {
    const selected = !several() || !chosen().includes(value);
    const limit = numberProp(props.component, "maxChoices") ?? Infinity;
    setTyped(null);
    if (!several()) {
      setOpen(false);
      if (value !== chosen()[0]) put(value);
    } else if (!selected) remove(value);
    else if (chosen().length < limit) put([...chosen(), value]);
    // With several the list stays, and the next one is a key away.
    setActive(placeOf(value));
    props.onEvent("select", { index: choices().findIndex(([, other]) => other === value), value, selected });
  };
  const settle = () => {
    const text = typed();
    close();
    if (text === null) return;
    const known = findChoice(choices(), text);
    if (known && !chosen().includes(known[1])) choose(known[1]);
    else if (!known && text.trim() !== "" && is("allowCustomValue")) choose(text);
    else if (text === "" && !several() && !is("required")) put(null);
    close();
  };

  return {
    several,
    filterable: () => is("filterable"),
    writable: () => is("filterable") || is("allowCustomValue"),
    chosen,
    labelOf,
    text: () => typed() ?? (several() || chosen().length === 0 ? "" : labelOf(chosen()[0])),
    isOpen,
    matching,
    active,
    setActive,
    open() {
      if (isOpen()) return;
      setActive(placeOf(chosen()[0]));
      setOpen(true);
    },
    close,
    type(text) {
      setTyped(text);
      setOpen(true);
      // Enter takes the first that matches, unless what was typed may stand for itself.
      setActive(is("allowCustomValue") || matching().length === 0 ? -1 : 0);
    },
    choose,
    remove,
    settle,
  };
}
