/**
 * What a sheet says, what changed since an earlier version of it, and what a map adds to it. Pure.
 * The same rules as `model/persona_diff.py` and `model/persona_from_map.py`;
 * `tests/model/persona_vectors.json` holds both to them.
 */
import { allNotes, boardOf, EVIDENCE, type Evidence, type Note } from "../empathy_map/moves";
import { listOf, textOf } from "../shared/entries";
import type { Entries, Entry, Value } from "../shared/step";

export interface Named {
  key: string;
  title: string;
}

export interface ThemeInfo extends Named {
  /** A question that helps to fill it. */
  prompt: string;
  /** The exercise asks for it. */
  asked: boolean;
}

export interface PersonaProps {
  /** The target group when the exercise gives it, else "". */
  group: string;
  themes: ThemeInfo[];
  demographics: Named[];
  groups: Named[];
  questions: Named[];
  journey: Named[];
  /** Notes of an earlier map may be taken over. */
  takes_notes: boolean;
  /** For each region of a map the theme where its notes mostly belong. */
  usual: Record<string, string>;
  /** The entries of that map. */
  previous: Entries | null;
}

const LINES = ["name", "quote", "who", "group"] as const;
export const PHOTOS = ["photo-1", "photo-2", "photo-3"];
const MAX_KEPT = 100_000;

export const evidenceOf = (entry: Entry | undefined): Evidence =>
  EVIDENCE.find((one) => one === entry?.value.evidence) ?? "assumed";

/** The place of a slider, from 0 to 100. */
export const placeOf = (value: Value): number =>
  Number.isFinite(value.value) ? Math.round(Math.min(100, Math.max(0, Number(value.value)))) : 50;

/** What the sheet says about the person, by entry id; photos, tests and versions are left out. */
export function textsOf(
  entries: Entries,
  sliders: [string, Entry][],
  { themes, demographics }: Pick<PersonaProps, "themes" | "demographics">,
): Record<string, string> {
  const texts = (prefix: string, keys: readonly string[]): [string, string][] =>
    keys.map((key) => [prefix + key, textOf(entries[prefix + key])]);
  const keysOf = (named: Named[]): string[] => named.map(({ key }) => key);
  const said = [
    ...texts("", LINES),
    ...texts("theme.", keysOf(themes)),
    ...sliders.map(([id, slider]): [string, string] => {
      const [low, high] = [textOf(slider, "low"), textOf(slider, "high")];
      return [id, (low + high).trim() && `${low} | ${high}: ${placeOf(slider.value)}`];
    }),
    ...texts("demographics.", keysOf(demographics)),
  ];
  return Object.fromEntries(said.filter(([, text]) => text.trim()));
}

/** The sheet as it is now, to keep with a version of it; "" when it is too long to keep. */
export function snapshot(texts: Record<string, string>): string {
  const kept = JSON.stringify(texts);
  return kept.length <= MAX_KEPT ? kept : "";
}

/** What a snapshot holds; nothing when it cannot be read. */
export function textsAt(kept: string): Record<string, string> {
  try {
    const found = Object.entries(JSON.parse(kept) as object);
    return Object.fromEntries(found.filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

const KINDS = ["changed", "new", "dropped"] as const;

export interface FieldChange {
  kind: (typeof KINDS)[number];
  /** The id of the entry. */
  field: string;
  before: string;
  after: string;
}

/** The changes by kind; within a kind as they stand on the sheet. */
export function diffTexts(
  before: Record<string, string>,
  after: Record<string, string>,
): FieldChange[] {
  const words = (text: string): string => text.trim().split(/\s+/).join(" ");
  const changes = Object.keys({ ...after, ...before }).flatMap((field): FieldChange[] => {
    const [old = "", now = ""] = [before[field], after[field]];
    const kind = old && now ? "changed" : now ? "new" : "dropped";
    return words(old) === words(now) ? [] : [{ kind, field, before: old, after: now }];
  });
  return KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

/** The notes of a map that are not on the sheet yet. */
export function notesToTake(map: Entries | null, entries: Entries): Note[] {
  const taken = Object.entries(entries).flatMap(([id, entry]) =>
    id.startsWith("theme.") ? listOf(entry, "notes") : [],
  );
  return allNotes(boardOf(map ?? {})).filter(({ id }) => !taken.includes(id));
}

/** A theme with some notes added: as well known as the best-known of what it says. */
export function withNotes(entry: Entry | undefined, notes: Note[]): Value {
  const old = textOf(entry).trim();
  const known = [...(old ? [evidenceOf(entry)] : []), ...notes.map(({ evidence }) => evidence)];
  const sources = [textOf(entry, "source"), ...notes.map(({ source }) => source)];
  return {
    text: [old, ...notes.map(({ text }) => text.trim())].filter(Boolean).join("\n"),
    source: [...new Set(sources.map((source) => source.trim()))].filter(Boolean).join("; "),
    evidence: EVIDENCE.find((one) => known.includes(one)) ?? "assumed",
    notes: [...listOf(entry, "notes"), ...notes.map(({ id }) => id)],
  };
}
