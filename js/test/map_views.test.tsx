/** One map in several views: six, seven and the outline; and undo over all of them. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardOf, notesIn } from "../src/empathy_map/moves";
import { edit } from "../src/shared/entries";
import { MapPage, t } from "./map_page";

/** Axe looks at everything, and a test machine may be busy. */
const SLOW = { timeout: 30_000 };

let page: MapPage;
const texts = (key: "see" | "hear" | "say_do" | "pains"): string[] =>
  notesIn(boardOf(page.store.entries), key).map(({ text }) => text);

beforeEach(() => {
  page = new MapPage();
});
afterEach(() => page.close());

function someNotes(): void {
  page.put("n-a", "see", "One", "V");
  page.put("n-b", "see", "Two", "W", { evidence: "assumed" });
  page.put("n-c", "say_do", "Three", "V");
}

describe("undo and redo", () => {
  beforeEach(() => {
    someNotes();
    page.show();
  });

  test("a note that was written is one thing, however much was typed and chosen", () => {
    page.click(page.button("Add", page.one("[data-region=hear]")));
    page.type("It is");
    page.type("It is far");
    act(() => page.one("[value=told]").click());
    page.press("Enter");
    page.press("z", { ctrlKey: true });
    expect(texts("hear")).toEqual([]);
    expect(page.said).toContain(t("map.undo.done"));
    expect(page.focused.dataset.add).toBe("hear");
    page.press("z", { ctrlKey: true, shiftKey: true });
    expect(texts("hear")).toEqual(["It is far"]);
    expect(page.said).toBe("Done again. The note stands in “Hears”, place 1 of 1.");
    expect(page.focused.dataset.note).toBeDefined();
  });

  test("a move, a deletion and a change of the person come back, by button as well", () => {
    act(() => page.one("[data-note=n-a]").focus());
    page.press("ArrowDown", { shiftKey: true });
    page.press("Delete");
    page.click(page.button(t("map.person.none")));
    page.type("Fatima");
    page.press("Escape");
    const undo = page.button(t("map.bar.undo"));
    page.click(undo);
    expect(page.store.entries.name?.deleted).toBe(true);
    page.click(undo);
    expect(texts("see")).toEqual(["Two", "One"]);
    page.click(undo);
    expect(texts("see")).toEqual(["One", "Two"]);
    expect(page.focused).toBe(undo);
    expect(undo.getAttribute("aria-disabled")).toBe("true");
    page.click(undo);
    expect(page.said).toBe(t("map.undo.none"));
  });

  test("what somebody else changed meanwhile stays, and is said to stay", () => {
    act(() => page.one("[data-note=n-a]").focus());
    page.press("Enter");
    page.type("One of mine");
    page.press("Enter");
    const theirs = { ...page.store.entries["n-a"]?.value, text: "Theirs" };
    const entry = edit(page.store.entries["n-a"], { client: "zz", value: theirs });
    act(() => page.store.merge({ "n-a": entry }));
    page.press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["Theirs", "Two"]);
    expect(page.said).toContain(t("map.undo.passed"));
  });

  test("in a text Ctrl+Z is left to the text", () => {
    page.click(page.one("[data-note=n-a]"));
    page.type("One!");
    page.press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["One!", "Two"]);
  });
});

describe("the outline", () => {
  beforeEach(() => {
    someNotes();
    page.show();
    act(() => page.one("[data-note=n-a]").focus());
    page.press("o");
  });

  const note = (id: string) => page.one(`[data-note=${id}]`);

  test("is one key away, is announced, and shows everything as headings and lists", () => {
    expect(page.said).toBe(t("map.shown.outline"));
    const titles = [...page.root.querySelectorAll("h4")].map((one) => one.textContent);
    expect(titles.slice(1).map((title) => title?.split(" Notes")[0])).toEqual([
      "1 Sees",
      "2 Hears",
      "3 Thinks and feels",
      "4 Says and does",
      "5 Pains",
      "6 Gains",
    ]);
    expect(note("n-b").textContent).toBe("Two ○ assumed");
    expect(page.button(t("map.bar.outline")).ariaPressed).toBe("true");
  });

  test("a note is added, changed, moved and deleted there, and the focus is never lost", () => {
    page.click(page.button("Add", page.one("[data-region=hear]")));
    page.type("It is far");
    act(() => page.one("[value=told]").click());
    page.click(page.button("Done"));
    expect(texts("hear")).toEqual(["It is far"]);
    expect(page.focused.dataset.add).toBe("hear");
    act(() => note("n-a").focus());
    page.press("Enter");
    page.type("One and only");
    page.press("Enter");
    expect(page.focused).toBe(note("n-a"));
    page.press("m");
    page.click(page.button("5 Pains", page.one("[role=menu]")));
    expect(texts("pains")).toEqual(["One and only"]);
    expect(page.focused).toBe(note("n-a"));
    page.press("Delete");
    expect(texts("pains")).toEqual([]);
    expect(page.focused.dataset.add).toBe("pains");
    page.press("z", { ctrlKey: true });
    expect(texts("pains")).toEqual(["One and only"]);
    expect(page.focused).toBe(note("n-a"));
  });

  test("evidence, source, person and question are there as fields", () => {
    page.click(note("n-b"));
    const labels = [...page.root.querySelectorAll("label, legend")].map((one) => one.textContent);
    for (const key of ["map.evidence", "map.source", "map.person.name", "map.question"]) {
      expect(labels).toContain(t(key));
    }
    expect(page.root.textContent).toContain(t("map.facts"));
  });

  test(
    "nothing in it is wrong for assistive technology, with a note or a menu open",
    SLOW,
    async () => {
      expect(await page.violations()).toEqual([]);
      act(() => note("n-b").focus());
      page.press("m");
      expect(await page.violations()).toEqual([]);
      page.press("Escape");
      page.click(note("n-b"));
      expect(await page.violations()).toEqual([]);
    },
  );
});

describe("the view of seven", () => {
  beforeEach(() => {
    someNotes();
    page.show();
    act(() => page.one("[data-note=n-c]").focus());
    page.press("7");
  });

  test("a note without a tag waits under “Says or does?”; put with says it is said", () => {
    expect(page.one("[data-region=say_or_do]").textContent).toContain("Three");
    act(() => page.one("[data-note=n-c]").focus());
    page.press("m");
    page.click(page.button("4 Says", page.one("[role=menu]")));
    expect(page.store.entries["n-c"]?.value).toMatchObject({ region: "say_do", tag: "say" });
    expect(page.one("[data-region=say_or_do]")).toBeNull();
    expect(page.one("[data-region=say]").textContent).toContain("Three");
  });

  test("what the person needs to do is a region with a number of its own", () => {
    expect(page.one(".ew-board .ew-goal").textContent).toContain("2");
    expect(page.one(".ew-board .ew-goal textarea")).not.toBeNull();
  });

  test("switching there and back edits nothing", () => {
    const before = page.store.entries;
    page.click(page.button(t("map.bar.six")));
    page.click(page.button(t("map.bar.seven")));
    page.click(page.button(t("map.bar.outline")));
    expect(page.store.entries).toBe(before);
  });

  test("nothing in it is wrong for assistive technology", SLOW, async () => {
    expect(await page.violations()).toEqual([]);
  });
});

test("what a check says of says and does is shown once in the view of seven", () => {
  const finding = {
    criterion: "regions",
    verdict: "not_met",
    points: 0,
    title: "",
    message: "Nothing is said here.",
    evidence: "",
    question: "",
    part: "say_do",
  } as const;
  page.show({ props: { view: "seven" }, findings: [finding] });
  expect(page.one("[data-region=say]").textContent).toContain("Nothing is said here.");
  expect(page.root.textContent?.split("Nothing is said here.")).toHaveLength(2);
});

describe("a pasted list", () => {
  beforeEach(() => {
    someNotes();
    page.show();
    page.click(page.button("Add", page.one("[data-region=see]")));
  });

  test("becomes one note a line, behind the others and in order; one undo takes it back", () => {
    page.paste("- Dust\n- Heat\n- Women");
    expect(texts("see")).toEqual(["One", "Two", "Dust", "Heat", "Women"]);
    expect(page.said).toContain("3 notes");
    page.press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("one line, or a list into a text that has begun, is pasted as text", () => {
    page.paste("Dust");
    page.type("Heat and");
    page.paste("- Dust\n- Heat");
    page.press("Enter");
    expect(texts("see")).toEqual(["One", "Two", "Heat and"]);
  });
});

test("a note of says and does is tagged where it is written, and its author is named", () => {
  someNotes();
  page.show();
  page.click(page.one("[data-note=n-c]"));
  act(() => page.one("[value=do]").click());
  const author = [...page.root.querySelectorAll("label")].find(
    (label) => label.textContent === t("map.author"),
  );
  act(() => document.getElementById(author?.htmlFor ?? "")?.focus());
  page.type("Anna");
  page.press("Escape");
  expect(page.store.entries["n-c"]?.value).toMatchObject({ tag: "do", author: "Anna" });
  expect(page.one("[data-note=n-c]").textContent).toContain("told · by Anna");
});

describe("the focus when the view changes", () => {
  beforeEach(() => {
    someNotes();
    page.show();
  });

  test("a note keeps it from view to view, also where it stands in another region", () => {
    act(() => page.one("[data-note=n-c]").focus());
    for (const key of ["o", "7", "o", "6"]) {
      page.press(key);
      expect(page.focused.dataset.note).toBe("n-c");
    }
  });

  test("the button that adds a note keeps it; what the other view has not leaves it to the bar", () => {
    act(() => page.one("[data-add=say_do]").focus());
    page.press("o");
    expect(page.focused.dataset.add).toBe("say_do");
    page.press("7");
    expect(page.focused.closest(".ew-tools")).not.toBeNull();
  });
});
