/** The notes of a map in their regions, and every way to get from one place to another. Pure. */
import type { Entries, Entry } from "../shared/step";
import { AREAS, type AreaKey, REGIONS, type RegionKey, TAGS, type Tag, type View } from "./areas";

export const EVIDENCE = ["observed", "told", "inferred", "assumed"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Evidence by shape, so that it never hangs on colour. */
export const SHAPE: Record<Evidence, string> = {
  observed: "■",
  told: "●",
  inferred: "◆",
  assumed: "○",
};

export interface Note {
  id: string;
  text: string;
  region: RegionKey;
  evidence: Evidence;
  source: string;
  author: string;
  tag: Tag;
  /** The id of its theme, or "". */
  theme: string;
  rank: string;
  /** What the note was read from; absent while a new note is still blank. */
  entry?: Entry;
}

/** The notes by area, in the order of the areas. */
export type Board = Partial<Record<AreaKey, Note[]>>;

export interface Place {
  region: AreaKey;
  /** Where in the region, counted from 0, among the other notes. */
  index: number;
}

/** A note in hand: it stays on the board while it is blank. */
export interface InHand {
  /** The id of the note that is open for writing. */
  editing?: string | null;
  /** A new note of which nothing has been written yet. */
  draft?: Note | null;
}

/**
 * The board that some entries hold.
 *
 * @param last the board before; a region in which nothing changed keeps its array
 */
export function boardOf(
  entries: Entries,
  { editing = null, draft = null }: InHand = {},
  last?: Board,
  view: View = "six",
): Board {
  const notes = Object.entries(entries).flatMap(([id, entry]) => {
    const shown = id === editing || (id.startsWith("n-") && !entry.deleted);
    const note = shown ? noteOf(id, entry) : null;
    return note && (note.text.trim() || id === editing) ? [note] : [];
  });
  if (draft && !entries[draft.id]) {
    notes.push(draft);
  }
  notes.sort((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.id < b.id) ? -1 : 1));
  const board: Board = {};
  for (const { key, region, tag } of AREAS[view]) {
    const here = notes.filter(
      (note) => note.region === region && (tag === undefined || note.tag === tag),
    );
    const before = last?.[key];
    const same = before?.length === here.length && here.every((note, at) => note === before[at]);
    if (here.length > 0 || tag !== "") {
      board[key] = before && same ? before : here;
    }
  }
  return board;
}

const known = new WeakMap<Entry, Note>();

/** The note that an entry holds: the same object for the same entry, so that it is drawn once. */
function noteOf(id: string, entry: Entry): Note | null {
  const found = known.get(entry);
  if (found) {
    return found;
  }
  const { text, region, evidence, source, author, tag, theme } = entry.value;
  if (typeof text !== "string" || !isOneOf(REGIONS, region)) {
    return null;
  }
  const note: Note = {
    id,
    text,
    region,
    evidence: isOneOf(EVIDENCE, evidence) ? evidence : "assumed",
    source: typeof source === "string" ? source : "",
    author: typeof author === "string" ? author : "",
    tag: isOneOf(TAGS, tag) ? tag : "",
    theme: typeof theme === "string" ? theme : "",
    rank: entry.rank,
    entry,
  };
  known.set(entry, note);
  return note;
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

/** Where a note stands. */
export function placeOf(board: Board, id: string): Place | null {
  for (const region of areasOf(board)) {
    const index = notesIn(board, region).findIndex((note) => note.id === id);
    if (index >= 0) {
      return { region, index };
    }
  }
  return null;
}

/** The areas of a board, in their order. */
export function areasOf(board: Board): AreaKey[] {
  return Object.keys(board) as AreaKey[];
}

export function notesIn(board: Board, area: AreaKey): Note[] {
  return board[area] ?? [];
}

/**
 * One step of a note with the arrow keys: place by place, and at the end of a region into the next.
 *
 * @returns the new place, or null at the very beginning and the very end
 */
export function moveBy(board: Board, id: string, step: 1 | -1): Place | null {
  const from = placeOf(board, id);
  if (!from) {
    return null;
  }
  const index = from.index + step;
  if (index >= 0 && index < notesIn(board, from.region).length) {
    return { region: from.region, index };
  }
  const areas = areasOf(board);
  const region = areas[areas.indexOf(from.region) + step];
  return region ? { region, index: step > 0 ? 0 : notesIn(board, region).length } : null;
}

/** The note that a key leads to from a note, or null when there is none. */
export function walk(board: Board, id: string, key: string): string | null {
  const from = placeOf(board, id);
  if (!from) {
    return null;
  }
  const here = notesIn(board, from.region);
  const all = allNotes(board);
  const at = all.findIndex((note) => note.id === id);
  const goal = { Home: here[0], End: here.at(-1) }[key] ?? all[at + (stepOf(key) ?? 0)];
  return goal && goal.id !== id ? goal.id : null;
}

/** Forwards or backwards: both pairs of arrow keys, as notes stand beside and below each other. */
export function stepOf(key: string): 1 | -1 | null {
  if (key === "ArrowDown" || key === "ArrowRight") {
    return 1;
  }
  return key === "ArrowUp" || key === "ArrowLeft" ? -1 : null;
}

/** The note to go to when one goes away: the next of its region, or the one before it. */
export function neighbour(board: Board, id: string): string | null {
  const from = placeOf(board, id);
  const here = from ? notesIn(board, from.region) : [];
  const at = from?.index ?? 0;
  return (here[at + 1] ?? here[at - 1])?.id ?? null;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Before which of some notes, that stand in lines, a point lies; their number when behind all. */
export function indexAt(boxes: Box[], x: number, y: number): number {
  const found = boxes.findIndex(
    (box) => y < box.top || (y <= box.bottom && x < (box.left + box.right) / 2),
  );
  return found < 0 ? boxes.length : found;
}

/** All notes of a board in the order of its areas. */
export function allNotes(board: Board): Note[] {
  return Object.values(board).flat();
}

/** Lines of a pasted list as notes: without bullets or numbers, and nothing blank. */
export function listOf(pasted: string): string[] {
  return pasted
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·–]|\d{1,3}[.)])\s+/, "").trim())
    .filter(Boolean);
}
