/** The table: sorted by its headings, and with a box to tick for each question that asks for rows. */
import type { JSX } from "preact";
import type { Lang, Translate } from "../shared/step";
import "../shared/grid.css";
import { cellText, type DataProps, isNumber, type Look, type Question, type Row } from "./table";

interface TableProps {
  props: DataProps;
  rows: Row[];
  look: Look;
  lang: Lang;
  t: Translate;
  readOnly: boolean;
  onSort(column: number): void;
  picked(question: Question): string[];
  onPick(question: Question, row: string, on: boolean): void;
}

export function DataTable(p: TableProps): JSX.Element {
  const { props, rows, look, lang, t } = p;
  const picks = props.questions.filter(({ kind }) => kind === "pick");
  const way = look.down ? "descending" : "ascending";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a step, no section of the page
    <div
      class="ew-scroll"
      role="group"
      aria-label={t("data.table", { n: props.rows.length, rows: props.rows_name })}
    >
      <table class="ew-table ew-data-table">
        <thead>
          <tr>
            {picks.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            {props.columns.map((column, at) => (
              <th
                key={column.title}
                scope="col"
                class={isNumber(column) ? "ew-digits" : ""}
                aria-sort={look.column === at ? way : undefined}
              >
                <button type="button" onClick={() => p.onSort(at)}>
                  {column.title}{" "}
                  <span aria-hidden="true">
                    {look.column === at ? (look.down ? "▼" : "▲") : "↕"}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {picks.map((question) => (
                <td key={question.id}>
                  <input
                    type="checkbox"
                    aria-label={`${question.title}: ${cells[0]}`}
                    disabled={p.readOnly}
                    checked={p.picked(question).includes(id)}
                    onChange={(event) => p.onPick(question, id, event.currentTarget.checked)}
                  />
                </td>
              ))}
              {props.columns.map((column, at) => {
                const text = cellText(cells[at] ?? "", column, lang);
                return at === 0 ? (
                  <th key={column.title} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column.title} class={isNumber(column) ? "ew-digits" : ""}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
