/** A button that opens a small menu: arrows, Home, End, Escape; the focus comes back to the button. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export interface MenuItem<Id = string> {
  id: Id;
  text: string;
  /** The place where the thing is now. */
  checked?: boolean;
  /** Something to do rather than a place to choose. */
  action?: boolean;
}

export interface MenuProps<Id> {
  /** The name of the button. */
  label: string;
  /** Shown above the items; the label says it to those who do not see it. */
  heading?: string;
  /** What the button shows; the label unless told. */
  children?: JSX.Element | string;
  items: MenuItem<Id>[];
  onPick(id: Id): void;
  /** Counts up to open the menu from outside, such as by a key on the card. */
  openSignal?: number;
}

export function Menu<Id>(props: MenuProps<Id>): JSX.Element {
  const { label, heading, children, items, onPick, openSignal = 0 } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const choices = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? []),
  ];

  const answered = useRef(openSignal);
  useLayoutEffect(() => {
    if (openSignal > 0 && openSignal !== answered.current) {
      setOpen(true);
    }
    answered.current = openSignal;
  }, [openSignal]);

  useLayoutEffect(() => {
    if (open) {
      keepInside(root.current);
      const all = choices();
      (all.find((item) => item.ariaChecked === "true") ?? all[0])?.focus();
    }
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = choices();
    const at = all.indexOf(event.target as HTMLElement);
    const typed = all.findIndex((item) => item.textContent?.startsWith(event.key));
    const to =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key] ??
      (typed >= 0 && event.key !== " " ? typed : undefined);
    if (to !== undefined) {
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      class="ew-menu"
      ref={root}
      onFocusOut={(event) => {
        if (!root.current?.contains(event.relatedTarget as Node | null)) {
          setOpen(false);
        }
      }}
    >
      <button
        type="button"
        class="ew-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {children ?? label}
      </button>
      {open && (
        <div
          role="menu"
          aria-label={label}
          data-heading={heading}
          class="ew-menu-list"
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.text}
              type="button"
              {...(item.action
                ? { role: "menuitem" }
                : { role: "menuitemradio", "aria-checked": item.checked ?? false })}
              tabIndex={-1}
              onClick={() => {
                close();
                onPick(item.id);
              }}
            >
              {item.text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Let the list open towards the side where it is seen whole. */
function keepInside(menu: HTMLElement | null): void {
  const widget = menu?.closest(".empathy-widget")?.getBoundingClientRect();
  const list = menu?.querySelector(".ew-menu-list");
  if (menu && widget && list) {
    menu.removeAttribute("data-right");
    menu.removeAttribute("data-up");
    const { left, bottom, height, top } = list.getBoundingClientRect();
    menu.toggleAttribute("data-right", left < widget.left);
    menu.toggleAttribute("data-up", bottom > widget.bottom && height < top);
  }
}
