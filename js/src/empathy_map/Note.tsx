/** One note: to read, or open to write. Drawn anew only when something of its own changes. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { rivalsOf } from "../shared/entries";
import { ICONS } from "../shared/feedback";
import { Menu } from "../shared/Menu";
import type { Finding, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import type { RegionInfo } from "./areas";
import type { Hands } from "./hands";
import type { Marks } from "./marks";
import { memo } from "./memo";
import { type Note, SHAPE } from "./moves";
import { NoteEditor } from "./NoteEditor";

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
  /** The name of its theme, and how many comments on it are open. */
  theme: string;
  open: number;
  /** All themes, while it is open for writing. */
  themes: Marks["themes"];
  findings: Finding[] | undefined;
  regions: RegionInfo[];
  readOnly: boolean;
  t: Translate;
  store: Store;
  hands: Hands;
}

export const NoteView = memo(function NoteView(props: NoteProps): JSX.Element {
  const { note, isEditing, isReachable, hands } = props;
  const [id] = useState(randomName);
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

/** What a note says, and how it is known. */
export type Said = Pick<Note, "text" | "evidence" | "source" | "author">;

/** How we know it, from whom, and who wrote it down. */
export function howInWords({ evidence, source, author }: Said, t: Translate): string {
  const by = author && t("map.by", { author });
  return [t(`map.evidence.${evidence}`), source, by].filter(Boolean).join(" · ");
}

function NoteFoot(props: NoteProps & { howId: string }): JSX.Element {
  const { note, t, readOnly } = props;
  return (
    <div class="ew-note-foot">
      <p id={props.howId}>
        <span aria-hidden="true">{SHAPE[note.evidence]}</span> {howInWords(note, t)}
        {props.theme && (
          <span class="ew-theme">
            {t("map.theme")}: {props.theme}
          </span>
        )}
        {props.open > 0 && <b> {t("map.comment.at", { n: props.open })}</b>}
      </p>
      {!readOnly && (
        <span data-grip>
          <NoteMenu {...props} />
        </span>
      )}
    </div>
  );
}

type MenuProps = Pick<
  NoteProps,
  "note" | "isFirst" | "isLast" | "menuAsked" | "regions" | "t" | "hands"
>;

/** Everything that can be done with a note without dragging it. */
export function NoteMenu(props: MenuProps): JSX.Element {
  const { note, isFirst, isLast, menuAsked, regions, t, hands } = props;
  const pick = (id: string): void => {
    const acts: Record<string, () => void> = {
      earlier: () => hands.step(note.id, -1),
      later: () => hands.step(note.id, 1),
      edit: () => hands.edit(note.id),
      comment: () => hands.comment(note.id),
      delete: () => hands.remove(note.id),
    };
    (acts[id] ?? (() => hands.send(note.id, id)))();
  };
  return (
    <Menu
      label={t("map.move.note", { text: note.text })}
      heading={t("map.move")}
      openSignal={menuAsked}
      items={[
        ...regions.map(({ key, number, title, region, tag }) => ({
          id: key,
          text: number ? `${number} ${title}` : title,
          checked: region === note.region && (tag === undefined || tag === note.tag),
        })),
        ...(isFirst ? [] : [{ id: "earlier", text: t("map.earlier"), action: true }]),
        ...(isLast ? [] : [{ id: "later", text: t("map.later"), action: true }]),
        { id: "edit", text: t("map.edit"), action: true },
        { id: "comment", text: t("map.comment"), action: true },
        { id: "delete", text: t("map.delete"), action: true },
      ]}
      onPick={pick}
    >
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
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
