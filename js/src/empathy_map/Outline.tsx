/** The same map as headings and lists, for whoever would rather read and write it in order. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import type { RegionInfo } from "./areas";
import type { Marks } from "./marks";
import { type Board, type Note, notesIn, SHAPE } from "./moves";
import { Findings, howInWords, NoteMenu } from "./Note";
import { NoteEditor } from "./NoteEditor";
import type { Work } from "./useBoard";

interface OutlineProps {
  board: Board;
  regions: RegionInfo[];
  work: Work;
  marks: Marks;
  findings: Map<string, Finding[]>;
  readOnly: boolean;
  t: Translate;
  store: Store;
}

export function Outline({ board, regions, ...rest }: OutlineProps): JSX.Element {
  return (
    <div class="ew-outline">
      {regions.map((region) => (
        <Part
          key={region.key}
          region={region}
          regions={regions}
          notes={notesIn(board, region.key)}
          {...rest}
        />
      ))}
    </div>
  );
}

type PartProps = Omit<OutlineProps, "board"> & { region: RegionInfo; notes: Note[] };

function Part(props: PartProps): JSX.Element {
  const { region, regions, notes, work, marks, findings, readOnly, t, store } = props;
  const [titleId] = useState(randomName);
  const { hands, editing } = work;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark would have the same name in every map
    <div class="ew-part" data-region={region.key} role="group" aria-labelledby={titleId}>
      <h4 id={titleId}>
        {region.number > 0 && `${region.number} `}
        {region.title} <span class="ew-soft">{t("map.count", { count: notes.length })}</span>
      </h4>
      <Findings findings={findings.get(region.part)} t={t} />
      {notes.length > 0 && (
        <ul>
          {notes.map((note, at) =>
            note.id === editing ? (
              <li key={note.id}>
                <NoteEditor {...{ note, regions, t, store, hands }} themes={marks.themes} />
              </li>
            ) : (
              <li key={note.id}>
                <Line note={note} at={at} {...props} />
              </li>
            ),
          )}
        </ul>
      )}
      {notes.length === 0 && <p class="ew-soft">{readOnly ? t("map.empty") : region.prompt}</p>}
      {!readOnly && (
        <button
          type="button"
          class="ew-button"
          data-add={region.key}
          onClick={() => hands.add(region.key)}
        >
          {t("map.add")}
          <span class="ew-hidden">: {region.title}</span>
        </button>
      )}
    </div>
  );
}

function Line({
  note,
  at,
  notes,
  regions,
  work,
  marks,
  findings,
  readOnly,
  t,
}: PartProps & {
  note: Note;
  at: number;
}): JSX.Element {
  const theme = marks.themes.find(({ id }) => id === note.theme)?.text;
  const open = marks.open.get(note.id) ?? 0;
  const how = (
    <span class="ew-soft">
      <span aria-hidden="true">{SHAPE[note.evidence]}</span> {howInWords(note, t)}
      {theme && ` · ${t("map.theme")}: ${theme}`}
      {open > 0 && ` · ${t("map.comment.at", { n: open })}`}
    </span>
  );
  return (
    <>
      <div class="ew-line-of-outline">
        {readOnly ? (
          <p dir="auto">
            {note.text} {how}
          </p>
        ) : (
          <>
            <button
              type="button"
              class="ew-outline-note"
              data-note={note.id}
              aria-keyshortcuts="Enter Delete M Shift+ArrowUp Shift+ArrowDown"
              onClick={() => work.hands.edit(note.id)}
            >
              <span dir="auto">{note.text}</span> {how}
            </button>
            <NoteMenu
              note={note}
              isFirst={at === 0}
              isLast={at === notes.length - 1}
              menuAsked={work.menu.id === note.id ? work.menu.count : 0}
              regions={regions}
              t={t}
              hands={work.hands}
            />
          </>
        )}
      </div>
      <Findings findings={findings.get(note.id)} t={t} />
    </>
  );
}
