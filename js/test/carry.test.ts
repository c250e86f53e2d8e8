import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { carry } from "../src/shared/carry";

let root: HTMLElement;
let item: HTMLElement;
const on = { lift: vi.fn(), over: vi.fn(), drop: vi.fn(), cancel: vi.fn() };

function pointer(kind: string, x: number, y: number, more: PointerEventInit = {}): PointerEvent {
  return new PointerEvent(kind, {
    bubbles: true,
    cancelable: true,
    isPrimary: true,
    pointerId: 1,
    clientX: x,
    clientY: y,
    ...more,
  });
}
const ghost = () => root.querySelector(".ew-ghost");

function down(more: PointerEventInit = {}, target: Element = item): void {
  target.addEventListener("pointerdown", (event) => carry(event as PointerEvent, item, root, on), {
    once: true,
  });
  target.dispatchEvent(pointer("pointerdown", 10, 10, more));
}
const move = (x: number, y: number, more?: PointerEventInit) =>
  window.dispatchEvent(pointer("pointermove", x, y, more));
const up = (x: number, y: number) => window.dispatchEvent(pointer("pointerup", x, y));

beforeEach(() => {
  vi.useFakeTimers();
  root = document.createElement("div");
  item = document.createElement("div");
  item.id = "card";
  item.tabIndex = 0;
  const grip = document.createElement("button");
  grip.dataset.grip = "";
  item.append("A card", grip);
  root.append(item);
  document.body.append(root);
  vi.clearAllMocks();
});
afterEach(() => {
  window.dispatchEvent(pointer("pointercancel", 0, 0));
  root.remove();
  vi.useRealTimers();
});

describe("with a mouse", () => {
  test("a press without movement stays a click", () => {
    down();
    move(12, 12);
    up(12, 12);
    expect(on.lift).not.toHaveBeenCalled();
    expect(on.drop).not.toHaveBeenCalled();
  });

  test("movement carries a likeness that nobody can reach, and the end is no click", () => {
    down();
    move(40, 40);
    expect(ghost()?.id).toBe("");
    expect(ghost()?.getAttribute("aria-hidden")).toBe("true");
    expect(ghost()?.hasAttribute("tabindex")).toBe(false);
    expect(on.over).toHaveBeenLastCalledWith(40, 40);
    up(50, 60);
    expect(on.drop).toHaveBeenCalledOnce();
    expect(ghost()).toBeNull();
    const clicked = vi.fn();
    item.addEventListener("click", clicked);
    item.click();
    expect(clicked).not.toHaveBeenCalled();
    vi.runAllTimers();
    item.click();
    expect(clicked).toHaveBeenCalledOnce();
  });

  test("Escape lets go without a change", () => {
    down();
    move(40, 40);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    up(40, 40);
    expect(on.cancel).toHaveBeenCalledOnce();
    expect(on.drop).not.toHaveBeenCalled();
    expect(ghost()).toBeNull();
  });

  test("only the first button carries, and only its own pointer", () => {
    down({ button: 2 });
    move(40, 40);
    expect(on.lift).not.toHaveBeenCalled();
    down();
    move(90, 90, { pointerId: 7 });
    expect(on.lift).not.toHaveBeenCalled();
  });
});

describe("with a finger", () => {
  const touch = { pointerType: "touch" };

  test("a swipe scrolls and carries nothing", () => {
    down(touch);
    move(10, 60);
    vi.advanceTimersByTime(1000);
    expect(on.lift).not.toHaveBeenCalled();
  });

  test("resting on the card picks it up", () => {
    down(touch);
    vi.advanceTimersByTime(400);
    expect(on.lift).toHaveBeenCalledOnce();
    move(10, 90);
    up(10, 90);
    expect(on.drop).toHaveBeenCalledOnce();
  });

  test("the grip carries at once", () => {
    down(touch, item.querySelector("button") as Element);
    move(10, 60);
    expect(on.lift).toHaveBeenCalledOnce();
  });

  test("when the browser takes the finger away, nothing changes", () => {
    down(touch);
    vi.advanceTimersByTime(400);
    window.dispatchEvent(pointer("pointercancel", 10, 10));
    expect(on.cancel).toHaveBeenCalledOnce();
  });
});
