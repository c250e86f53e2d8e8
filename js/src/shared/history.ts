/**
 * Undo and redo over a store. Each is a new edit, so it merges like any other; and it touches only
 * what was changed here: a field that somebody else wrote meanwhile stays as they wrote it.
 */
import type { Change, Clock, Entries, Entry, Store, Value } from "./step";

/** The fields of an entry beside its place and whether it is there at all. */
type Fields = Record<string, Value[string]>;
const RANK = "~rank";
const GONE = "~gone";

export interface Edit {
  id: string;
  before: Fields;
  after: Fields;
}

/** What is undone in one go, by the id of the entry. */
export type Group = Map<string, Edit>;

const MOST = 500;

export class History implements Store {
  readonly #store: Store;
  readonly #past: Group[] = [];
  #future: Group[] = [];
  #open: Group | null = null;
  /** The next edit begins a group of its own, even when it is to the same entry. */
  #sealed = true;

  constructor(store: Store) {
    this.#store = store;
  }

  get entries(): Entries {
    return this.#store.entries;
  }

  get last(): Group | undefined {
    return this.#past.at(-1);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  edit(id: string, change: Change): void {
    const old = flat(this.#store.entries[id]);
    this.#store.edit(id, change);
    const fresh = flat(this.#store.entries[id]);
    const edit: Edit = { id, before: {}, after: {} };
    for (const field of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      if (old[field] !== fresh[field]) {
        edit.before[field] = old[field] ?? null;
        edit.after[field] = fresh[field] ?? null;
      }
    }
    if (Object.keys(edit.after).length > 0) {
      this.#record(edit);
    }
  }

  /** Something came to stand here, as was asked for; undone, it is taken away as if added here. */
  came(id: string): void {
    this.#record({ id, before: { [GONE]: true }, after: { [GONE]: false } });
  }

  /** Everything that `act` edits is undone in one go. */
  group(act: () => void): void {
    if (this.#open) {
      act();
      return;
    }
    const group: Group = new Map();
    this.#open = group;
    act();
    this.#open = null;
    if (group.size > 0) {
      this.#past.push(group);
    }
    this.#sealed = true;
  }

  /** How many groups there are; with `joinFrom` all later ones become one. */
  get mark(): number {
    this.#sealed = true;
    return this.#past.length;
  }

  joinFrom(mark: number): void {
    const [first, ...rest] = this.#past.splice(mark);
    if (first) {
      for (const edit of rest.flatMap((group) => [...group.values()])) {
        lay(first, edit);
      }
      if (first.size > 0) {
        this.#past.push(first);
      }
    }
    this.#sealed = true;
  }

  /** Take the last group back; what it was, and whether anything was there to change. */
  undo(): { group: Group; changed: boolean } | null {
    return this.#turn(this.#past, this.#future, "after", "before");
  }

  redo(): { group: Group; changed: boolean } | null {
    return this.#turn(this.#future, this.#past, "before", "after");
  }

  letGo(id: string, clock: Clock): void {
    this.#store.letGo(id, clock);
  }

  flush(): void {
    this.#sealed = true;
    this.#store.flush();
  }

  #record(edit: Edit): void {
    this.#future = [];
    const last = this.#past.at(-1);
    const goesOn = !this.#sealed && last?.size === 1 && last.has(edit.id);
    const group = this.#open ?? (goesOn ? last : new Map<string, Edit>());
    lay(group, edit);
    if (!this.#open && goesOn && group.size === 0) {
      this.#past.pop(); // typed, and taken back by the browser
      this.#sealed = true;
    }
    if (!this.#open && !goesOn) {
      this.#past.push(group);
      this.#past.splice(0, this.#past.length - MOST);
      this.#sealed = false;
    }
  }

  #turn(
    from: Group[],
    to: Group[],
    is: "before" | "after",
    becomes: "before" | "after",
  ): { group: Group; changed: boolean } | null {
    const group = from.pop();
    if (!group) {
      return null;
    }
    let changed = false;
    for (const edit of group.values()) {
      changed = this.#set(edit.id, edit[is], edit[becomes]) || changed;
    }
    to.push(group);
    this.#sealed = true;
    this.#store.flush();
    return { group, changed };
  }

  /** Change those fields that still are as this page left them. */
  #set(id: string, is: Fields, becomes: Fields): boolean {
    const now = flat(this.#store.entries[id]);
    const ours = Object.keys(becomes).filter((field) => (now[field] ?? null) === is[field]);
    if (ours.length === 0) {
      return false;
    }
    const fields = Object.fromEntries(ours.map((field) => [field, becomes[field] ?? null]));
    const { [RANK]: rank, [GONE]: gone = now[GONE], ...value } = fields;
    this.#store.edit(id, {
      value,
      deleted: Boolean(gone),
      ...(typeof rank === "string" && { rank }),
    });
    return true;
  }
}

function flat(entry: Entry | undefined): Fields {
  return entry
    ? { ...entry.value, [RANK]: entry.rank, [GONE]: entry.deleted }
    : { [RANK]: "", [GONE]: true };
}

/** Lay an edit over what a group holds of that entry; what ends as it began is left out. */
function lay(group: Group, edit: Edit): void {
  const known = group.get(edit.id);
  const before = { ...edit.before, ...known?.before };
  const after = { ...known?.after, ...edit.after };
  for (const field of Object.keys(after)) {
    if (after[field] === before[field]) {
      delete after[field];
      delete before[field];
    }
  }
  if (Object.keys(after).length > 0) {
    group.set(edit.id, { id: edit.id, before, after });
  } else {
    group.delete(edit.id);
  }
}

/** Whether an edit took an entry away. */
export function isRemoval({ before, after }: Edit): boolean {
  return before[GONE] === false && after[GONE] === true;
}
