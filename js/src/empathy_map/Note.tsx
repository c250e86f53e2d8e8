/** One note: to read, or open to write. Drawn anew only when something of its own changes. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { rivalsOf, textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import { ICONS } from "../shared/feedback";
import { Menu } from "../shared/Menu";
import type { Finding, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import type { RegionInfo } from "./EmpathyMap";
import { memo } from "./memo";
import { EVIDENCE, type Note, SHAPE } from "./moves";
import type { Hands } from "./useBoard";

export interface NoteProps {
  note: Note;
  /** Its place has nothing before it, or behind it, in its region. */
  isFirst: boolean;
  isLast: boolean;
  isEditing: boolean;
  /** The Tab key stops here; the arrow keys lead on to the others. */
  isReachable: boolean;
  /** How often a key asked for the menu of this note. */
  menuAsked: number;
  findings: Finding[] | undefined;
  regions: RegionInfo[];
  readOnly: boolean;
  t: Translate;
  store: Store;
  hands: Hands;
}

export const NoteView = memo(function NoteView(props: NoteProps): JSX.Element {
  const { note, isEditing, isReachable, hands } = props;
  const [id] = useState(() => randomName());
  if (isEditing) {
    return (
      <li class="ew-note ew-note-open" data-note={note.id} data-evidence={note.evidence}>
        <NoteEditor {...props} />
      </li>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a note are handled by the map
    <li
      class="ew-note"
      data-note={note.id}
      data-evidence={note.evidence}
      tabIndex={isReachable ? 0 : -1}
      aria-labelledby={`${id}-text ${id}-how`}
      aria-keyshortcuts="Enter Delete M Shift+ArrowUp Shift+ArrowDown"
      onFocus={() => hands.focus(note.id)}
      onClick={(event) => {
        if (!(event.target as Element).closest("button")) {
          hands.edit(note.id);
        }
      }}
    >
      <p class="ew-note-text" id={`${id}-text`} dir="auto">
        {note.text}
      </p>
      <NoteFoot {...props} howId={`${id}-how`} />
      <Also {...props} />
    </li>
  );
});

function NoteFoot(props: NoteProps & { howId: string }): JSX.Element {
  const { note, t, hands, readOnly, regions } = props;
  return (
    <div class="ew-note-foot">
      <p id={props.howId}>
        <span aria-hidden="true">{SHAPE[note.evidence]}</span> {t(`map.evidence.${note.evidence}`)}
        {note.source && ` · ${note.source}`}
      </p>
      {!readOnly && (
        <span data-grip>
          <Menu
            label={t("map.move.note", { text: note.text })}
            heading={t("map.move")}
            openSignal={props.menuAsked}
            items={[
              ...regions.map(({ key, number, title }) => ({
                id: key,
                text: `${number} ${title}`,
                checked: key === note.region,
              })),
              ...(props.isFirst ? [] : [{ id: "earlier", text: t("map.earlier"), action: true }]),
              ...(props.isLast ? [] : [{ id: "later", text: t("map.later"), action: true }]),
              { id: "edit", text: t("map.edit"), action: true },
              { id: "delete", text: t("map.delete"), action: true },
            ]}
            onPick={(id) => pick(id, props)}
          >
            <span aria-hidden="true">⋯</span>
          </Menu>
        </span>
      )}
    </div>
  );

  function pick(id: string, { isFirst, isLast }: NoteProps): void {
    if (id === "earlier" && !isFirst) {
      hands.step(note.id, -1);
    } else if (id === "later" && !isLast) {
      hands.step(note.id, 1);
    } else if (id === "edit") {
      hands.edit(note.id);
    } else if (id === "delete") {
      hands.remove(note.id);
    } else {
      hands.send(note.id, id);
    }
  }
}

/** What was written here at the same time elsewhere, and what a check found about this note. */
function Also({ note, t, findings }: NoteProps): JSX.Element {
  const rivals = rivalsOf(note.entry).filter(({ value }) => value.text !== note.text);
  return (
    <>
      {rivals.map(({ clock, value }) => (
        <p key={clock.join(" ")} class="ew-note-rival">
          {t("ui.rival")} <q>{String(value.text ?? "")}</q>
        </p>
      ))}
      <Findings findings={findings} t={t} />
    </>
  );
}

const VERDICTS = ["not_met", "open", "met"] as const;

/** Findings beside what they are about: a sign and a word, what was seen, and a question. */
export function Findings(props: {
  findings: Finding[] | undefined;
  t: Translate;
}): JSX.Element | null {
  const { findings = [], t } = props;
  const groups = VERDICTS.map((verdict) => findings.filter((one) => one.verdict === verdict));
  return findings.length > 0 ? (
    <ul class="ew-here">
      {groups.map(
        ([first, ...rest]) =>
          first && (
            <li key={first.verdict} data-verdict={first.verdict}>
              <b>
                <span aria-hidden="true">{ICONS[first.verdict]}</span>{" "}
                {t(`map.finding.${first.verdict}`)}
              </b>
              {[first, ...rest].map(({ criterion, title, message, question }, at) => (
                <p key={`${criterion} ${at}`}>
                  {title && <b>{title}: </b>}
                  {(at === 0 || message !== first.message) && message}
                  {question && first.verdict !== "met" && <em> {question}</em>}
                </p>
              ))}
            </li>
          ),
      )}
    </ul>
  ) : null;
}

function NoteEditor({ note, t, store, hands, regions }: NoteProps): JSX.Element {
  const text = useRef<HTMLTextAreaElement>(null);
  const [name] = useState(() => randomName());
  useLayoutEffect(() => {
    const field = text.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const region = regions.find(({ key }) => key === note.region);

  const onKeyDown = (event: KeyboardEvent): void => {
    const inText = (event.target as Element).tagName === "TEXTAREA";
    const ends = event.key === "Escape" || (event.key === "Enter" && inText && !event.shiftKey);
    if (ends && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      hands.done(note.id);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a note is no form to send
    <div
      class="ew-note-editor"
      role="group"
      aria-label={t(note.text ? "map.note" : "map.new")}
      onKeyDown={onKeyDown}
    >
      <Field
        id={note.id}
        entry={note.entry}
        label={`${t("map.note")}, ${region?.title ?? ""}`}
        hideLabel
        placeholder={region?.prompt}
        rows={2}
        t={t}
        store={store}
        inputRef={text}
        onText={(written, replaces) => hands.write(note.id, { text: written }, replaces)}
      />
      <fieldset class="ew-evidence">
        <legend>{t("map.evidence")}</legend>
        {EVIDENCE.map((evidence) => (
          <label key={evidence}>
            <input
              type="radio"
              name={name}
              value={evidence}
              checked={note.evidence === evidence}
              onChange={() => hands.write(note.id, { evidence })}
            />
            <span>
              <span aria-hidden="true">{SHAPE[evidence]}</span> {t(`map.evidence.${evidence}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        id={note.id}
        entry={note.entry}
        field="source"
        label={t("map.source")}
        placeholder={t("map.source.example")}
        t={t}
        store={store}
        onText={(source, replaces) => hands.write(note.id, { source }, replaces)}
      />
      <div class="ew-row">
        <button type="button" class="ew-button ew-main" onClick={() => hands.done(note.id)}>
          {t("map.done")}
        </button>
        {textOf(note.entry) && (
          <button type="button" class="ew-button" onClick={() => hands.remove(note.id)}>
            {t("map.delete")}
          </button>
        )}
      </div>
    </div>
  );
}
