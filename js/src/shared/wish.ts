/** Moves the focus after the next drawing: to what a selector finds below the root. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export type Wish = (selector: string) => void;

export function useWish(): [RefObject<HTMLDivElement | null>, Wish] {
  const root = useRef<HTMLDivElement>(null);
  const wish = useRef("");
  useLayoutEffect(() => {
    const found = wish.current && root.current?.querySelector<HTMLElement>(wish.current);
    if (found) {
      wish.current = "";
      found.focus();
    }
  });
  const ask = (selector: string): void => {
    wish.current = selector;
  };
  return [root, ask];
}
