/** The entries of one step as this page knows them: edited here, joined with what others wrote. */
import { canonical, edit, letGo, mergeEntries, replacedIn, sameEntry } from "./entries";
import { DIGITS } from "./ranks";
import type { Change, Clock, Entries, Entry, Store, Value } from "./step";

export class StepStore implements Store {
  entries: Entries = {};
  readonly flush: () => void;
  readonly #onEdit: (id: string) => void;
  readonly #listeners = new Set<() => void>();

  /**
   * @param client a random name, its own for every view of a widget
   * @param onEdit told the id of each entry that was changed here
   * @param onFlush called when everything must be sent now
   */
  constructor(
    readonly client: string,
    onEdit: (id: string) => void = () => {},
    onFlush: () => void = () => {},
  ) {
    this.#onEdit = onEdit;
    this.flush = onFlush;
  }

  edit(id: string, { value, ...change }: Change): void {
    const entry = this.entries[id];
    const old = replacedIn(entry, change.replaces)?.value;
    const laid = value && { ...old, ...wellFormed(value) };
    this.#put(id, edit(entry, { ...change, client: this.client, value: laid }));
    this.#onEdit(id);
  }

  letGo(id: string, clock: Clock): void {
    const entry = this.entries[id];
    if (entry) {
      this.#put(id, letGo(entry, clock, this.client));
      this.#onEdit(id);
    }
  }

  /** Join what came from elsewhere; tells the listeners only when it brought something new. */
  merge(remote: Entries): void {
    const news: Entries = {};
    for (const [id, entry] of Object.entries(remote)) {
      const mine = this.entries[id];
      const both = mine ? mergeEntries(mine, entry) : canonical(entry);
      if (!sameEntry(mine, both)) {
        news[id] = both;
      }
    }
    if (Object.keys(news).length > 0) {
      this.#set({ ...this.entries, ...news });
    }
  }

  /** Go on with another document. */
  replace(entries: Entries): void {
    this.#set(Object.fromEntries(Object.entries(entries).map(([id, e]) => [id, canonical(e)])));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is drawn is drawn anew. */
  tell(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #put(id: string, entry: Entry): void {
    this.#set({ ...this.entries, [id]: entry });
  }

  #set(entries: Entries): void {
    this.entries = entries;
    this.tell();
  }
}

/** A random name of `length` letters and digits, for clients, notes and lines. */
export function randomName(length = 8): string {
  return [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => DIGITS.charAt(byte % DIGITS.length))
    .join("");
}

/** Half an emoji, left by a broken paste, is not valid text in a file; it becomes "\ufffd". */
function wellFormed(value: Value): Value {
  const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      typeof field === "string" ? whole(field) : Array.isArray(field) ? field.map(whole) : field,
    ]),
  );
}
