/** The last net: this browser's own storage, by document and step. */
import type { Entries } from "./step";

const key = (documentId: string, step: string): string => `empathy_widgets/${documentId}/${step}`;

/** What this browser kept; nothing when it kept nothing or keeps nothing at all. */
export function recall(documentId: string, step: string): Entries {
  try {
    return JSON.parse(localStorage.getItem(key(documentId, step)) ?? "{}") as Entries;
  } catch {
    return {}; // storage may be switched off; the notebook and the kernel have their own copies
  }
}

export function remember(documentId: string, step: string, entries: Entries): void {
  try {
    localStorage.setItem(key(documentId, step), JSON.stringify(entries));
  } catch {
    // storage may be full or switched off; the notebook and the kernel have their own copies
  }
}
