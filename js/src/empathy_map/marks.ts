/** What stands beside the notes: themes, needs, insights, and what reviewers ask. Pure. */
import { live } from "../shared/entries";
import { rankBetween } from "../shared/ranks";
import type { Entries, Entry } from "../shared/step";
import { randomName } from "../shared/store";

export const LISTS = { themes: "t-", needs: "need-", insights: "insight-" } as const;
export type ListName = keyof typeof LISTS;
export const COMMENT = "c-";

export interface Item {
  id: string;
  text: string;
  entry: Entry;
}

export interface Comment extends Item {
  /** A note or a region; "" for the whole map. */
  about: string;
  author: string;
  resolved: boolean;
}

/** The items of one list, in their order; also blank ones, which are being written. */
export function itemsOf(entries: Entries, prefix: string): Item[] {
  // Picked before they are put in order: there may be many notes, and this is done at every key.
  const picked = Object.entries(entries).filter(([id]) => id.startsWith(prefix));
  return live(Object.fromEntries(picked)).map(([id, entry]) => ({
    id,
    text: String(entry.value.text ?? ""),
    entry,
  }));
}

export function commentsOf(entries: Entries): Comment[] {
  return itemsOf(entries, COMMENT).map((item) => ({
    ...item,
    about: String(item.entry.value.about ?? ""),
    author: String(item.entry.value.author ?? ""),
    resolved: item.entry.value.resolved === true,
  }));
}

/** The name and the place of one more. */
export function oneMore(entries: Entries, prefix: string): { id: string; rank: string } {
  const last = itemsOf(entries, prefix).at(-1)?.entry.rank ?? "";
  return { id: prefix + randomName(), rank: rankBetween(last, "") };
}

/** What is shown at a note or a region of all that stands beside them. */
export interface Marks {
  themes: { id: string; text: string }[];
  /** How many open comments each note and region has. */
  open: Map<string, number>;
}

export function marksOf(entries: Entries): Marks {
  const open = new Map<string, number>();
  for (const { about, text, resolved } of commentsOf(entries)) {
    if (text.trim() && !resolved) {
      open.set(about, (open.get(about) ?? 0) + 1);
    }
  }
  const themes = itemsOf(entries, LISTS.themes).filter(({ text }) => text.trim());
  return { themes: themes.map(({ id, text }) => ({ id, text })), open };
}
