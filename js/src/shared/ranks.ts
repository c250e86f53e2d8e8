/**
 * Places in a list that can always be squeezed between two others: the same rules as
 * `empathy_widgets/model/ranks.py`. A rank is a string over 0-9A-Za-z that never ends in "0".
 */
export const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const MIDDLE = DIGITS.charAt(DIGITS.length / 2);

/** A rank strictly between two others; "" stands for the start or the end of the list. */
export function rankBetween(before: string, after: string): string {
  if (after && before >= after) {
    throw new RangeError(`no place between "${before}" and "${after}"`);
  }
  if (!before && !after) {
    return MIDDLE;
  }
  let made = "";
  let openEnd = !after;
  for (let place = 0; place < before.length + after.length + 2; place += 1) {
    const low = digit(before, place);
    const high = openEnd ? DIGITS.length : digit(after, place);
    // At the open end one step is enough: lists mostly grow there, and ranks stay short.
    const chosen = after ? Math.floor((low + high) / 2) : low + 1;
    if (low < chosen && chosen < high) {
      return made + DIGITS.charAt(chosen);
    }
    made += DIGITS.charAt(low);
    openEnd ||= low < high;
  }
  return made + MIDDLE;
}

/** A thing with its place in a list; now and then neighbours of a moved one need a new rank too. */
export interface Ranked {
  id: string;
  rank: string;
}

/**
 * The ranks that bring something to a place in a list.
 *
 * Two pages that add something at the same moment may give it the same rank; then no rank lies between
 * the two, and the ones behind get new ranks as well.
 */
export function ranksFor(list: Ranked[], id: string, index: number): Ranked[] {
  const others = list.filter((other) => other.id !== id);
  const before = others[index - 1]?.rank ?? "";
  const end = others.findIndex((other, at) => at >= index && other.rank > before);
  const after = others[end]?.rank ?? "";
  const tied = others.slice(index, end < 0 ? others.length : end);
  let low = before;
  return [id, ...tied.map((other) => other.id)].map((name) => {
    low = rankBetween(low, after);
    return { id: name, rank: low };
  });
}

function digit(rank: string, place: number): number {
  return place < rank.length ? DIGITS.indexOf(rank.charAt(place)) : 0;
}
