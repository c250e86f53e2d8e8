/** `sort`: put cards into boxes by pointer, by arrow keys or with the "Move to…" menu. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card, type CardProps } from "../shared/Card";
import type { StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import { type Box, boxOf, neighbour, TRAY } from "./moves";
import "./sort.css";

interface SortProps {
  title: string;
  boxes: Box[];
  cards: { id: string; text: string }[];
}

export function Sort(p: StepProps<SortProps>): JSX.Element {
  const { props, entries, t, store, announce, readOnly, findings } = p;
  const { boxes, cards } = props;
  const root = useRef<HTMLDivElement>(null);
  const [help] = useState(() => randomName());
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const titleOf = (box: string): string =>
    boxes.find(({ id }) => id === box)?.title ?? t("sort.tray");

  useLayoutEffect(() => {
    if (focusOn) {
      root.current?.querySelector<HTMLElement>(`[data-card="${focusOn}"]`)?.focus();
      setFocusOn(null);
    }
  }, [focusOn]);

  const move = (card: string, box: string): void => {
    if (readOnly || boxOf(store.entries, card, boxes) === box) {
      return;
    }
    store.edit(card, { value: { box } });
    setFocusOn(card);
    const text = cards.find(({ id }) => id === card)?.text ?? "";
    announce(t("sort.moved", { card: text, box: titleOf(box) }));
  };

  const byKey = (card: string, key: string): boolean => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key];
    if (step) {
      move(card, neighbour(boxes, boxOf(store.entries, card, boxes), step as 1 | -1));
    }
    return step !== undefined;
  };
  const carrying = (card: string): CardProps["carrying"] => {
    let under: string | null = null;
    return {
      over: (x, y) => {
        under = root.current && dropAt(root.current, x, y);
        setOver(under);
      },
      drop: () => {
        setOver(null);
        if (under !== null) {
          move(card, under);
        }
      },
      cancel: () => setOver(null),
    };
  };

  const place = (box: string): JSX.Element => {
    const lying = cards.filter(({ id }) => boxOf(entries, id, boxes) === box);
    if (box === TRAY && lying.length === 0) {
      return <p class="ew-soft ew-tray-empty">{t("sort.tray.empty")}</p>;
    }
    return (
      <ul class="ew-cards" aria-label={titleOf(box)}>
        {lying.map(({ id, text }) => (
          <Card
            key={id}
            id={id}
            text={text}
            t={t}
            help={help}
            finding={findings.find(({ part }) => part === id)}
            readOnly={readOnly}
            root={root.current}
            carrying={carrying(id)}
            onKey={(key) => byKey(id, key)}
            menuLabel={t("sort.move", { card: text })}
            menuText={t("sort.move.short")}
            items={[TRAY, ...boxes.map((other) => other.id)].map((place) => ({
              id: place || "tray",
              text: titleOf(place),
              checked: place === box,
            }))}
            onPick={(to) => move(id, to === "tray" && !boxes.some((b) => b.id === to) ? TRAY : to)}
          />
        ))}
        {lying.length === 0 && <li class="ew-soft ew-empty">{t("sort.empty")}</li>}
      </ul>
    );
  };
  const dropClass = (box: string): string => (over === box ? "ew-over" : "");

  return (
    <div ref={root} class="ew-on-table">
      <p id={help} class="ew-soft">
        {t("sort.help")}
      </p>
      <div class={`ew-tray ${dropClass(TRAY)}`} data-drop={TRAY}>
        <h4>{t("sort.tray")}</h4>
        {place(TRAY)}
      </div>
      <div class="ew-boxes">
        {boxes.map(({ id, title }) => (
          // biome-ignore lint/a11y/useSemanticElements: a place to put cards, no form
          <div
            key={id}
            class={`ew-box ${dropClass(id)}`}
            data-drop={id}
            role="group"
            aria-label={title}
          >
            <h4>{title}</h4>
            {place(id)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The box under a point; a shadow root does its own hit testing. */
function dropAt(root: HTMLElement, x: number, y: number): string | null {
  const under = (root.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  return under?.closest<HTMLElement>("[data-drop]")?.dataset.drop ?? null;
}
