/** Undo and redo by key, over everything that a widget stores; the focus goes to what came back. */
import { useRef } from "preact/hooks";
import type { Tool } from "./Bar";
import type { Edit, History } from "./history";
import type { StepProps } from "./step";
import type { Wish } from "./wish";

const BUTTON = ".ew-tools > button";

export type Way = "undo" | "redo";

/** Which way a key leads, if any. */
export function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way | undefined {
  const pressed = (ctrlKey || metaKey) && !altKey ? key.toLowerCase() : "";
  if (pressed === "y" || (pressed === "z" && shiftKey)) {
    return "redo";
  }
  return pressed === "z" ? "undo" : undefined;
}

/** What to say of a turn, by its key among the words. */
export function outcome(way: Way, turned: { changed: boolean } | null): string {
  return turned?.changed === false ? "map.undo.passed" : `map.${way}.${turned ? "done" : "none"}`;
}

/** The two buttons that do the same as the keys. */
export function undoTools(history: History, turn: (way: Way) => void): Tool[] {
  return [
    { name: "undo", key: "Ctrl + Z", sign: "↶", idle: !history.canUndo, act: () => turn("undo") },
    { name: "redo", key: "Ctrl + Y", sign: "↷", idle: !history.canRedo, act: () => turn("redo") },
  ];
}

export interface Undo {
  turn(way: Way): void;
  onKeyDown(event: KeyboardEvent): void;
  onFocusIn(event: FocusEvent): void;
}

/** @param placesOf selectors of where an edit shows, the best first */
export function useUndo(
  { t, announce, readOnly }: Pick<StepProps<unknown>, "t" | "announce" | "readOnly">,
  history: History,
  wish: Wish,
  placesOf: (edit: Edit) => string[],
): Undo {
  /** The text of the field that has the focus, as it was before anything was typed. */
  const before = useRef("");

  const turn = (way: Way): void => {
    const from = document.activeElement as HTMLElement;
    from.blur(); // so that a field shows what is stored, not what was typed
    const turned = history[way]();
    const edits = from.matches(BUTTON) ? [] : [...(turned?.group.values() ?? [])];
    wish(...edits.flatMap(placesOf), from, BUTTON);
    announce(t(outcome(way, turned)));
  };

  return {
    turn,
    onKeyDown(event) {
      const way = wayOf(event);
      const { value, localName } = event.target as HTMLTextAreaElement;
      // What is being typed is the browser's own to take back, letter by letter.
      const isTyped = value !== before.current || (way === "redo" && !history.canRedo);
      if (way && !readOnly && !(localName === "textarea" && isTyped)) {
        event.preventDefault();
        turn(way);
      }
    },
    onFocusIn({ target }) {
      before.current = (target as HTMLTextAreaElement).value;
    },
  };
}
