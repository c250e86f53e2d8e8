/** Carrying something from one place to another with mouse, pen or finger. */

export interface Carrying {
  /** The thing was picked up. */
  lift(): void;
  /** The pointer is here now, in coordinates of the window. */
  over(x: number, y: number): void;
  drop(): void;
  /** Let go without a change: Escape, or the browser took the pointer away. */
  cancel(): void;
}

const FAR = 5;
const HOLD = 300;
const EDGE = 48;

/**
 * Begin to carry `item`; call it on `pointerdown`. A mouse carries once it has moved a little, a finger
 * once it has rested, so that a swipe still scrolls; from a `[data-grip]` a finger carries at once.
 *
 * @param root takes the pointer and the ghost: an element with a position, around every place to drop
 */
export function carry(
  down: PointerEvent,
  item: HTMLElement,
  root: HTMLElement,
  on: Carrying,
): void {
  if (down.button !== 0 || !down.isPrimary) {
    return;
  }
  const page = root.ownerDocument.defaultView as Window;
  const ends = new AbortController();
  const { signal } = ends;
  const grip = (down.target as Element).closest("[data-grip]");
  const rests = down.pointerType === "touch" && !grip;
  const timer = rests ? page.setTimeout(lift, HOLD) : 0;
  const scroller = scrollerOf(root);
  let ghost: HTMLElement | null = null;
  let [x, y] = [down.clientX, down.clientY];

  function lift(): void {
    const box = item.getBoundingClientRect();
    ghost = ghostOf(item, box, down);
    root.append(ghost);
    root.setPointerCapture?.(down.pointerId);
    on.lift();
    move();
    page.requestAnimationFrame(scroll);
  }

  function move(): void {
    const frame = root.getBoundingClientRect();
    ghost?.style.setProperty("transform", `translate(${x - frame.left}px, ${y - frame.top}px)`);
    on.over(x, y);
  }

  /** Near the upper or lower edge of what scrolls, the page comes along. */
  function scroll(): void {
    if (signal.aborted) {
      return;
    }
    const frame = scroller.getBoundingClientRect();
    const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, page.innerHeight)];
    const by = y < top + EDGE ? -9 : y > bottom - EDGE ? 9 : 0;
    if (by) {
      scroller.scrollTop += by;
      move();
    }
    page.requestAnimationFrame(scroll);
  }

  function end(finish: () => void): void {
    ends.abort();
    page.clearTimeout(timer);
    if (ghost) {
      ghost.remove();
      finish();
    }
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) {
      return;
    }
    [x, y] = [event.clientX, event.clientY];
    const far = Math.hypot(x - down.clientX, y - down.clientY) > FAR;
    if (ghost) {
      move();
    } else if (far && rests) {
      end(on.cancel);
    } else if (far) {
      lift();
    }
  }

  function onUp(event: PointerEvent): void {
    if (event.pointerId === down.pointerId) {
      if (ghost) {
        swallowClick(page);
      }
      end(on.drop);
    }
  }

  function onKey(event: KeyboardEvent): void {
    if (ghost && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      swallowClick(page);
      end(on.cancel);
    }
  }

  page.addEventListener("pointermove", onMove, { signal });
  page.addEventListener("pointerup", onUp, { signal });
  page.addEventListener("pointercancel", () => end(on.cancel), { signal });
  page.addEventListener("keydown", onKey, { signal, capture: true });
  const hold = (event: Event) => ghost && event.preventDefault();
  root.addEventListener("touchmove", hold, { signal, passive: false });
  root.addEventListener("contextmenu", hold, { signal });
  // From the first move on: the browser's own selecting of words is slow, and its dragging of selected
  // words would take the pointer away.
  for (const own of ["selectstart", "dragstart"]) {
    root.addEventListener(own, (event) => event.preventDefault(), { signal });
  }
}

/** A likeness under the pointer, that nobody can reach and no screen reader sees. */
function ghostOf(item: HTMLElement, box: DOMRect, down: PointerEvent): HTMLElement {
  const ghost = item.cloneNode(true) as HTMLElement;
  for (const element of [ghost, ...ghost.querySelectorAll<HTMLElement>("[id], [tabindex]")]) {
    element.removeAttribute("id");
    element.removeAttribute("tabindex");
  }
  ghost.classList.add("ew-ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.inert = true;
  const [left, top] = [box.left - down.clientX, box.top - down.clientY];
  ghost.style.cssText = `left: ${left}px; top: ${top}px; width: ${box.width}px`;
  return ghost;
}

/** The click that a browser makes of the end of a carry is no click. */
function swallowClick(page: Window): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  page.addEventListener("click", swallow, { capture: true, once: true });
  page.setTimeout(() => page.removeEventListener("click", swallow, { capture: true }), 0);
}

function scrollerOf(element: HTMLElement): Element {
  let at: Element | null = element;
  while (at) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at.scrollHeight > at.clientHeight) {
      return at;
    }
    const around: Node | null = at.assignedSlot ?? at.parentNode;
    at = around instanceof ShadowRoot ? around.host : (around as Element | null);
    if (at && at.nodeType !== Node.ELEMENT_NODE) {
      break;
    }
  }
  return element.ownerDocument.documentElement;
}
