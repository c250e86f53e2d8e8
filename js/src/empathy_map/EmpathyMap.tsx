/** The empathy map: a question, a person in the middle, and notes in six regions round them. */
import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import type { Entries, Finding, StepProps } from "../shared/step";
import { Diff } from "./Diff";
import { dragNotes } from "./dragNotes";
import "./person.css";
import "./note.css";
import "./empathy_map.css";
import { allNotes, boardOf, EVIDENCE, type RegionKey, SHAPE } from "./moves";
import { PERSON, Person } from "./Person";
import { Region } from "./Region";
import { useBoard } from "./useBoard";

export interface RegionInfo {
  key: RegionKey;
  number: number;
  title: string;
  prompt: string;
}

export interface MapProps {
  /** The question the exercise sets; empty when the learner writes one. */
  question: string;
  /** In the order of their numbers. */
  regions: RegionInfo[];
  /** This map is the second of a person. */
  follows: boolean;
  /** The entries of the first map. */
  previous: Entries | null;
}

const KEYS = [
  ["arrows", ""],
  ["edges", ""],
  ["move", ""],
  ["enter", "Enter"],
  ["line", ""],
  ["menu", "M"],
  ["delete", "Delete"],
  ["undo", "Ctrl + Z"],
  ["escape", "Escape"],
  ["show", "?"],
] as const;

export function EmpathyMap(p: StepProps<MapProps>): JSX.Element {
  const { props, entries, store, t, readOnly } = p;
  const root = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const { board, editing, deleted, current, menu, hands } = useBoard(p, root);
  const findings = useMemo(() => byPart(p.findings), [p.findings]);
  const previous = useMemo(() => boardOf(props.previous ?? {}), [props.previous]);
  const hasNotes = allNotes(board).length > 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.closest("textarea, input, [role=menu]")) {
      return;
    }
    if (event.key === "?") {
      setShowsKeys(!showsKeys);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      hands.undo();
    } else if (target.dataset.note) {
      hands.key(event, target.dataset.note);
      return;
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pointers of all notes in one place
    <div
      class="ew-map"
      ref={root}
      onKeyDown={onKeyDown}
      onPointerDown={(event) =>
        !readOnly &&
        dragNotes(event, root.current, mark.current, hands, () => p.announce(t("map.not_moved")))
      }
    >
      <Question {...p} />
      {props.follows && !readOnly && !hasNotes && (
        <Follow p={p} count={allNotes(previous).length} />
      )}
      <div class="ew-board">
        <Person entries={entries} store={store} t={t} readOnly={readOnly} />
        {props.regions.map((region) => (
          <Region
            key={region.key}
            region={region}
            regions={props.regions}
            notes={board[region.key]}
            editing={board[region.key].some(({ id }) => id === editing) ? editing : null}
            current={current[region.key]}
            menu={board[region.key].some(({ id }) => id === menu.id) ? menu : null}
            deleted={deleted?.region === region.key ? deleted : null}
            findings={findings}
            readOnly={readOnly}
            t={t}
            store={store}
            hands={hands}
          />
        ))}
        <div class="ew-drop-mark" ref={mark} hidden />
      </div>
      <div class="ew-map-foot">
        <ul aria-label={t("map.legend")}>
          {EVIDENCE.map((evidence) => (
            <li key={evidence}>
              <span aria-hidden="true">{SHAPE[evidence]}</span>{" "}
              {t(evidence === "assumed" ? "map.legend.assumed" : `map.evidence.${evidence}`)}
            </li>
          ))}
        </ul>
        {!readOnly && (
          <button
            type="button"
            class="ew-link"
            aria-expanded={showsKeys}
            onClick={() => setShowsKeys(!showsKeys)}
          >
            <kbd>?</kbd> {t("map.keys")}
          </button>
        )}
      </div>
      {showsKeys && !readOnly && (
        <dl class="ew-keys">
          {KEYS.map(([key, name]) => (
            <div key={key}>
              <dt>
                <kbd>{name || t(`map.keys.name.${key}`)}</kbd>
              </dt>
              <dd>{t(`map.keys.${key}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {props.follows && hasNotes && allNotes(previous).length > 0 && (
        <Diff before={previous} after={board} regions={props.regions} t={t} />
      )}
    </div>
  );
}

function Question({ props, entries, store, t, readOnly }: StepProps<MapProps>): JSX.Element {
  if (props.question || readOnly) {
    const question = props.question || textOf(entries.question) || t("map.question.empty");
    return <p class="ew-map-question">{question}</p>;
  }
  return (
    <div class="ew-map-question">
      <Field
        id="question"
        entry={entries.question}
        label={t("map.question")}
        placeholder={t("map.question.example")}
        t={t}
        store={store}
      />
    </div>
  );
}

/** The second map begins with the notes of the first, under the same ids, so that the two compare. */
function Follow({ p, count }: { p: StepProps<MapProps>; count: number }): JSX.Element {
  const { props, entries, store, t, announce } = p;
  if (count === 0) {
    return <p class="ew-follow ew-soft">{t("map.follow.empty")}</p>;
  }
  const start = (): void => {
    const first = props.previous ?? {};
    for (const note of allNotes(boardOf(first))) {
      const { value = {}, rank = "" } = note.entry ?? {};
      store.edit(note.id, { value, rank, deleted: false });
    }
    for (const field of [...PERSON, "question", "face"]) {
      const entry = first[field];
      if (entry && !entry.deleted && !entries[field]) {
        store.edit(field, { value: entry.value });
      }
    }
    announce(t("map.follow.say", { count }));
  };
  return (
    <p class="ew-follow">
      <button type="button" class="ew-button ew-main" onClick={start}>
        {t("map.follow")}
      </button>{" "}
      <span class="ew-soft">{t("map.follow.why")}</span>
    </p>
  );
}

function byPart(findings: Finding[]): Map<string, Finding[]> {
  const parts = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.part) {
      parts.set(finding.part, [...(parts.get(finding.part) ?? []), finding]);
    }
  }
  return parts;
}
