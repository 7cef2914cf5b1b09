// What a slot hands to its widget. A class, as a page may have a thousand: an object of getters and functions, which Solid
// would make of an element's attributes, takes ten closures each.

import type { ComponentSpec } from "../../spec/app-spec.ts";
import type { EventName } from "../../spec/event-name.ts";
import type { WidgetProps } from "../../widgets/widget.ts";
import type { User } from "../model.ts";

export class SlotWidget implements WidgetProps {
  // Not private to the language: a widget may hand on props that have these for their prototype.
  private readonly spec: () => ComponentSpec;
  private readonly user: User;

  constructor(spec: () => ComponentSpec, user: User) {
    this.spec = spec;
    this.user = user;
  }

  get component(): ComponentSpec {
    return this.spec();
  }
  get value(): unknown {
    return this.user.value(this.spec().id);
  }
  get error(): string | null {
    return this.user.fieldError(this.spec().id);
  }
  get disabled(): boolean {
    return this.isButton && !this.spec().interactive;
  }
  onInput(value: unknown): void {
    this.user.edit(this.spec().id, value);
  }
  onChange(value: unknown): void {
    this.user.edit(this.spec().id, value);
  }
  onSubmit(): void {
    this.user.trigger(this.spec().id, this.isButton ? "click" : "submit");
  }
  onEvent(name: EventName, data?: unknown): void {
    this.user.trigger(this.spec().id, name, data);
  }
  listens(name: EventName): boolean {
    return this.user.listens(this.spec().id, name);
  }
  private get isButton(): boolean {
    return this.spec().kind === "button";
  }
}
