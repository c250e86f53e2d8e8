/**
 * Entries and how two copies of one become one: the same rules as `empathy_widgets/model/entries.py`.
 * `tests/model/merge_vectors.json` holds both to them.
 */
import type { Clock, Entries, Entry, Value, Version } from "./step";

export interface Edit {
  client: string;
  /** The whole new value; absent keeps the old one. */
  value?: Value;
  /** The new place; absent keeps the old one. */
  rank?: string;
  /** True to delete; this lets go of the rivals too. */
  deleted?: boolean;
  /** The clock of the version that was on the screen; by default the one that is shown. */
  replaces?: Clock;
}

/** A new version of an entry, written by one client; rivals stay beside it. */
export function edit(entry: Entry | undefined, change: Edit): Entry {
  const known = entry ? versionsOf(entry) : [];
  const seen = entry?.seen ?? {};
  const counter = Math.max(0, ...Object.values(seen)) + 1;
  const { replaces, deleted = false } = change;
  const old = replaces ? withClock(known, replaces) : entry;
  const base = old ?? entry;
  const version: Version = {
    clock: [counter, change.client],
    rank: change.rank ?? base?.rank ?? "",
    deleted,
    value: change.value ?? base?.value ?? {},
  };
  const others = deleted ? [] : known.filter((v) => !old || !sameClock(v.clock, old.clock));
  return joined([version, ...others], { ...seen, [change.client]: counter });
}

/** The entry without one of its rivals; what is shown is written anew, so every copy learns of it. */
export function letGo(entry: Entry, clock: Clock, client: string): Entry {
  const fresh = edit(entry, { client });
  const left = versionsOf(fresh).filter((v) => !sameClock(v.clock, clock));
  return left.length ? joined(left, fresh.seen) : fresh;
}

/** Join two copies of one entry; the order and the number of times do not matter. */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const [mine, theirs] = [versionsOf(a), versionsOf(b)];
  // What the other copy has seen and does not hold any more was replaced there.
  const alive = [
    ...mine.filter(({ clock }) => !hasSeen(b, clock) || withClock(theirs, clock)),
    ...theirs.filter(({ clock }) => !hasSeen(a, clock) || withClock(mine, clock)),
  ];
  return joined(alive.length ? alive : [...mine, ...theirs], a.seen, b.seen);
}

/** Join the entries of one step, entry by entry. */
export function mergeSteps(a: Entries, b: Entries): Entries {
  const merged: Entries = { ...a };
  for (const [id, entry] of Object.entries(b)) {
    const mine = a[id];
    merged[id] = mine ? mergeEntries(mine, entry) : entry;
  }
  return merged;
}

/** Any entry in its one canonical form, as it comes from a file or a message. */
export function canonical(entry: Entry): Entry {
  return joined(versionsOf(entry), entry.seen);
}

/** The learner's own entries that are not deleted, in the order in which they stand. */
export function live(entries: Entries): [string, Entry][] {
  return Object.entries(entries)
    .filter(([id, entry]) => !entry.deleted && !id.startsWith("~"))
    .sort(([a, x], [b, y]) => byCodePoint(x.rank, y.rank) || byCodePoint(a, b));
}

/** One text of one entry, or "". */
export function textOf(entry: Entry | undefined, field = "text"): string {
  const found = entry?.deleted ? undefined : entry?.value[field];
  return typeof found === "string" ? found : "";
}

/** One list of one entry, or nothing. */
export function listOf(entry: Entry | undefined, field: string): string[] {
  const found = entry?.deleted ? undefined : entry?.value[field];
  return Array.isArray(found) ? found : [];
}

/** The kept versions that say something else than the one shown. */
export function rivalsOf(entry: Entry | undefined): Version[] {
  if (!entry) {
    return [];
  }
  const shown = spell(entry.value);
  return entry.kept.filter((version) => !version.deleted && spell(version.value) !== shown);
}

export function sameClock(a: Clock, b: Clock): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** True when two copies of an entry hold the same versions and have seen the same. */
export function sameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && spell(a) === spell(b));
}

/** The version of an entry that an edit replaces: the one with that clock, else the one shown. */
export function replacedIn(
  entry: Entry | undefined,
  clock: Clock | undefined,
): Version | undefined {
  return (entry && clock && withClock(versionsOf(entry), clock)) ?? entry;
}

function withClock(versions: Version[], clock: Clock): Version | undefined {
  return versions.find((version) => sameClock(version.clock, clock));
}

function versionsOf(entry: Entry): Version[] {
  const { clock, rank, deleted, value } = entry;
  return [{ clock, rank, deleted, value }, ...entry.kept];
}

function hasSeen(entry: Entry, [counter, client]: Clock): boolean {
  return (entry.seen[client] ?? 0) >= counter;
}

/** The canonical entry of some versions: a text outlives a deletion that did not know of it. */
function joined(versions: Version[], ...seen: Entry["seen"][]): Entry {
  const unique = new Map<string, Version>();
  const all: Entry["seen"] = {};
  const note = (client: string, counter: number): void => {
    all[client] = Math.max(counter, all[client] ?? 0);
  };
  for (const [client, counter] of seen.flatMap(Object.entries)) {
    note(client, counter);
  }
  for (const version of versions) {
    const [counter, client] = version.clock;
    const key = `${counter} ${client}`;
    const other = unique.get(key);
    unique.set(key, other ? larger(version, other) : version);
    note(client, counter);
  }
  const latestFirst = [...unique.values()].sort((a, b) => compareClocks(b.clock, a.clock));
  // An entry has at least one version.
  const shown = (latestFirst.find(({ deleted }) => !deleted) ?? latestFirst[0]) as Version;
  const { clock, rank, deleted, value } = shown;
  const kept = latestFirst.filter((version) => version !== shown);
  return { clock, rank, deleted, value, seen: all, kept };
}

function compareClocks(a: Clock, b: Clock): number {
  return a[0] - b[0] || byCodePoint(a[1], b[1]);
}

/** Of two versions that claim the same clock the one whose spelling comes last. */
function larger(a: Version, b: Version): Version {
  return byCodePoint(spell(a), spell(b)) >= 0 ? a : b;
}

/** One spelling of a value, letter for letter as Python's `json.dumps(sort_keys=True)` writes it. */
function spell(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(spell).join(", ")}]`;
  }
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}: ${spell(field)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** Python compares strings by code point, JavaScript by UTF-16 unit: they differ beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const x = a.codePointAt(at) ?? 0;
    const y = b.codePointAt(at) ?? 0;
    if (x !== y) {
      return x - y;
    }
  }
  return a.length - b.length;
}
