/** `data`: sort and filter a small table, move a cut, see the plot follow, and answer. */
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import "./data.css";
import { listOf } from "../shared/entries";
import { Select } from "../shared/Select";
import type { Entries, StepProps } from "../shared/step";
import { Cut } from "./Cut";
import { chart } from "./charts";
import { DataTable } from "./DataTable";
import { Plot } from "./Plot";
import { Ask, entryOf } from "./Questions";
import { type DataProps, EVERYTHING, isNumber, type Look, type Question, shownRows } from "./table";

/** A table of so few rows needs no filter. */
const AT_A_GLANCE = 8;

export function Data(p: StepProps<DataProps>): JSX.Element {
  const { props, lang, t, store, entries, announce, readOnly } = p;
  const [look, setLook] = useState(EVERYTHING);
  const rows = useMemo(() => shownRows(props, look, lang), [props.rows, look]);
  const { plot, columns, questions } = props;
  const cut = cutIn(entries, props, rows.length);

  const sort = (column: number): void => {
    const first = columns[column];
    const again = look.column === column;
    const down = again ? !look.down : !!first && isNumber(first);
    setLook({ ...look, column, down });
    announce(t(`data.sorted.${down ? "descending" : "ascending"}`, { column: first?.title ?? "" }));
  };
  const pick = (question: Question, row: string, on: boolean): void => {
    const id = entryOf(question);
    const others = pickedIn(store.entries, question).filter((other) => other !== row);
    store.edit(id, { value: { rows: on ? [...others, row] : others } });
  };

  return (
    <div class="ew-stack ew-data">
      {props.rows.length > AT_A_GLANCE && (
        <Filter {...p} look={look} onLook={setLook} shown={rows.length} />
      )}
      <DataTable
        {...{ props, rows, look, lang, t, readOnly }}
        onSort={sort}
        picked={(question) => pickedIn(entries, question)}
        onPick={pick}
      />
      {plot && (
        <>
          <Cut
            label={plot.cut.title || t(`data.cut.${plot.kind}`)}
            value={cut}
            min={plot.cut.at_least}
            max={highest(props, rows.length)}
            step={plot.cut.step}
            readOnly={readOnly}
            onCut={(value) => store.edit("cut", { value: { value } })}
          />
          <Plot chart={chart(props, rows, cut, lang, t)} />
        </>
      )}
      {questions.map((question) => (
        <Ask key={question.id} {...p} question={question} picked={pickedIn(entries, question)} />
      ))}
    </div>
  );
}

interface FilterProps extends StepProps<DataProps> {
  look: Look;
  onLook(look: Look): void;
  /** How many rows it leaves. */
  shown: number;
}

/** A list for each column of choices, a field to search, and how many rows they leave. */
function Filter({ props, t, look, onLook, shown }: FilterProps): JSX.Element {
  return (
    <div class="ew-row">
      {props.columns.map(
        (column, at) =>
          column.type === "choice" && (
            <label key={column.title} class="ew-filter">
              {column.title}
              <Select
                class="ew-input"
                value={look.only[at] ?? ""}
                options={[
                  { id: "", text: t("data.all") },
                  ...column.values.map((value) => ({ id: value, text: value })),
                ]}
                onPick={(value) => onLook({ ...look, only: { ...look.only, [at]: value } })}
              />
            </label>
          ),
      )}
      <label class="ew-filter">
        {t("data.search")}
        <input
          type="search"
          class="ew-input"
          value={look.search}
          onInput={(event) => onLook({ ...look, search: event.currentTarget.value })}
        />
      </label>
      <span role="status" class="ew-soft">
        {t("data.shown", { n: shown, all: props.rows.length, rows: props.rows_name })}
      </span>
    </div>
  );
}

/** The largest cut: of a Pareto plot as many as there are rows. */
function highest({ plot }: DataProps, rows: number): number {
  const most = plot?.cut.at_most ?? 0;
  return plot?.kind === "pareto" ? Math.max(1, Math.min(most, rows)) : most;
}

function cutIn(entries: Entries, props: DataProps, rows: number): number {
  const entry = entries.cut;
  const value = entry?.deleted ? undefined : entry?.value.value;
  const { start = 0, at_least = 0 } = props.plot?.cut ?? {};
  const wanted = typeof value === "number" ? value : start;
  return Math.min(Math.max(wanted, at_least), highest(props, rows));
}

const pickedIn = (entries: Entries, question: Question): string[] =>
  listOf(entries[entryOf(question)], "rows");
