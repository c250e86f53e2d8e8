/** A card that is moved by pointer, by keys or with its menu, and shows what the check says of it. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Carrying, carry } from "./carry";
import { Sign } from "./feedback";
import { Menu, type MenuItem } from "./Menu";
import type { Finding, Translate } from "./step";

export interface CardProps<Place> {
  id: string;
  text: string;
  t: Translate;
  /** The id of the sentence that tells how to move cards. */
  help: string;
  finding: Finding | undefined;
  readOnly: boolean;
  /** Around every place to drop; see `carry`. */
  root: HTMLElement | null;
  carrying: Omit<Carrying, "lift">;
  /** What the card does when it is pressed; without it, that opens the menu. */
  onPress?: () => void;
  /** True when the key moved the card. */
  onKey(key: string): boolean;
  menuLabel: string;
  menuText: string;
  items: MenuItem<Place>[];
  onPick(to: Place): void;
}

export function Card<Place>(p: CardProps<Place>): JSX.Element {
  const { id, text, t, finding, readOnly, root, onPress } = p;
  const item = useRef<HTMLLIElement>(null);
  const [menu, setMenu] = useState(0);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const opens = key.toLowerCase() === "m" || (!onPress && (key === "Enter" || key === " "));
    if (opens) {
      setMenu(menu + 1);
    }
    if (opens || p.onKey(key)) {
      event.preventDefault();
    }
  };

  return (
    <li class="ew-card" ref={item}>
      <button
        type="button"
        class="ew-card-text"
        data-card={id}
        aria-describedby={p.help}
        aria-disabled={readOnly}
        onKeyDown={readOnly ? undefined : onKeyDown}
        onClick={readOnly ? undefined : onPress}
        onPointerDown={(event) => {
          if (item.current && root && !readOnly) {
            carry(event, item.current, root, { lift: () => {}, ...p.carrying });
          }
        }}
      >
        {text}
        {finding && <Sign verdict={finding.verdict} t={t} />}
      </button>
      {!readOnly && (
        <Menu label={p.menuLabel} openSignal={menu} items={p.items} onPick={p.onPick}>
          {p.menuText}
        </Menu>
      )}
    </li>
  );
}
