// One of the saved playgrounds: opened by a press, renamed in its place; what else there is to do is in its menu.

import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { ConfirmButton } from "./ConfirmButton.tsx";
import { MoreIcon } from "./icons.tsx";
import type { ListedPlayground } from "./library-model.ts";
import { Popover } from "./Popover.tsx";
import { dayText } from "./time-text.ts";

interface PlaygroundRowProps {
  readonly item: ListedPlayground;
  readonly isOpen: boolean;
  onOpen(): void;
  onRename(title: string): void;
  onDuplicate(): void;
  onPast(): void;
  onDelete(): void;
  onRestore(): void;
  onPurge(): void;
}

export function PlaygroundRow(props: PlaygroundRowProps): JSX.Element {
  const [renaming, setRenaming] = createSignal(false);
  return (
    <div class="playground-row" classList={{ open: props.isOpen }}>
      <Show
        when={!renaming()}
        fallback={
          <RenameField
            title={props.item.title}
            onDone={(title) => {
              setRenaming(false);
              if (title !== null) props.onRename(title);
            }}
          />
        }
      >
        <Show
          when={props.item.deleted === null}
          fallback={
            <div class="playground-name">
              <Name {...props} />
            </div>
          }
        >
          <button type="button" class="playground-name" onClick={() => props.onOpen()}>
            <Name {...props} />
          </button>
        </Show>
      </Show>
      <Show when={props.item.deleted === null} fallback={<DeletedActions {...props} />}>
        <Actions {...props} onStartRename={() => setRenaming(true)} />
      </Show>
    </div>
  );
}

function Name(props: Pick<PlaygroundRowProps, "item" | "isOpen">): JSX.Element {
  const now = Date.now();
  const time = () => props.item.deleted ?? props.item.updated;
  const exact = () =>
    `Made ${new Date(props.item.created).toLocaleString()}, changed ${new Date(props.item.updated).toLocaleString()}`;
  return (
    <>
      <b>{props.item.title}</b>
      <span title={exact()}>
        {props.item.deleted === null ? "" : "deleted "}
        {dayText(time(), now)} · {sizeText(props.item.chars)}
        <Show when={props.isOpen}> · open here</Show>
      </span>
    </>
  );
}

function RenameField(props: { readonly title: string; onDone(title: string | null): void }): JSX.Element {
  let isDone = false;
  const done = (title: string | null) => {
    if (isDone) return;
    isDone = true;
    const name = title?.trim() ?? "";
    props.onDone(name === "" || name === props.title ? null : name);
  };
  return (
    <input
      ref={(element) => queueMicrotask(() => element.select())}
      class="rename"
      aria-label="New name"
      maxLength={200}
      value={props.title}
      onKeyDown={(event) => {
        if (event.key === "Enter") done(event.currentTarget.value);
        if (event.key !== "Escape") return;
        // It closes the field, not the dialog.
        event.preventDefault();
        event.stopPropagation();
        done(null);
      }}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  );
}

function Actions(props: PlaygroundRowProps & { onStartRename(): void }): JSX.Element {
  const item = (label: string, action: () => void, close: () => void) => (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        close();
        action();
      }}
    >
      {label}
    </button>
  );
  return (
    <Popover
      label="Actions"
      icon={<MoreIcon />}
      name={props.item.title}
      popup="dialog"
      class="row-menu"
      content={(close) => (
        <>
          {item("Rename", () => props.onStartRename(), close)}
          {item("Duplicate", () => props.onDuplicate(), close)}
          {item("Earlier versions", () => props.onPast(), close)}
          {item("Delete", () => props.onDelete(), close)}
        </>
      )}
    />
  );
}

function DeletedActions(props: PlaygroundRowProps): JSX.Element {
  return (
    <>
      <button
        type="button"
        class="button small"
        aria-label={`Restore ${props.item.title}`}
        onClick={() => props.onRestore()}
      >
        Restore
      </button>
      <ConfirmButton
        label="Delete for good"
        question="With its state?"
        title={`Deletes ${props.item.title} and the state it keeps`}
        onConfirm={() => props.onPurge()}
      />
    </>
  );
}

function sizeText(chars: number): string {
  return chars < 10_000
    ? `${chars.toLocaleString("en")} characters`
    : `${Math.round(chars / 1000).toLocaleString("en")} KB`;
}
