/**
 * What changed between two maps: the same rules as `empathy_widgets/model/map_diff.py`.
 * `tests/model/diff_vectors.json` holds both to them.
 */
import type { Note } from "./moves";

export const KINDS = ["confirmed", "changed", "guess", "new", "dropped"] as const;

export interface Change {
  kind: (typeof KINDS)[number];
  /** The id of the note. */
  note: string;
  before: string;
  after: string;
}

type Said = Pick<Note, "id" | "text" | "evidence">;

/** The changes by kind; within a kind as the notes stand on the map. */
export function diffMaps(before: Said[], after: Said[]): Change[] {
  const old = new Map(before.map((note) => [note.id, note]));
  const left = new Set(after.map((note) => note.id));
  const changes = after.flatMap((note): Change[] => {
    const kind = kindOf(old.get(note.id), note);
    return kind
      ? [{ kind, note: note.id, before: old.get(note.id)?.text ?? "", after: note.text }]
      : [];
  });
  for (const note of before) {
    if (!left.has(note.id)) {
      changes.push({ kind: "dropped", note: note.id, before: note.text, after: "" });
    }
  }
  return KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

function kindOf(old: Said | undefined, note: Said): Change["kind"] | null {
  if (!old) {
    return "new";
  }
  if (words(old.text) !== words(note.text)) {
    return "changed";
  }
  if (note.evidence === "assumed") {
    return "guess";
  }
  return old.evidence === "assumed" ? "confirmed" : null;
}

function words(text: string): string {
  return text.trim().split(/\s+/).join(" ");
}
