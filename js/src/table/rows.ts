/** The rows of a table: those that stand ready, those that were added, and their cells. */
import { rankBetween } from "../shared/ranks";
import type { Entries } from "../shared/step";

const OWN = "row-";

/** The name of a cell's entry. */
export function cellId(row: string, column: string): string {
  return `${row}.${column}`;
}

/**
 * The learner's rows from top to bottom: those that stand ready, then those that were added. A row
 * that was taken away while somebody filled a cell of it is still there.
 */
export function ownRows(entries: Entries, ready: number): string[] {
  const asked = Array.from({ length: ready }, (_, at) => `${OWN}${at + 1}`);
  const alive = Object.entries(entries).filter(([id, e]) => id.startsWith(OWN) && !e.deleted);
  const added = new Set(alive.map(([id]) => id.split(".")[0] as string));
  const place = (row: string): string => `${entries[row]?.rank ?? ""} ${row}`;
  return [
    ...asked,
    ...[...added]
      .filter((row) => !asked.includes(row))
      .sort((a, b) => (place(a) < place(b) ? -1 : 1)),
  ];
}

/** A rank behind all rows. */
export function lastRank(entries: Entries): string {
  const ranks = Object.values(entries).map(({ rank }) => rank);
  return rankBetween(ranks.sort().at(-1) ?? "", "");
}

/** The entries of a row and its cells that are there now. */
export function entriesOf(entries: Entries, row: string): string[] {
  return Object.keys(entries).filter(
    (id) => (id === row || id.startsWith(`${row}.`)) && !entries[id]?.deleted,
  );
}
