// A widget inside of another, which answers for some of its props.

import type { WidgetProps } from "./widget.ts";

/**
 * The props, with some of them replaced; all of them stay live. Solid's mergeProps sees nothing but an object's own
 * properties, and those of a slot are methods of a class.
 */
export function override(props: WidgetProps, replaced: Partial<WidgetProps>): WidgetProps {
  return Object.create(props, Object.getOwnPropertyDescriptors(replaced)) as WidgetProps;
}
