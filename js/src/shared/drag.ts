/** Drag by mouse, pen or finger onto anything that carries `data-drop`; no library. */
const THRESHOLD = 4;

export interface Drag {
  /** The element that moves with the pointer. */
  element: HTMLElement;
  /** Called with the `data-drop` of the place under the pointer, and where the pointer is. */
  onDrop(place: string, at: { x: number; y: number }): void;
  onOver?(place: string | null): void;
}

/** Start following the pointer from a `pointerdown`; a click without movement stays a click. */
export function startDrag(down: PointerEvent, { element, onDrop, onOver }: Drag): void {
  if (down.button !== 0) {
    return;
  }
  const source = down.currentTarget as HTMLElement;
  let moving = false;

  const placeUnder = (event: PointerEvent): string | null => {
    // A shadow root does its own hit testing (marimo draws widgets in one).
    const root = element.getRootNode() as Document | ShadowRoot;
    const under = root.elementFromPoint(event.clientX, event.clientY);
    return under?.closest<HTMLElement>("[data-drop]")?.dataset.drop ?? null;
  };
  const move = (event: PointerEvent): void => {
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (!moving && Math.hypot(x, y) < THRESHOLD) {
      return;
    }
    if (!moving) {
      moving = true;
      source.setPointerCapture(down.pointerId);
      element.classList.add("ew-dragging");
    }
    element.style.translate = `${x}px ${y}px`;
    onOver?.(placeUnder(event));
  };
  const stop = (event: PointerEvent): void => {
    source.removeEventListener("pointermove", move);
    source.removeEventListener("pointerup", stop);
    source.removeEventListener("pointercancel", stop);
    if (!moving) {
      return;
    }
    const place = event.type === "pointerup" ? placeUnder(event) : null;
    element.classList.remove("ew-dragging");
    element.style.translate = "";
    onOver?.(null);
    // The click that ends a drag is no click.
    source.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => source.removeEventListener("click", swallow, { capture: true }));
    if (place !== null) {
      onDrop(place, { x: event.clientX, y: event.clientY });
    }
  };
  source.addEventListener("pointermove", move);
  source.addEventListener("pointerup", stop);
  source.addEventListener("pointercancel", stop);
}

function swallow(click: Event): void {
  click.stopImmediatePropagation();
  click.preventDefault();
}
