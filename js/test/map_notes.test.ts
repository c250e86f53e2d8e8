/** Notes by keyboard: added, walked along, moved, opened, deleted and brought back. */
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test } from "vitest";
import { boardOf } from "../src/empathy_map/moves";
import {
  button,
  click,
  focus,
  focused,
  note,
  page,
  press,
  put,
  region,
  show,
  texts,
  type,
} from "./map_board";
import { t } from "./map_page";

describe("adding a note", () => {
  beforeEach(() => show());

  test("an empty region asks its own question", () => {
    expect(region("pains").querySelector("[data-add]")?.textContent).toContain(
      t("map.region.pains.prompt"),
    );
  });

  test("Enter keeps it, says where it stands, and leaves the focus on the button for the next", () => {
    click(button("Add", region("hear")));
    type("It is far");
    press("Enter");
    expect(texts("hear")).toEqual(["It is far"]);
    expect(page.announce).toHaveBeenLastCalledWith("Added to “Hears”, place 1 of 1.");
    expect(focused().dataset.add).toBe("hear");
    expect(region("hear").querySelector(".ew-count")?.textContent).toContain("1");
  });

  test("Escape keeps what was typed", () => {
    click(button("Add", region("hear")));
    type("It is");
    press("Escape");
    expect(texts("hear")).toEqual(["It is"]);
    expect(page.root.querySelector("textarea:not([id=question])")).not.toBeNull();
  });

  test("a note in which nothing was typed leaves no trace", () => {
    click(button("Add", region("hear")));
    press("Escape");
    expect(Object.keys(page.store.entries)).toEqual([]);
    expect(focused().dataset.add).toBe("hear");
  });

  test("a new note is assumed until the learner says how they know", () => {
    click(button("Add", region("see")));
    type("Dust");
    const choices = [...region("see").querySelectorAll<HTMLInputElement>("input[type=radio]")];
    expect(choices.find(({ checked }) => checked)?.value).toBe("assumed");
    act(() => choices.find(({ value }) => value === "observed")?.click());
    expect(boardOf(page.store.entries).see?.[0]).toMatchObject({
      text: "Dust",
      evidence: "observed",
    });
  });

  test("Shift+Enter and Enter while composing are typing", () => {
    click(button("Add", region("see")));
    type("Dust");
    press("Enter", { shiftKey: true });
    press("Enter", { isComposing: true });
    expect(focused().tagName).toBe("TEXTAREA");
  });
});

describe("a note by keyboard", () => {
  beforeEach(() => {
    put("n-a", "see", "One", "V");
    put("n-b", "see", "Two", "W", "assumed");
    put("n-c", "gains", "Three", "V");
    show();
  });

  test("only one note of a region is a stop of the Tab key; it is the one visited last", () => {
    const stops = () =>
      [...region("see").querySelectorAll<HTMLElement>("[data-note]")].map((one) => one.tabIndex);
    expect(stops()).toEqual([0, -1]);
    focus("n-b");
    expect(stops()).toEqual([-1, 0]);
  });

  test("the arrow keys walk from note to note, across regions", () => {
    focus("n-a");
    press("ArrowRight");
    expect(focused()).toBe(note("n-b"));
    press("ArrowDown");
    expect(focused()).toBe(note("n-c"));
    press("Home");
    press("ArrowUp");
    expect(focused()).toBe(note("n-b"));
  });

  test("Shift and an arrow move it; it keeps the focus, and its new place is said", () => {
    focus("n-a");
    press("ArrowDown", { shiftKey: true });
    expect(texts("see")).toEqual(["Two", "One"]);
    expect(page.announce).toHaveBeenLastCalledWith("Moved to “Sees”, place 2 of 2.");
    press("ArrowRight", { shiftKey: true });
    expect(texts("hear")).toEqual(["One"]);
    expect(focused()).toBe(note("n-a"));
    press("ArrowLeft", { shiftKey: true });
    expect(texts("see")).toEqual(["Two", "One"]);
  });

  test("M opens the menu at the place where the note is; a number and Enter move it", () => {
    focus("n-a");
    press("m");
    expect(focused().getAttribute("aria-checked")).toBe("true");
    press("5");
    expect(focused().textContent).toBe("5 Pains");
    click(focused());
    expect(texts("pains")).toEqual(["One"]);
    expect(focused()).toBe(note("n-a"));
  });

  test("Escape leaves the menu and changes nothing", () => {
    focus("n-a");
    press("m");
    press("Escape");
    expect(page.root.querySelector("[role=menu]")).toBeNull();
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("the menu moves within the region too, for those who cannot drag", () => {
    focus("n-a");
    press("m");
    click(button(t("map.later"), note("n-a")));
    expect(texts("see")).toEqual(["Two", "One"]);
    expect(focused()).toBe(note("n-a"));
    expect(button(t("map.later"), note("n-a"))).toBeUndefined();
  });

  test("Delete removes it, shows Undo and goes on to the next note; Ctrl+Z brings it back in place", () => {
    focus("n-a");
    press("Delete");
    expect(texts("see")).toEqual(["Two"]);
    expect(region("see").querySelector(".ew-gone")?.textContent).toContain("One");
    expect(page.announce).toHaveBeenLastCalledWith(t("map.deleted.say"));
    expect(focused()).toBe(note("n-b"));
    press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["One", "Two"]);
    expect(focused()).toBe(note("n-a"));
    expect(page.root.querySelector(".ew-gone")).toBeNull();
  });

  test("several deletions come back one by one, with a button as well", () => {
    focus("n-a");
    press("Delete");
    press("Delete");
    expect(texts("see")).toEqual([]);
    expect(focused().dataset.add).toBe("see");
    click(button("Undo"));
    expect(texts("see")).toEqual(["Two"]);
    press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("Enter opens it with its words, Enter again closes it on the same note", () => {
    focus("n-b");
    press("Enter");
    expect((focused() as HTMLTextAreaElement).value).toBe("Two");
    type("Two and a half");
    press("Enter");
    expect(texts("see")).toEqual(["One", "Two and a half"]);
    expect(focused()).toBe(note("n-b"));
  });

  test("emptied and closed it is deleted, and Undo brings its words back", () => {
    focus("n-b");
    press("Enter");
    type("");
    press("Enter");
    expect(texts("see")).toEqual(["One"]);
    click(button("Undo"));
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("a key with Ctrl or Cmd is not ours", () => {
    focus("n-a");
    press("m", { ctrlKey: true });
    press("Delete", { metaKey: true });
    expect(page.root.querySelector("[role=menu]")).toBeNull();
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("? shows the keys and hides them again, but is a letter in a text", () => {
    focus("n-a");
    press("?");
    expect(page.root.querySelector(".ew-keys")?.textContent).toContain("Shift + arrow keys");
    press("?");
    expect(page.root.querySelector(".ew-keys")).toBeNull();
    press("Enter");
    press("?");
    expect(page.root.querySelector(".ew-keys")).toBeNull();
  });

  test("evidence is a shape and a word, and a dashed border for what is assumed", () => {
    expect(note("n-a").textContent).toContain("● told");
    expect(note("n-b").textContent).toContain("○ assumed");
    expect(note("n-b").dataset.evidence).toBe("assumed");
  });
});
