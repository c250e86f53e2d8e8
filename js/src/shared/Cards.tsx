/** Cards on a table, for every kind that has them: the piles in which they lie, and moving them. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Card } from "./Card";
import type { MenuItem } from "./Menu";
import type { StepProps } from "./step";
import { randomName } from "./store";
import { useWish } from "./wish";
import "./card.css";

export interface CardsProps {
  title: string;
  cards: { id: string; text: string }[];
}

export interface Pile<Place> {
  id: string;
  title: string;
  cards: { id: string; at: Place }[];
  /** What stands here while no card does. */
  empty: string;
  isNumbered?: boolean;
}

interface Props<Place> {
  step: StepProps<CardsProps>;
  /** Of its words: `<name>.help`, `<name>.move` and so on. */
  name: string;
  /** The first is the tray, where cards lie before they are placed. */
  piles: Pile<Place>[];
  /** Where a key takes a card; null when it does nothing there. */
  afterKey(key: string, from: Place, id: string): Place | null;
  /** The place of a card that is dropped on a pile, before the card with this number. */
  inPile(pile: string, before: number): Place;
  items(from: Place): MenuItem<Place>[];
  /** Where pressing a card takes it; null when that opens the menu. */
  afterPress?(from: Place): Place | null;
  /** Bring a card to a place; what to say of it, or "" when it lies there already. */
  move(id: string, to: Place, text: string): string;
}

/** Where the card that is carried would come to lie. */
interface Over<Place> {
  pile: string;
  place: Place;
  /** Of the line between the cards there, in pixels. */
  top: number;
}

export function Cards<Place extends string | number>(p: Props<Place>): JSX.Element {
  const { name, piles } = p;
  const { props, t, announce, readOnly, findings } = p.step;
  const [root, wish] = useWish();
  const [help] = useState(randomName);
  const [over, setOver] = useState<Over<Place> | null>(null);

  const placeAt = (id: string, x: number, y: number): Over<Place> | null => {
    // A shadow root does its own hit testing.
    const page = root.current?.getRootNode() as Document | ShadowRoot;
    const pile = page.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drop]");
    if (!pile) {
      return null;
    }
    const name = pile.dataset.drop ?? "";
    const cards = [
      ...pile.querySelectorAll<HTMLElement>(`.ew-card:not(:has([data-card="${id}"]))`),
    ];
    const found = cards.findIndex((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return y < (top + bottom) / 2;
    });
    const at = found < 0 ? cards.length : found;
    const [before, after] = [cards[at - 1], cards[at]];
    const end = before ? before.offsetTop + before.offsetHeight + 2 : 0;
    return { pile: name, place: p.inPile(name, at), top: after ? after.offsetTop - 5 : end };
  };

  const card = (id: string, from: Place): JSX.Element => {
    const text = props.cards.find((one) => one.id === id)?.text ?? "";
    const move = (to: Place): void => {
      const said = readOnly ? "" : p.move(id, to, text);
      if (said) {
        wish(`[data-card="${id}"]`);
        announce(said);
      }
    };
    const pressed = p.afterPress?.(from) ?? null;
    let under: Over<Place> | null = null;
    return (
      <Card
        key={id}
        {...{ id, text, t, help, readOnly }}
        finding={findings.find(({ part }) => part === id)}
        root={root.current}
        carrying={{
          over(x, y) {
            under = placeAt(id, x, y);
            setOver(under);
          },
          drop() {
            setOver(null);
            if (under) {
              move(under.place);
            }
          },
          cancel: () => setOver(null),
        }}
        {...(pressed !== null && { onPress: () => move(pressed) })}
        onKey={(key) => {
          const to = p.afterKey(key, from, id);
          if (to !== null) {
            move(to);
          }
          return to !== null;
        }}
        menuLabel={t(`${name}.move`, { card: text })}
        menuText={t(`${name}.move.short`)}
        items={p.items(from)}
        onPick={move}
      />
    );
  };

  const draw = ({ id, title, cards, empty, isNumbered }: Pile<Place>, at: number): JSX.Element => {
    const List = isNumbered ? "ol" : "ul";
    const isOver = over?.pile === id;
    const look = `${at === 0 ? "ew-tray" : "ew-box"} ${isOver ? "ew-over" : ""}`;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a place to put cards, no form
      <div key={id} class={look} data-drop={id} role="group" aria-label={title}>
        <h4>{title}</h4>
        <List class="ew-cards" aria-label={title}>
          {cards.map((one) => card(one.id, one.at))}
          {cards.length === 0 && <li class="ew-soft">{empty}</li>}
        </List>
        {isOver && isNumbered && <div class="ew-mark" style={{ top: `${over.top}px` }} />}
      </div>
    );
  };

  return (
    <div ref={root} class="ew-on-table">
      <p id={help} class="ew-soft">
        {t(`${name}.help`)}
      </p>
      <div class={`ew-${name}`}>{piles.map(draw)}</div>
    </div>
  );
}
