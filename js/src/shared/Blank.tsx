/** One thing to fill in, of any type: a field of a form or a cell of a table. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { textOf } from "./entries";
import { Field, Rivals } from "./Field";
import { Select } from "./Select";
import type { Store, Translate } from "./step";
import { randomName } from "./store";
import "./blank.css";

export interface BlankKind {
  id: string;
  title: string;
  type: "line" | "text" | "number" | "date" | "choice" | "tick";
  optional: boolean;
  options: { id: string; text: string }[];
  unit: string;
  example: string;
}

export interface BlankProps {
  blank: BlankKind;
  /** The id of the entry; what is filled in is its text. */
  id: string;
  label: string;
  hideLabel?: boolean;
  t: Translate;
  store: Store;
  rows?: number;
  readOnly: boolean;
  describedBy?: string | undefined;
}

/** The title, and what a number counts. */
export function titleOf({ title, unit }: BlankKind): string {
  return unit ? `${title} (${unit})` : title;
}

/** What a ticked box holds. */
const TICKED = "yes";

export function Blank(p: BlankProps): JSX.Element {
  const { blank } = p;
  const { type } = blank;
  if (type === "line" || type === "text" || type === "number") {
    return (
      <Field
        {...p}
        rows={type === "text" ? (p.rows ?? 1) : 1}
        placeholder={blank.example}
        inputMode={type === "number" ? "decimal" : undefined}
      />
    );
  }
  return <Pick {...p} />;
}

/** A native control: it shows what is stored, and stores each change at once. */
function Pick(p: BlankProps): JSX.Element {
  const { blank, id, label, hideLabel, t, store, readOnly, describedBy } = p;
  const [inputId] = useState(randomName);
  const entry = store.entries[id];
  const text = textOf(entry);
  const write = (written: string): void => {
    store.edit(id, { value: { text: written } });
    store.flush();
  };
  const shared = { id: inputId, disabled: readOnly, "aria-describedby": describedBy };
  const words = (value: string): string =>
    value === TICKED ? "✓" : (blank.options.find((option) => option.id === value)?.text ?? value);
  const title = (
    <label for={inputId} class={hideLabel ? "ew-hidden" : "ew-label"}>
      {label}
    </label>
  );
  return (
    <div class={`ew-field ew-pick-${blank.type}`}>
      {title}
      {blank.type === "choice" && (
        <Select
          {...shared}
          class="ew-input"
          value={text}
          options={[{ id: "", text: t("ui.pick") }, ...blank.options]}
          onPick={write}
        />
      )}
      {blank.type === "date" && (
        <input
          {...shared}
          type="date"
          class="ew-input"
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
      {blank.type === "tick" && (
        <input
          {...shared}
          type="checkbox"
          checked={text === TICKED}
          onChange={(event) => write(event.currentTarget.checked ? TICKED : "")}
        />
      )}
      {!readOnly && <Rivals {...{ id, entry, t, store, words }} field="text" onUse={write} />}
    </div>
  );
}
