/** A text field that never loses what is being typed, whatever the kernel or another tab sends. */
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { rivalsOf, textOf } from "./entries";
import type { Clock, Entry, Store, Translate } from "./step";
import { randomName } from "./store";
import { useWidth } from "./width";

export interface FieldProps {
  /** Of the entry. */
  id: string;
  label: string;
  t: Translate;
  store: Store;
  /** Which field of the entry's value; "text" unless told. */
  field?: string;
  /** The label is spoken but not shown. */
  hideLabel?: boolean;
  /** The least number of lines; 1 gives a field of one line. */
  rows?: number;
  placeholder?: string;
  readOnly?: boolean;
  describedBy?: string | undefined;
  /** Which keys a phone shows first. */
  inputMode?: "decimal" | undefined;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
  onPaste?: (event: ClipboardEvent) => void;
  /** How a change is stored; by default it is laid over the entry's value. */
  onText?: (text: string, replaces: Clock | undefined) => void;
}

/**
 * While the field has the focus its draft stays, and edits say which version they replace; so text
 * that somebody else wrote meanwhile is kept beside it as a rival and not overwritten.
 */
export function Field(props: FieldProps): JSX.Element {
  const { id, label, t, store, field = "text", rows = 1, readOnly = false } = props;
  const entry = store.entries[id];
  // Random, as the ids of `useId` are the same in every widget of a page.
  const [inputId] = useState(randomName);
  const [draft, setDraft] = useState<string | null>(null);
  const showing = useRef<Clock | undefined>(undefined);
  const inner = useRef<HTMLTextAreaElement>(null);
  const own = props.inputRef ?? inner;
  const text = draft ?? textOf(entry, field);
  if (draft === null) {
    showing.current = entry?.clock;
  }

  useLayoutEffect(() => grow(own.current), [text]);
  useWidth(own, () => grow(own.current));

  const write = (written: string, replaces: Clock | undefined): void => {
    if (props.onText) {
      props.onText(written, replaces);
    } else {
      store.edit(id, { value: { [field]: written }, replaces });
    }
    showing.current = store.entries[id]?.clock;
  };

  return (
    <div class="ew-field">
      <label for={inputId} class={props.hideLabel ? "ew-hidden" : "ew-label"}>
        {label}
      </label>
      <textarea
        id={inputId}
        data-entry={`${id}.${field}`}
        ref={own}
        class={rows === 1 ? "ew-input ew-one-line" : "ew-input"}
        rows={rows}
        maxLength={100_000}
        value={text}
        readOnly={readOnly}
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        aria-describedby={props.describedBy}
        onFocus={() => setDraft(textOf(entry, field))}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
          write(event.currentTarget.value, showing.current);
        }}
        onBlur={() => {
          setDraft(null);
          store.flush();
          props.onBlur?.();
        }}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
      />
      {!readOnly && (
        <Rivals
          {...{ id, entry, field, t, store }}
          onUse={(written) => {
            setDraft(null);
            write(written, entry?.clock);
          }}
        />
      )}
    </div>
  );
}

interface RivalsProps {
  id: string;
  entry: Entry | undefined;
  field: string;
  t: Translate;
  store: Store;
  /** How a text reads when it is not shown as it is, such as the id of an option. */
  words?: (text: string) => string;
  onUse(text: string): void;
}

/** What was written here at the same time somewhere else, until the learner decides. */
export function Rivals(p: RivalsProps): JSX.Element | null {
  const { id, entry, field, t, store, words = (text) => text, onUse } = p;
  const rivals = rivalsOf(entry).flatMap(({ clock, value }) => {
    const text = value[field];
    return typeof text === "string" && text !== entry?.value[field] ? [{ clock, text }] : [];
  });
  if (rivals.length === 0) {
    return null;
  }
  const letGo = (button: Element, clock: Clock): void => {
    store.letGo(id, clock);
    button.closest(".ew-field")?.querySelector<HTMLElement>("textarea, input, select")?.focus();
  };
  return (
    <ul class="ew-rivals">
      {rivals.map(({ text, clock }) => (
        <li key={clock.join(" ")}>
          <span class="ew-soft">{t("ui.rival")}</span> <q>{words(text) || t("ui.rival.empty")}</q>{" "}
          <button
            type="button"
            class="ew-button"
            onClick={({ currentTarget }) => {
              onUse(text);
              letGo(currentTarget, clock);
            }}
          >
            {t("ui.rival.use")}
          </button>{" "}
          <button
            type="button"
            class="ew-button"
            onClick={({ currentTarget }) => letGo(currentTarget, clock)}
          >
            {t("ui.rival.let_go")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Let a field be as tall as its text. */
function grow(element: HTMLTextAreaElement | null): void {
  if (element) {
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }
}
