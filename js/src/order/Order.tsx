/** `order`: put cards in sequence by pointer, by arrow keys or with the menu of each card. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card, type CardProps } from "../shared/Card";
import { ranksFor } from "../shared/ranks";
import type { StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import { inSequence, OUT, placeAfterKey, placeOfDrop } from "./sequence";
import "./order.css";

interface OrderProps {
  title: string;
  cards: { id: string; text: string }[];
}

export function Order(p: StepProps<OrderProps>): JSX.Element {
  const { props, entries, t, store, announce, readOnly, findings } = p;
  const { cards } = props;
  const root = useRef<HTMLDivElement>(null);
  const [help] = useState(randomName);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const placed = inSequence(entries, cards);
  const loose = cards.filter(({ id }) => !placed.some((other) => other.id === id));
  const textOf = (id: string): string => cards.find((card) => card.id === id)?.text ?? "";

  useLayoutEffect(() => {
    if (focusOn) {
      root.current?.querySelector<HTMLElement>(`[data-card="${focusOn}"]`)?.focus();
      setFocusOn(null);
    }
  }, [focusOn]);

  const move = (id: string, to: number): void => {
    const now = inSequence(store.entries, cards);
    const from = now.findIndex((other) => other.id === id);
    const last = from < 0 ? now.length : now.length - 1;
    const place = Math.min(to, last);
    if (readOnly || place === from) {
      return;
    }
    if (place === OUT) {
      store.edit(id, { deleted: true });
      announce(t("order.taken", { card: textOf(id) }));
    } else {
      for (const { id: name, rank } of ranksFor(now, id, place)) {
        store.edit(name, { rank, deleted: false });
      }
      announce(t("order.placed", { card: textOf(id), place: place + 1, all: last + 1 }));
    }
    setFocusOn(id);
  };

  const carrying = (id: string): CardProps["carrying"] => {
    let under: number | null = null;
    return {
      over: (x, y) => {
        under = root.current && placeOfDrop(root.current, x, y);
        setOver(under);
      },
      drop: () => {
        setOver(null);
        if (under !== null) {
          const from = placed.findIndex((other) => other.id === id);
          move(id, from >= 0 && under > from ? under - 1 : under);
        }
      },
      cancel: () => setOver(null),
    };
  };

  const card = (id: string, at: number): JSX.Element => (
    <Card
      key={id}
      id={id}
      text={textOf(id)}
      t={t}
      help={help}
      finding={findings.find(({ part }) => part === id)}
      readOnly={readOnly}
      root={root.current}
      carrying={carrying(id)}
      {...(at === OUT && { onPress: () => move(id, placed.length) })}
      onKey={(key) => {
        const to = placeAfterKey(key, at);
        if (to !== null) {
          move(id, to);
        }
        return to !== null;
      }}
      menuLabel={t("order.move", { card: textOf(id) })}
      menuText={t("order.move.short")}
      items={[
        ...(at > 0 ? [{ id: `${at - 1}`, text: t("order.up"), action: true }] : []),
        ...(at !== OUT && at < placed.length - 1
          ? [{ id: `${at + 1}`, text: t("order.down"), action: true }]
          : []),
        ...Array.from({ length: placed.length + (at === OUT ? 1 : 0) }, (_, place) => ({
          id: `${place}`,
          text: t("order.to", { place: place + 1 }),
          checked: place === at,
        })),
        ...(at !== OUT ? [{ id: `${OUT}`, text: t("order.out"), action: true }] : []),
      ]}
      onPick={(to) => move(id, Number(to))}
    />
  );

  return (
    <div ref={root} class="ew-on-table">
      <p id={help} class="ew-soft">
        {t("order.help")}
      </p>
      <div class="ew-order">
        <div class={over === OUT ? "ew-tray ew-over" : "ew-tray"} data-out>
          <h4>{t("order.tray")}</h4>
          {loose.length > 0 ? (
            <ul class="ew-cards" aria-label={t("order.tray")}>
              {loose.map(({ id }) => card(id, OUT))}
            </ul>
          ) : (
            <p class="ew-soft">{t("order.tray.empty")}</p>
          )}
        </div>
        <div class="ew-box" data-sequence>
          <h4>{t("order.sequence")}</h4>
          <ol class="ew-cards ew-numbered" aria-label={t("order.sequence")}>
            {placed.map(({ id }, at) => card(id, at))}
            {placed.length === 0 && <li class="ew-soft ew-empty">{t("order.empty")}</li>}
          </ol>
          {over !== null && over !== OUT && <Mark root={root.current} at={over} />}
        </div>
      </div>
    </div>
  );
}

/** The line that shows where a card would come to lie. */
function Mark({ root, at }: { root: HTMLElement | null; at: number }): JSX.Element | null {
  const cards = [...(root?.querySelectorAll<HTMLElement>(".ew-numbered > .ew-card") ?? [])];
  const [before, after] = [cards[at - 1], cards[at]];
  const top = after ? after.offsetTop - 5 : before ? before.offsetTop + before.offsetHeight + 2 : 0;
  return top ? <div class="ew-mark" style={{ top: `${top}px` }} /> : null;
}
