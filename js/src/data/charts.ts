/**
 * What a plot shows, and the same in words: as `empathy_widgets/views/charts.py` does.
 * `tests/views/chart_vectors.json` holds both to the same words.
 */
import type { Lang, Translate } from "../shared/step";
import { cellText, type DataProps, numberIn, quantity, type Row } from "./table";

export interface Bar {
  name: string;
  /** From 0 to 1. */
  length: number;
  text: string;
  colour: number;
}

export interface Chart {
  words: string;
  groups: { title: string; bars: Bar[] }[];
  /** Where the cut stands among the bars, from 0 to 1. */
  mark?: number;
  /** Of a Pareto plot: how high each row stands, and the line; from 0 to 1. */
  heights: number[];
  sums: number[];
  count: number;
}

type Draw = (p: DataProps, rows: Row[], cut: number, lang: Lang, t: Translate) => Partial<Chart>;

const NOTHING: Chart = { words: "", groups: [], heights: [], sums: [], count: 0 };

/** The plot of the rows that are shown, at a cut. */
export const chart = (...[p, rows, cut, lang, t]: Parameters<Draw>): Chart => ({
  ...NOTHING,
  ...(p.plot && rows.length > 0
    ? DRAW[p.plot.kind](p, rows, cut, lang, t)
    : { words: t("data.alt.none", { rows: p.rows_name }) }),
});

const pareto: Draw = (p, rows, cut, lang, t) => {
  const [value = 0] = p.plot?.columns ?? [];
  const numbers = rows.map((row) => numberIn(row, value)).sort((a, b) => b - a);
  const total = numbers.reduce((sum, number) => sum + number, 0);
  const count = Math.min(Math.round(cut), rows.length);
  let soFar = 0;
  const sums = numbers.map((number) => {
    soFar += number;
    return soFar / total;
  });
  const words = t("data.alt.pareto", {
    value: p.columns[value]?.title ?? "",
    n: count,
    all: rows.length,
    rows: p.rows_name,
    share: quantity((100 * count) / rows.length, "percent", lang),
    part: quantity(100 * (sums[count - 1] ?? 0), "percent", lang),
  });
  return { words, heights: numbers.map((number) => number / (numbers[0] ?? 1)), sums, count };
};

const bars: Draw = (p, rows, cut, lang, t) => {
  const [by] = p.plot?.by ?? [];
  const parts =
    by === undefined
      ? [{ name: "", of: rows }]
      : (p.columns[by]?.values ?? [])
          .map((name) => ({ name, of: rows.filter((row) => row.cells[by] === name) }))
          .filter(({ of }) => of.length > 0);
  const groups = (p.plot?.columns ?? []).map((column) => ({
    title: p.columns[column]?.title ?? "",
    bars: parts.map(({ name, of }, colour) => {
      const length = of.filter((row) => numberIn(row, column) >= cut).length / of.length;
      return { name, length, text: quantity(100 * length, "percent", lang), colour };
    }),
  }));
  const words = t("data.alt.bars", {
    cut: quantity(cut, "number", lang),
    all: rows.length,
    rows: p.rows_name,
    list: inWords(groups),
  });
  return { words, groups };
};

const beforeAfter: Draw = (p, rows, cut, lang, t) => {
  const [label = 0, before = 0, after = 0] = p.plot?.columns ?? [];
  const changes = rows.map((row) => (100 * numberIn(row, after)) / numberIn(row, before) - 100);
  const longest = 100 + Math.max(p.plot?.cut.at_most ?? 0, ...changes);
  const text = (row: Row, column: number): string => {
    const described = p.columns[column];
    return described ? cellText(row.cells[column] ?? "", described, lang) : "";
  };
  const counts = (change: number): boolean => Math.abs(change) >= cut;
  const groups = rows.map((row, at) => {
    const change = changes[at] ?? 0;
    const sign = change > 0 ? "+" : "";
    return {
      title: text(row, label),
      bars: [
        { name: t("data.before"), length: 100 / longest, text: text(row, before), colour: 2 },
        {
          name: t("data.after"),
          length: Math.max(0, 100 + change) / longest,
          text: `${text(row, after)} (${sign}${quantity(change, "percent", lang)})`,
          colour: counts(change) ? 0 : 2,
        },
      ],
    };
  });
  const words = t("data.alt.before_after", {
    list: inWords(groups),
    cut: quantity(cut, "number", lang),
    n: changes.filter(counts).length,
    all: rows.length,
  });
  return { words, groups, mark: (100 + cut) / longest };
};

const DRAW = { pareto, bars, before_after: beforeAfter };

function inWords(groups: Chart["groups"]): string {
  const bar = ({ name, text }: Bar): string => (name ? `${name} ${text}` : text);
  return groups.map((group) => `${group.title}: ${group.bars.map(bar).join(", ")}`).join("; ");
}
