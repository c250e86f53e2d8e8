/** The table of a `data` step: what the kernel sends of it, and which rows are shown in which order. */
import type { Lang } from "../shared/step";

export interface Column {
  title: string;
  type: "text" | "number" | "money" | "percent" | "choice";
  /** Of a choice all values, in order. */
  values: string[];
}

export interface Row {
  id: string;
  cells: (string | number)[];
}

export interface Plot {
  kind: "pareto" | "bars" | "before_after";
  cut: { title: string; start: number; at_least: number; at_most: number; step: number };
  /** Places of columns, from 0: the value; the scores; or label, before and after. */
  columns: number[];
  /** The place of the column that makes groups, or nothing. */
  by?: number[];
}

export interface Question {
  id: string;
  kind: "number" | "pick" | "choice";
  title: string;
  ask: string;
  unit: string;
  options: { id: string; text: string }[];
}

export interface DataProps {
  rows_name: string;
  columns: Column[];
  rows: Row[];
  plot: Plot | null;
  questions: Question[];
}

/** What a learner looks at: by column the chosen value, words to search for, and the order. */
export interface Look {
  only: Record<number, string>;
  search: string;
  column: number | null;
  down: boolean;
}

export const EVERYTHING: Look = { only: {}, search: "", column: null, down: false };

export const isNumber = ({ type }: Column): boolean => type !== "text" && type !== "choice";

export const numberIn = (row: Row, column: number): number => Number(row.cells[column]);

/** The rows that pass the filter, in the order asked for; equal ones stay in the order of the table. */
export function shownRows({ rows, columns }: DataProps, look: Look, lang: Lang): Row[] {
  const words = look.search.trim().toLocaleLowerCase(lang);
  const found = rows.filter(
    ({ cells }) =>
      Object.entries(look.only).every(([column, value]) => !value || cells[+column] === value) &&
      cells.some((cell) => String(cell).toLocaleLowerCase(lang).includes(words)),
  );
  const { column } = look;
  const by = column === null ? undefined : columns[column];
  if (column === null || !by) {
    return found;
  }
  const compare = isNumber(by)
    ? (a: Row, b: Row) => numberIn(a, column) - numberIn(b, column)
    : (a: Row, b: Row) => String(a.cells[column]).localeCompare(String(b.cells[column]), lang);
  return found.sort((a, b) => (look.down ? compare(b, a) : compare(a, b)));
}

/** A number as a reader of one language writes it, as `empathy_widgets/views/quantities.py` does. */
export function quantity(number: number, type: Column["type"], lang: Lang): string {
  const text = new Intl.NumberFormat(lang === "nl" ? "nl-NL" : "en-GB", {
    maximumFractionDigits: type === "percent" ? 1 : 2,
    useGrouping: type === "money" ? "always" : "min2",
    signDisplay: "negative",
  }).format(number);
  const money = lang === "nl" ? "€\u00a0" : "€";
  return type === "money"
    ? text.replace(/\d/, `${money}$&`)
    : type === "percent"
      ? `${text}%`
      : text;
}

/** A cell as learners read it. */
export function cellText(cell: string | number, { type }: Column, lang: Lang): string {
  return typeof cell === "number" ? quantity(cell, type, lang) : cell;
}
