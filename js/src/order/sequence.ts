/** Which cards lie in the sequence, and where a key takes them. */

import { live } from "../shared/entries";
import type { Ranked } from "../shared/ranks";
import type { Entries } from "../shared/step";

/** The place of cards that have none yet. */
export const OUT = -1;

/** The cards in the sequence from first to last, with their ranks. */
export function inSequence(entries: Entries, cards: { id: string }[]): Ranked[] {
  return live(entries)
    .filter(([id, { rank }]) => rank && cards.some((card) => card.id === id))
    .map(([id, { rank }]) => ({ id, rank }));
}

/** Where a key takes the card at a place; null when it does nothing there. */
export function placeAfterKey(key: string, at: number): number | null {
  if (at === OUT) {
    return null;
  }
  if (key === "Delete" || key === "Backspace") {
    return OUT;
  }
  const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[key];
  return { Home: 0, End: Number.POSITIVE_INFINITY }[key] ?? (by ? Math.max(at + by, 0) : null);
}
