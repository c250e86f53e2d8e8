/** The persona sheet: one person who stands for a target group, on one page, edited where it stands. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { Bar } from "../shared/Bar";
import { live, textOf } from "../shared/entries";
import { type Edit, History } from "../shared/history";
import type { StepProps, WithPhotos } from "../shared/step";
import { undoTools, useUndo } from "../shared/undo";
import { useWish } from "../shared/wish";
import { Journey } from "./Journey";
import { Portrait } from "./Portrait";
import "./persona_sheet.css";
import "./parts.css";
import { Fold, Found, type Sheet, Write } from "./parts";
import { Sliders } from "./Sliders";
import { type PersonaProps, textsOf } from "./sheet";
import { TakeNotes } from "./TakeNotes";
import { Test } from "./Test";
import { Themes } from "./Themes";
import { Versions } from "./Versions";

type Given = StepProps<PersonaProps> & WithPhotos;

export function PersonaSheet(given: Given): JSX.Element {
  const history = useMemo(() => new History(given.store), [given.store]);
  const p: Sheet = { ...given, store: history };
  const { props, entries, t, readOnly } = p;
  const [root, wish] = useWish();
  const groups = props.groups.map(({ key }) => key);
  const undo = useUndo(p, history, wish, placesOf);
  const rows = live(entries);
  const starting = (prefix: string): typeof rows => rows.filter(([id]) => id.startsWith(prefix));
  const last = starting("version-").at(-1)?.[1];
  const [version, date] = [textOf(last, "version"), textOf(last, "date").trim()];
  const line = (id: string, hint = t(`persona.field.${id}`)): JSX.Element => (
    <Write p={p} id={id} label={t(`persona.field.${id}`)} hint={hint} part={id} />
  );
  const fold = (part: string, prefix: string, children: () => JSX.Element): JSX.Element => {
    const n = starting(prefix).length;
    return (
      <Fold title={t(`persona.${part}`)} about={n > 0 ? t("persona.so_far", { n }) : ""}>
        {children}
      </Fold>
    );
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of all fields in one place
    <div class="ew-persona" ref={root} onKeyDown={undo.onKeyDown} onFocusIn={undo.onFocusIn}>
      {!readOnly && (
        <div class="ew-persona-top">
          {props.takes_notes && (
            <TakeNotes {...p} onTaken={(theme) => wish(`[data-theme="${theme}"] textarea`)} />
          )}
          <Bar label={t("persona.bar")} tools={undoTools(history, undo.turn)} t={t} />
        </div>
      )}
      <div class="ew-sheet">
        <div class="ew-who">
          <Portrait {...p} />
          <div class="ew-name">{line("name")}</div>
          {line("who")}
          {props.group ? (
            <p class="ew-soft">{t("persona.of_group", { group: props.group })}</p>
          ) : (
            <div class="ew-of">{line("group")}</div>
          )}
          {version && (
            <p class="ew-soft">
              {t(date ? "persona.version.dated" : "persona.version", { version, date })}
            </p>
          )}
        </div>
        <div class="ew-said">
          <div class="ew-quote">{line("quote", t("persona.quote.prompt"))}</div>
          <Themes {...p} />
        </div>
        <Sliders {...p} />
        <Demographics p={p} />
      </div>
      <Found t={t} found={p.findings.filter(({ part }) => groups.includes(part))} />
      {fold("review", "review-", () => (
        <Test {...p} />
      ))}
      {fold("versions", "version-", () => (
        <Versions {...p} texts={textsOf(entries, starting("slider-"), props)} />
      ))}
      {fold("journey", "journey-", () => (
        <Journey {...p} />
      ))}
    </div>
  );
}

/** Figures come last: they say least about a person. */
function Demographics({ p }: { p: Sheet }): JSX.Element {
  const { props, t } = p;
  return (
    <section class="ew-figures">
      <h4>{t("persona.demographics")}</h4>
      {props.demographics.map(({ key, title }) => (
        <Write key={key} p={p} id={`demographics.${key}`} label={title} />
      ))}
    </section>
  );
}

/** Where an edit shows: its text, else its row or its theme. */
function placesOf({ id, after }: Edit): string[] {
  return [
    ...Object.keys(after).map((field) => `[data-entry="${id}.${field}"]`),
    `[data-row="${id}"] :is(textarea, summary, button)`,
    `[data-theme="${id.replace("theme.", "")}"] textarea`,
  ];
}
