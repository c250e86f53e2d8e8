/** Moves the focus after the next drawing: to the first that is there of what a root holds. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Ask for the focus; the best place first, by selector or itself. */
export type Wish = (...places: (string | HTMLElement)[]) => void;

export function useWish(): [RefObject<HTMLDivElement | null>, Wish] {
  const root = useRef<HTMLDivElement>(null);
  const wished = useRef<(string | HTMLElement)[]>([]);
  useLayoutEffect(() => {
    for (const place of wished.current) {
      const found =
        typeof place === "string" ? root.current?.querySelector<HTMLElement>(place) : place;
      if (found?.isConnected) {
        wished.current = [];
        found.focus();
        return;
      }
    }
  });
  const wish: Wish = (...places) => {
    wished.current = places;
  };
  return [root, wish];
}
