/** What every part of the sheet is made of: texts to write where they stand, and parts to open. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { live } from "../shared/entries";
import { Field } from "../shared/Field";
import { rankBetween } from "../shared/ranks";
import { useRows } from "../shared/rows";
import type { Entry, StepProps, Value, WithPhotos } from "../shared/step";
import type { PersonaProps } from "./sheet";

export type Sheet = StepProps<PersonaProps> & WithPhotos;

/** The rows of one table of the sheet; a new one stands at the end. */
export function useTable(p: Sheet, prefix: string) {
  const { add, remove, ...rest } = useRows(p, "persona.undo");
  const rows: [string, Entry][] = live(p.entries).filter(([id]) => id.startsWith(prefix));
  return {
    ...rest,
    rows,
    add: (value: Value) =>
      add(prefix, { value, rank: rankBetween(rows.at(-1)?.[1].rank ?? "", "") }),
    remove: (id: string) => remove(id, p.t("persona.removed")),
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
      {...p}
      {...rest}
      hideLabel={hint !== undefined}
      placeholder={p.readOnly ? "" : hint || " "}
    />
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
      {open && <div class="ew-stack ew-fold-in">{children()}</div>}
    </details>
  );
}
