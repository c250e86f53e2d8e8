/** The person in the middle: a face, a name, a role, a situation; one button opens them all to write. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import type { Entries, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import { Face, FaceChooser, faceInWords, faceOf } from "./Face";

export interface PersonProps {
  entries: Entries;
  store: Store;
  t: Translate;
  readOnly: boolean;
  /** In the view of seven the person is a region with a number of its own. */
  number?: number;
}

/** Fields of a folded part are not on the way of Enter. */
const OPEN_FIELDS = "textarea:not(details:not([open]) *)";

export const PERSON = ["name", "role", "situation"] as const;

export function Person({ entries, store, t, readOnly, number = 0 }: PersonProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const [titleId] = useState(randomName);
  const card = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const face = faceOf(entries.face);
  const [name, role, situation] = PERSON.map((field) => textOf(entries[field]).trim());
  const facts = FACTS.map((fact) => textOf(entries[`fact.${fact}`]).trim())
    .filter(Boolean)
    .join(" · ");

  useLayoutEffect(() => {
    if (open) {
      card.current?.querySelector("textarea")?.focus();
    }
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  /** Escape closes, and what was typed stays; Enter goes on to the next field. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const fields = [...(card.current?.querySelectorAll<HTMLTextAreaElement>(OPEN_FIELDS) ?? [])];
    const at = fields.indexOf(event.target as HTMLTextAreaElement);
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && at >= 0 && !event.isComposing) {
      const next = fields[at + 1] ?? card.current?.querySelector("input");
      next?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Over the notes the card does not stay behind when the focus goes on to one of them. */
  const onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    const left = currentTarget as HTMLElement;
    const covers = getComputedStyle(left).position === "absolute";
    const isOutside =
      relatedTarget !== button.current && !left.contains(relatedTarget as Node | null);
    if (covers && relatedTarget && isOutside) {
      setOpen(false);
    }
  };

  return (
    <div class="ew-person" data-open={open}>
      {number > 0 && (
        <span class="ew-number" aria-hidden="true">
          {number}
        </span>
      )}
      <Face face={face} label={faceInWords(face, t)} />
      <div class="ew-person-words">
        {name && (
          <b class="ew-clamp" dir="auto">
            {name}
          </b>
        )}
        {role && (
          <span class="ew-clamp" dir="auto">
            {role}
          </span>
        )}
        {situation && (
          <span class="ew-clamp ew-soft" dir="auto">
            {situation}
          </span>
        )}
        {number > 0 && facts && (
          <span class="ew-clamp ew-soft" dir="auto">
            {facts}
          </span>
        )}
        {!readOnly && (
          <button
            type="button"
            class={name ? "ew-link" : "ew-button"}
            ref={button}
            aria-expanded={open}
            aria-haspopup="dialog"
            onClick={() => setOpen(!open)}
          >
            {name ? t("map.person.edit") : t("map.person.none")}
          </button>
        )}
      </div>
      {open && (
        <div
          class="ew-person-card"
          role="dialog"
          aria-labelledby={titleId}
          ref={card}
          onKeyDown={onKeyDown}
          onFocusOut={onFocusOut}
        >
          <div class="ew-person-head">
            <b id={titleId}>{t("map.person")}</b>
            <button type="button" class="ew-button" onClick={close}>
              {t("map.done")}
            </button>
          </div>
          <PersonFields entries={entries} store={store} t={t} />
        </div>
      )}
    </div>
  );
}

export const FACTS = [
  "age",
  "gender",
  "household",
  "address",
  "education",
  "occupation",
  "position",
  "experience",
  "income",
] as const;

/** All there is to fill in of a person; the routine facts are optional, and folded. */
export function PersonFields({ entries, store, t }: Omit<PersonProps, "readOnly">): JSX.Element {
  const face = faceOf(entries.face);
  const field = (id: string, label: string): JSX.Element => (
    <Field key={id} id={id} label={label} t={t} store={store} />
  );
  return (
    <>
      {PERSON.map((name) => field(name, t(`map.person.${name}`)))}
      <details class="ew-facts">
        <summary>{t("map.facts")}</summary>
        <div>{FACTS.map((fact) => field(`fact.${fact}`, t(`map.fact.${fact}`)))}</div>
      </details>
      <FaceChooser
        face={face}
        t={t}
        onChoose={(change) => store.edit("face", { value: change, deleted: false })}
        onClear={() => store.edit("face", { deleted: true })}
      />
    </>
  );
}
