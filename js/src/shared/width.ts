/** Follows how wide something is. */
import { useLayoutEffect } from "preact/hooks";

/** Tell the width of an element, in pixels, now and after each change. */
export function useWidth(element: { current: HTMLElement | null }, tell: (width: number) => void) {
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(([seen]) => seen && tell(seen.contentRect.width));
    if (element.current) {
      watcher.observe(element.current);
    }
    return () => watcher.disconnect();
  }, []);
}
