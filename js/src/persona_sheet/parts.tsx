/** What every part of the sheet is made of: texts to write where they stand, and parts to open. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { live } from "../shared/entries";
import { Field } from "../shared/Field";
import { Told } from "../shared/feedback";
import type { History } from "../shared/history";
import { rankBetween } from "../shared/ranks";
import { useRows } from "../shared/rows";
import type { Entry, Finding, StepProps, Translate, Value, WithPhotos } from "../shared/step";
import { randomName } from "../shared/store";
import type { PersonaProps } from "./sheet";

export type Sheet = StepProps<PersonaProps> & WithPhotos & { store: History };

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
  /** What a check found about this part stands below its text. */
  part?: string;
}

/** A text of the sheet, to write where it stands. */
export function Write({ p, hint, part, ...rest }: WriteProps): JSX.Element {
  const { t, readOnly } = p;
  const [name] = useState(randomName);
  const field = useRef<HTMLTextAreaElement>(null);
  const found = p.findings.filter((finding) => part && finding.part === part);
  return (
    <>
      <Field
        {...p}
        {...rest}
        hideLabel={hint !== undefined}
        placeholder={readOnly ? "" : hint || " "}
        inputRef={field}
        describedBy={found.length > 0 ? name : undefined}
      />
      {found.length > 0 && (
        <div class="ew-found">
          <Found id={name} found={found} t={t} />
          {!readOnly && (
            <button type="button" class="ew-button" onClick={() => field.current?.focus()}>
              {t("persona.found.go", { title: rest.label })}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** What a check found about a part of the sheet. */
export function Found(p: { id?: string; found: Finding[]; t: Translate }): JSX.Element {
  return (
    <div id={p.id}>
      {p.found.map((finding) => (
        <Told key={finding.criterion} finding={finding} t={p.t} />
      ))}
    </div>
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
export function Fold({ opensAtOnce = false, children, ...p }: FoldProps): JSX.Element {
  const { title, about, row } = p;
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
