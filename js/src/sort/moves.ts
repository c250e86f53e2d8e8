/** Where the cards lie, and where a key takes them. */
import type { Entries } from "../shared/step";

/** The place of cards that lie in no box yet. */
export const TRAY = "";

export interface Box {
  id: string;
  title: string;
}

/** The box of a card, or the tray. */
export function boxOf(entries: Entries, card: string, boxes: Box[]): string {
  const entry = entries[card];
  const found = entry?.deleted ? TRAY : entry?.value.box;
  return boxes.some(({ id }) => id === found) ? String(found) : TRAY;
}

/** The box that lies one to the left or right; the tray lies before the first box. */
export function neighbour(boxes: Box[], from: string, by: 1 | -1): string {
  const places = [TRAY, ...boxes.map(({ id }) => id)];
  const to = places.indexOf(from) + by;
  return places[Math.min(Math.max(to, 0), places.length - 1)] ?? from;
}
