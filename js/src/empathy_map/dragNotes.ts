/** Dragging a note over the board: where it would land is marked, without drawing anything anew. */
import { carry } from "../shared/carry";
import type { AreaKey } from "./areas";
import type { Hands } from "./hands";
import { type Box, indexAt, type Place } from "./moves";

interface RegionBox extends Box {
  region: AreaKey;
  element: HTMLElement;
  notes: Box[];
  /** The index that the carried note has here, if it is from here. */
  own: number;
}

/** Call on `pointerdown`; carries the note under the pointer, if there is one to carry. */
export function dragNotes(
  down: PointerEvent,
  map: HTMLElement | null,
  mark: HTMLElement | null,
  hands: Hands,
  onCancel: () => void,
): void {
  const target = down.target as Element;
  const note = target.closest<HTMLElement>("[data-note]");
  const isText = target.closest("textarea, input, label, fieldset, [role=menu], .ew-note-open");
  const isButton = target.closest("button") && !target.closest("[data-grip]");
  const board = mark?.parentElement;
  if (!map || !mark || !board || !note || isText || isButton) {
    return;
  }
  const id = note.dataset.note ?? "";
  let boxes: RegionBox[] = [];
  let place: Place | null = null;

  const clear = (): void => {
    note.removeAttribute("data-lifted");
    map.removeAttribute("data-carrying");
    mark.hidden = true;
    for (const { element } of boxes) {
      element.removeAttribute("data-over");
    }
  };

  carry(down, note, map, {
    lift() {
      boxes = measure(board, note);
      note.setAttribute("data-lifted", "");
      map.setAttribute("data-carrying", "");
    },
    over(clientX, clientY) {
      const frame = board.getBoundingClientRect();
      const [x, y] = [clientX - frame.left, clientY - frame.top];
      const region = boxes.find((box) => isIn(box, x, y));
      place = region ? { region: region.region, index: indexAt(region.notes, x, y) } : null;
      for (const box of boxes) {
        box.element.toggleAttribute("data-over", box === region);
      }
      point(mark, region, place?.index ?? 0);
    },
    drop() {
      const from = boxes.find((box) => box.own >= 0);
      clear();
      if (place && !(from?.region === place.region && from.own === place.index)) {
        hands.move(id, place);
      } else {
        onCancel();
      }
    },
    cancel() {
      clear();
      onCancel();
    },
  });
}

/** Every region and its notes, in coordinates of the board; measured once, as nothing moves meanwhile. */
function measure(board: HTMLElement, carried: HTMLElement): RegionBox[] {
  const frame = board.getBoundingClientRect();
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      left: left - frame.left,
      top: top - frame.top,
      right: right - frame.left,
      bottom: bottom - frame.top,
    };
  };
  return [...board.querySelectorAll<HTMLElement>("[data-region]")].map((element) => {
    const notes = [...element.querySelectorAll("[data-note]")];
    return {
      ...boxOf(element),
      region: element.dataset.region as AreaKey,
      element,
      notes: notes.filter((note) => note !== carried).map(boxOf),
      own: notes.indexOf(carried),
    };
  });
}

function isIn(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Put the mark where the note would land: before a note, behind the last, or into an empty region. */
function point(mark: HTMLElement, region: RegionBox | undefined, index: number): void {
  mark.hidden = !region;
  if (region) {
    const next = region.notes[index];
    const last = region.notes.at(-1);
    const x = next ? next.left - 5 : last ? last.right + 3 : region.left + 12;
    const { top, bottom } = next ?? last ?? { top: region.top + 36, bottom: region.top + 72 };
    mark.style.cssText = `left: ${x}px; top: ${top}px; height: ${bottom - top}px`;
  }
}
