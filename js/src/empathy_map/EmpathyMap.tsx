/** The empathy map: a question, a person in the middle, and notes in the regions round them. */
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Bar, type Tool } from "../shared/Bar";
import { History } from "../shared/history";
import type { Entries, Finding, StepProps } from "../shared/step";
import { undoTools, wayOf } from "../shared/undo";
import { AREAS, VIEWS, type View, withWords } from "./areas";
import { Beside } from "./Beside";
import "./beside.css";
import { Compare } from "./Compare";
import { Diff } from "./Diff";
import { dragNotes } from "./dragNotes";
import { marksOf } from "./marks";
import "./person.css";
import "./note.css";
import "./empathy_map.css";
import "./outline.css";
import "./seven.css";
import { Follow } from "./Follow";
import { Foot } from "./Foot";
import { allNotes, boardOf, notesIn } from "./moves";
import { Outline } from "./Outline";
import { Person, PersonFields } from "./Person";
import { Goal, Question } from "./Question";
import { Region } from "./Region";
import { useStage } from "./stage";
import "./stage.css";
import { Timer } from "./Timer";
import { useBoard } from "./useBoard";

export interface MapProps {
  /** The question the exercise sets; empty when the learner writes one. */
  question: string;
  /** The view to begin with. */
  view?: View;
  /** This map is the second of a person. */
  follows: boolean;
  /** The entries of the first map. */
  previous: Entries | null;
}

/** How the map is shown: as a picture, as headings and lists, or beside those of others. */
type Form = "board" | "outline" | "compare";

export function EmpathyMap(given: StepProps<MapProps>): JSX.Element {
  const history = useMemo(() => new History(given.store), [given.store]);
  const p = { ...given, store: history };
  const { props, entries, t, readOnly } = p;
  const root = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(props.view ?? "six");
  const [form, setForm] = useState<Form>("board");
  const [showsKeys, setShowsKeys] = useState(false);
  const work = useBoard(p, history, view, root);
  const { board, editing, deleted, current, menu, hands } = work;
  const regions = useMemo(
    () =>
      withWords(
        AREAS[view].filter(({ key }) => board[key]),
        t,
      ),
    [view, t, Object.keys(board).join()],
  );
  const [hasTimer, setTimer] = useState(false);
  const stage = useStage(root, regions, t, p.announce);
  const findings = useMemo(() => byPart(p.findings), [p.findings]);
  const previous = useMemo(() => boardOf(props.previous ?? {}), [props.previous]);
  const found = marksOf(entries);
  const marks = useMemo(() => found, [JSON.stringify([found.themes, [...found.open]])]);
  const hasNotes = allNotes(board).length > 0;
  const isBoard = form === "board";
  const isPresented = stage.step !== null;

  /** What had the focus when the form was changed: the same thing keeps it in the other form. */
  const held = useRef<string | null>(null);
  useLayoutEffect(() => {
    const map = root.current;
    if (held.current !== null && !map?.contains(document.activeElement)) {
      const same = held.current && map?.querySelector<HTMLElement>(held.current);
      (same || map?.querySelector<HTMLElement>(".ew-tools [aria-pressed=true]"))?.focus();
    }
    held.current = null;
  }, [view, form]);
  const show = (nextForm: Form, nextView = view): void => {
    if (editing) {
      hands.done(editing);
    }
    const { note, add } =
      document.activeElement?.closest<HTMLElement>("[data-note], [data-add]")?.dataset ?? {};
    held.current = note ? `[data-note="${note}"]` : add ? `[data-add="${add}"]` : "";
    setView(nextView);
    setForm(nextForm);
    p.announce(t(`map.shown.${nextForm === "board" ? nextView : nextForm}`));
  };
  const toggle = (name: Form, key: string): Tool => ({
    name,
    key,
    pressed: form === name,
    act: () => show(form === name ? "board" : name),
  });
  const toggleTimer = (): void => {
    if (hasTimer && document.activeElement?.closest(".ew-timer")) {
      root.current?.querySelector<HTMLElement>('[aria-keyshortcuts="T"]')?.focus();
    }
    setTimer(!hasTimer);
    p.announce(t(hasTimer ? "map.timer.off" : "map.timer.on"));
  };
  const tools: Tool[] = [
    ...(readOnly ? [] : undoTools(history, (way) => hands[way]())),
    ...VIEWS.map((name, at) => {
      const key = String(at + 6);
      return { name, key, sign: key, pressed: view === name, act: () => show(form, name) };
    }),
    ...(isPresented
      ? []
      : [toggle("outline", "O"), ...(p.compared ? [toggle("compare", "C")] : [])]),
    ...(isBoard
      ? [
          { name: "focus", key: "F", pressed: stage.focus !== null, act: stage.toggleFocus },
          { name: "present", key: "P", pressed: isPresented, act: stage.togglePresent },
        ]
      : []),
    ...(readOnly ? [] : [{ name: "timer", key: "T", pressed: hasTimer, act: toggleTimer }]),
  ];

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.closest("textarea, input, select, [role=menu]")) {
      return;
    }
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    const tool = tools.find((one) => one.key.toLowerCase() === key);
    if (!isCommand && stage.key(event)) {
      event.preventDefault();
      return;
    }
    const way = wayOf(event);
    if (way) {
      hands[way]();
    } else if (!isCommand && key === "?") {
      setShowsKeys(!showsKeys);
    } else if (!isCommand && !event.altKey && tool) {
      tool.act();
    } else if (target.dataset.note) {
      hands.key(event, target.dataset.note);
      return;
    } else {
      return;
    }
    event.preventDefault();
  };

  const common = { findings, readOnly: readOnly || isPresented, t, store: history };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pointers of all notes in one place
    <div
      class="ew-map"
      ref={root}
      tabIndex={-1}
      data-step={stage.step ?? undefined}
      data-view={isBoard ? view : form}
      onKeyDown={onKeyDown}
      onPointerDown={(event) =>
        !readOnly &&
        isBoard &&
        dragNotes(event, root.current, mark.current, hands, () => p.announce(t("map.not_moved")))
      }
    >
      <div class="ew-map-top">
        <Question {...p} readOnly={common.readOnly} />
        <Bar label={t("map.bar")} tools={tools} t={t} />
      </div>
      {hasTimer && <Timer regions={regions} t={t} announce={p.announce} onStop={toggleTimer} />}
      {(form === "outline" || (isBoard && view === "six")) && (
        <Goal {...p} readOnly={common.readOnly} />
      )}
      {props.follows && !readOnly && !hasNotes && (
        <Follow p={p} count={allNotes(previous).length} />
      )}
      {form === "compare" && p.compared ? (
        <Compare compared={p.compared} t={t} />
      ) : form === "outline" ? (
        <>
          <div class="ew-who">
            <h4>{t("map.person")}</h4>
            {readOnly ? (
              <Person {...common} entries={entries} />
            ) : (
              <PersonFields {...common} entries={entries} />
            )}
          </div>
          <Outline board={board} regions={regions} work={work} marks={marks} {...common} />
        </>
      ) : (
        <div class="ew-board" data-focus={stage.focus ?? undefined}>
          <Person {...common} entries={entries} number={view === "seven" ? 1 : 0} />
          {view === "seven" && <Goal {...p} readOnly={common.readOnly} number={2} />}
          {regions.map((region, at) => {
            const notes = notesIn(board, region.key);
            const has = (id: string | null): boolean => notes.some((note) => note.id === id);
            return (
              <Region
                key={region.key}
                region={region}
                regions={regions}
                notes={notes}
                editing={has(editing) ? editing : null}
                current={current[region.key]}
                menu={has(menu.id) ? menu : null}
                isDimmed={stage.focus !== null && stage.focus !== region.key}
                isVeiled={stage.step !== null && at >= stage.step}
                deleted={deleted?.area === region.key ? deleted : null}
                hands={hands}
                marks={marks}
                {...common}
              />
            );
          })}
          <div class="ew-drop-mark" ref={mark} hidden />
        </div>
      )}
      <Foot
        t={t}
        readOnly={readOnly}
        showsKeys={showsKeys}
        onKeys={() => setShowsKeys(!showsKeys)}
        tools={tools}
      />
      <Beside
        {...common}
        entries={entries}
        notes={allNotes(board)}
        announce={p.announce}
        comment={work.comment}
      />
      {props.follows && hasNotes && allNotes(previous).length > 0 && (
        <Diff before={previous} after={board} t={t} />
      )}
    </div>
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
