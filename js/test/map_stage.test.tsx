/** The clock, one region in the light, and step by step for a room: all by key, all said. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MapPage, t } from "./map_page";

let page: MapPage;
const isDark = (key: string) => page.one(`[data-region=${key}]`).hasAttribute("inert");

beforeEach(() => {
  page = new MapPage();
  page.put("n-a", "see", "One", "V");
  page.put("n-b", "hear", "Two", "V");
  page.show();
  act(() => page.one("[data-note=n-a]").focus());
});
afterEach(() => {
  page.close();
  vi.useRealTimers();
});

describe("one region in the light", () => {
  test("F dims the others, which can then not be reached; Page Down goes on to the next", () => {
    page.press("f");
    expect(isDark("see")).toBe(false);
    expect([isDark("hear"), isDark("gains")]).toEqual([true, true]);
    expect(page.said).toContain("“Sees”");
    page.press("PageDown");
    expect([isDark("see"), isDark("hear")]).toEqual([true, false]);
    expect(page.focused).toBe(page.one("[data-note=n-b]"));
    page.press("PageUp");
    page.press("PageUp");
    expect(isDark("gains")).toBe(false);
    expect(page.focused.dataset.add).toBe("gains");
  });

  test("Escape or F brings the light back, and the focus stays where it was", () => {
    page.press("f");
    page.press("Escape");
    expect(isDark("hear")).toBe(false);
    expect(page.focused).toBe(page.one("[data-note=n-a]"));
    expect(page.said).toBe(t("map.focus.off"));
  });

  test("in a text F is a letter", () => {
    page.press("Enter");
    page.press("f");
    expect(isDark("hear")).toBe(false);
  });

  test("a region that the other view does not have lets go of the light", () => {
    page.put("n-c", "say_do", "Three", "V", { tag: "say" });
    page.press("f");
    page.press("PageDown");
    page.press("PageDown");
    page.press("PageDown");
    page.press("7");
    expect(page.root.querySelectorAll("[inert]")).toHaveLength(0);
  });
});

describe("presenting", () => {
  const veiled = () => page.root.querySelectorAll("[data-veiled]").length;

  test("P begins with the person; the arrows reveal and veil region by region; each is said", () => {
    page.press("p");
    expect(veiled()).toBe(6);
    expect(page.said).toBe(t("map.present.on"));
    page.press("ArrowRight");
    expect(veiled()).toBe(5);
    expect(page.said).toBe("Sees, 1 of 6");
    page.press(" ");
    page.press("ArrowLeft");
    expect(veiled()).toBe(5);
    for (let turn = 0; turn < 9; turn += 1) {
      page.press("ArrowRight");
    }
    expect(veiled()).toBe(0);
    expect(page.said).toBe("Gains, 6 of 6");
  });

  test("nothing can be changed meanwhile; Escape ends it and the focus stays in the map", () => {
    page.press("p");
    expect(page.root.querySelectorAll(".ew-board :is(button, textarea)")).toHaveLength(0);
    page.press("Escape");
    expect(page.root.querySelector("[data-step]")).toBeNull();
    expect(page.root.contains(page.focused)).toBe(true);
    expect(page.root.querySelectorAll("[data-add]")).toHaveLength(6);
  });
});

describe("the timer", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    page.press("t");
  });
  const time = () => page.one("[role=timer]").textContent?.trim();
  const pass = (seconds: number): void => {
    act(() => {
      vi.advanceTimersByTime(seconds * 1000);
    });
  };

  test("T starts and stops it, and both are said", () => {
    expect(time()).toBe("20:00");
    expect(page.said).toBe(t("map.timer.on"));
    pass(61);
    expect(time()).toBe("18:59");
    page.press("t");
    expect(page.one("[role=timer]")).toBeNull();
    expect(page.said).toBe(t("map.timer.off"));
  });

  test("when time is up it says so once, in words, and goes on as long as you do", () => {
    pass(20 * 60);
    expect(time()).toBe(t("map.timer.over"));
    expect(page.said).toBe(t("map.timer.over"));
    page.announce.mockClear();
    pass(60);
    expect(page.announce).not.toHaveBeenCalled();
  });

  test("a pace for each region names the one that is due", () => {
    const select = page.one(".ew-timer select") as HTMLSelectElement;
    act(() => {
      select.value = "each.3";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(time()).toBe("3:00 Now: Sees");
    pass(3 * 60);
    expect(time()).toBe("3:00 Now: Hears");
    expect(page.said).toBe("Now: Hears");
    pass(15 * 60);
    expect(time()).toBe(t("map.timer.over"));
  });

  test("it can be hidden at will, and stopped by a button without losing the focus", () => {
    page.click(page.button(t("map.timer.hide")));
    expect(time()).toBe("");
    page.click(page.button(t("map.timer.stop"), page.one(".ew-timer")));
    expect(page.focused).toBe(page.button(t("map.bar.timer")));
  });
});

test("every key is listed under ?", () => {
  page.press("?");
  const keys = page.one(".ew-keys").textContent ?? "";
  for (const name of ["undo", "redo", "six", "seven", "outline", "focus", "present", "timer"]) {
    expect(keys).toContain(t(`map.bar.${name}`));
  }
});

test("nothing is wrong for assistive technology in any of them", { timeout: 40_000 }, async () => {
  page.press("t");
  page.press("f");
  expect(await page.violations()).toEqual([]);
  page.press("f");
  page.press("p");
  page.press("ArrowRight");
  expect(await page.violations()).toEqual([]);
});
