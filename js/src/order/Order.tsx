/** `order`: put cards in sequence by pointer, by arrow keys or with the menu of each card. */
import type { JSX } from "preact";
import { Cards, type CardsProps } from "../shared/Cards";
import type { MenuItem } from "../shared/Menu";
import { ranksFor } from "../shared/ranks";
import type { StepProps } from "../shared/step";
import { inSequence, OUT, placeAfterKey } from "./sequence";
import "./order.css";

export function Order(p: StepProps<CardsProps>): JSX.Element {
  const { props, entries, t, store } = p;
  const { cards } = props;
  const placed = inSequence(entries, cards);
  const loose = cards.filter(({ id }) => !placed.some((other) => other.id === id));

  /** Up and down, every place by its number, and out. */
  const items = (from: number): MenuItem<number>[] => {
    const last = from === OUT ? placed.length : placed.length - 1;
    const act = (on: boolean, id: number, key: string): MenuItem<number>[] =>
      on ? [{ id, text: t(key), action: true }] : [];
    return [
      ...act(from > 0, from - 1, "order.up"),
      ...act(from !== OUT && from < last, from + 1, "order.down"),
      ...Array.from({ length: last + 1 }, (_, place) => ({
        id: place,
        text: t("order.to", { place: place + 1 }),
        checked: place === from,
      })),
      ...act(from !== OUT, OUT, "order.out"),
    ];
  };
  const move = (id: string, to: number, card: string): string => {
    const now = inSequence(store.entries, cards);
    const from = now.findIndex((other) => other.id === id);
    const all = from < 0 ? now.length + 1 : now.length;
    const at = Math.min(to, all - 1);
    if (at === from) {
      return "";
    }
    if (at === OUT) {
      store.edit(id, { deleted: true });
      return t("order.taken", { card });
    }
    for (const { id: name, rank } of ranksFor(now, id, at)) {
      store.edit(name, { rank, deleted: false });
    }
    return t("order.placed", { card, place: at + 1, all });
  };

  return (
    <Cards<number>
      step={p}
      name="order"
      piles={[
        {
          id: "",
          title: t("order.tray"),
          cards: loose.map(({ id }) => ({ id, at: OUT })),
          empty: t("order.tray.empty"),
        },
        {
          id: "sequence",
          title: t("order.sequence"),
          cards: placed.map(({ id }, at) => ({ id, at })),
          isNumbered: true,
          empty: t("order.empty"),
        },
      ]}
      afterKey={placeAfterKey}
      afterPress={(from) => (from === OUT ? placed.length : null)}
      inPile={(pile, before) => (pile ? before : OUT)}
      items={items}
      move={move}
    />
  );
}
