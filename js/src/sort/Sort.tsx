/** `sort`: put cards into boxes by pointer, by arrow keys or with the "Move to…" menu. */
import type { JSX } from "preact";
import { Cards, type CardsProps } from "../shared/Cards";
import type { StepProps } from "../shared/step";
import { type Box, boxOf, neighbour, TRAY } from "./moves";
import "./sort.css";

interface SortProps extends CardsProps {
  boxes: Box[];
}

export function Sort(p: StepProps<SortProps>): JSX.Element {
  const { props, entries, t, store } = p;
  const { boxes, cards } = props;
  const places = [{ id: TRAY, title: t("sort.tray") }, ...boxes];
  return (
    <Cards<string>
      step={p}
      name="sort"
      piles={places.map(({ id, title }) => ({
        id,
        title,
        cards: cards
          .filter((card) => boxOf(entries, card.id, boxes) === id)
          .map((card) => ({ id: card.id, at: id })),
        empty: t(id === TRAY ? "sort.tray.empty" : "sort.empty"),
      }))}
      afterKey={(key, _, card) => {
        const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
        return by ? neighbour(boxes, boxOf(store.entries, card, boxes), by as 1 | -1) : null;
      }}
      inPile={(pile) => pile}
      items={(from) => places.map(({ id, title }) => ({ id, text: title, checked: id === from }))}
      move={(card, to, text) => {
        if (boxOf(store.entries, card, boxes) === to) {
          return "";
        }
        store.edit(card, { value: { box: to } });
        const box = places.find(({ id }) => id === to)?.title ?? "";
        return t("sort.moved", { card: text, box });
      }}
    />
  );
}
