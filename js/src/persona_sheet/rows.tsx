/** Rows of one table of the sheet: added at the end, taken away and put back; the focus goes along. */
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { live } from "../shared/entries";
import { Field } from "../shared/Field";
import { rankBetween } from "../shared/ranks";
import type { Entry, StepProps, Value, WithPhotos } from "../shared/step";
import { randomName } from "../shared/store";
import type { PersonaProps } from "./sheet";

export type Sheet = StepProps<PersonaProps> & WithPhotos;

/** Moves the focus after the next drawing: to what the selector finds below the root. */
export function useWish(): [RefObject<HTMLDivElement | null>, (selector: string) => void] {
  const root = useRef<HTMLDivElement>(null);
  const wish = useRef("");
  useLayoutEffect(() => {
    const found = wish.current && root.current?.querySelector<HTMLElement>(wish.current);
    if (found) {
      wish.current = "";
      found.focus();
    }
  });
  const ask = (selector: string): void => {
    wish.current = selector;
  };
  return [root, ask];
}

export interface Rows {
  root: RefObject<HTMLDivElement | null>;
  rows: [string, Entry][];
  add(value: Value): void;
  remove(id: string): void;
  /** The button that puts back what was taken away last. */
  undo: JSX.Element | "";
}

export function useRows({ entries, store, t, announce }: Sheet, prefix: string): Rows {
  const [removed, setRemoved] = useState("");
  const [root, wish] = useWish();
  const rows = live(entries).filter(([id]) => id.startsWith(prefix));
  const focus = (id: string): void => wish(`[data-row="${id}"] :is(textarea, summary, button)`);
  return {
    root,
    rows,
    add(value) {
      const id = `${prefix}${randomName()}`;
      focus(id);
      store.edit(id, { value, rank: rankBetween(rows.at(-1)?.[1].rank ?? "", "") });
    },
    remove(id) {
      wish("[data-undo]");
      setRemoved(id);
      store.edit(id, { deleted: true });
      announce(t("persona.removed"));
    },
    undo: removed && (
      <button
        type="button"
        class="ew-button"
        data-undo
        onClick={() => {
          focus(removed);
          store.edit(removed, { deleted: false });
          setRemoved("");
        }}
      >
        {t("persona.undo")}
      </button>
    ),
  };
}

interface WriteProps {
  p: Sheet;
  id: string;
  label: string;
  /** Which field of the entry; "text" unless told. */
  field?: string;
  /** What to write here, while it is empty; then the label is only spoken. */
  hint?: string;
}

/** A text of the sheet, to write where it stands. */
export function Write({ p, hint, ...rest }: WriteProps): JSX.Element {
  return (
    <Field
      {...rest}
      entry={p.entries[rest.id]}
      hideLabel={hint !== undefined}
      placeholder={p.readOnly ? "" : hint || " "}
      readOnly={p.readOnly}
      t={p.t}
      store={p.store}
    />
  );
}

interface AddProps {
  text: string;
  onClick(): void;
}

export function Add({ text, onClick }: AddProps): JSX.Element {
  return (
    <button type="button" class="ew-button ew-add-line" onClick={onClick}>
      + {text}
    </button>
  );
}

interface RemoveProps {
  label: string;
  onClick(): void;
}

export function Remove({ label, onClick }: RemoveProps): JSX.Element {
  return (
    <button type="button" class="ew-button ew-remove" aria-label={label} onClick={onClick}>
      <span aria-hidden="true">✕</span>
    </button>
  );
}

interface FoldProps {
  title: string;
  /** What is in it, in a few words. */
  about?: string;
  /** A row that the focus may go to. */
  row?: string;
  opensAtOnce?: boolean;
  children(): JSX.Element;
}

/** A part that the learner opens; what is in it is drawn only then. */
export function Fold({ title, about, row, opensAtOnce = false, children }: FoldProps): JSX.Element {
  const [open, setOpen] = useState(opensAtOnce);
  return (
    <details
      class="ew-fold"
      data-row={row}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <b dir="auto">{title}</b> {about && <span class="ew-soft">{about}</span>}
      </summary>
      {open && <div class="ew-fold-in">{children()}</div>}
    </details>
  );
}
