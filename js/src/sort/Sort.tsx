/** `sort`: put cards into boxes by pointer, by arrow keys or with the "Move to…" menu. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { carry } from "../shared/carry";
import { ICONS } from "../shared/feedback";
import { Menu } from "../shared/Menu";
import type { Finding, StepProps } from "../shared/step";
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

  const place = (box: string): JSX.Element => {
    const lying = cards.filter(({ id }) => boxOf(entries, id, boxes) === box);
    if (box === TRAY && lying.length === 0) {
      return <p class="ew-soft ew-tray-empty">{t("sort.tray.empty")}</p>;
    }
    return (
      <ul class="ew-cards" aria-label={titleOf(box)}>
        {lying.map((card) => (
          <Card
            key={card.id}
            {...p}
            card={card}
            box={box}
            help={help}
            finding={findings.find(({ part }) => part === card.id)}
            move={(to) => move(card.id, to)}
            onOver={setOver}
            root={root.current}
          />
        ))}
        {lying.length === 0 && <li class="ew-soft ew-empty">{t("sort.empty")}</li>}
      </ul>
    );
  };
  const dropClass = (box: string): string => (over === box ? "ew-over" : "");

  return (
    <div ref={root} class="ew-sort">
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

interface CardProps extends StepProps<SortProps> {
  card: { id: string; text: string };
  box: string;
  help: string;
  finding: Finding | undefined;
  root: HTMLElement | null;
  move(to: string): void;
  onOver(box: string | null): void;
}

function Card(p: CardProps): JSX.Element {
  const { card, box, props, t, store, help, finding, move, onOver, root, readOnly } = p;
  const { boxes } = props;
  const item = useRef<HTMLLIElement>(null);
  const [menu, setMenu] = useState(0);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      move(neighbour(boxes, boxOf(store.entries, card.id, boxes), step as 1 | -1));
    } else if (event.key.toLowerCase() === "m" || event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      setMenu(menu + 1);
    }
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (!item.current || !root || readOnly) {
      return;
    }
    let under: string | null = null;
    carry(event, item.current, root, {
      lift: () => {},
      over: (x, y) => {
        under = dropAt(root, x, y);
        onOver(under);
      },
      drop: () => {
        onOver(null);
        if (under !== null) {
          move(under);
        }
      },
      cancel: () => onOver(null),
    });
  };
  const places = [TRAY, ...boxes.map(({ id }) => id)];

  return (
    <li class="ew-card" ref={item}>
      <button
        type="button"
        class="ew-card-text"
        data-card={card.id}
        aria-describedby={help}
        aria-disabled={readOnly}
        onKeyDown={readOnly ? undefined : onKeyDown}
        onPointerDown={onPointerDown}
      >
        {card.text}
        {finding && (
          <small class={`ew-verdict ew-${finding.verdict}`}>
            <span aria-hidden="true">{ICONS[finding.verdict]}</span>{" "}
            {t(`feedback.${finding.verdict}`)}
          </small>
        )}
      </button>
      {!readOnly && (
        <Menu
          label={t("sort.move", { card: card.text })}
          openSignal={menu}
          items={places.map((id) => ({
            id: id || "tray",
            text: boxes.find((other) => other.id === id)?.title ?? t("sort.tray"),
            checked: id === box,
          }))}
          onPick={(id) => move(id === "tray" && !boxes.some((b) => b.id === id) ? TRAY : id)}
        >
          {t("sort.move.short")}
        </Menu>
      )}
    </li>
  );
}

/** The box under a point; a shadow root does its own hit testing. */
function dropAt(root: HTMLElement, x: number, y: number): string | null {
  const under = (root.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  return under?.closest<HTMLElement>("[data-drop]")?.dataset.drop ?? null;
}
