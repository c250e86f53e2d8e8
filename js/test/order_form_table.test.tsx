/** Sequences, forms and tables by keyboard alone; what is filled in is never lost or overwritten. */
import { afterEach, describe, expect, test } from "vitest";
import { placeAfterKey } from "../src/order/sequence";
import { edit, mergeSteps } from "../src/shared/entries";
import type { Entries, Finding } from "../src/shared/step";
import { entriesOf, lastRank, ownRows } from "../src/table/rows";
import { FakeKernel } from "./fake_kernel";
import { focused, named, pause, press, type Shown, said, show, type } from "./page";

const CARDS = {
  cards: [
    { id: "visit", text: "Visit" },
    { id: "choose", text: "Choose" },
    { id: "thank", text: "Thank" },
  ],
};
const BLANK = { type: "line", optional: false, options: [], unit: "", example: "" };
const MOOD = {
  ...BLANK,
  id: "mood",
  title: "Mood",
  type: "choice",
  options: [
    { id: "low", text: "worse" },
    { id: "high", text: "better" },
  ],
};
const FORM = {
  fields: [
    { ...BLANK, id: "first", title: "First step", type: "text", help: "Ten minutes." },
    { ...BLANK, id: "takes", title: "Takes", type: "number", unit: "minutes", help: "" },
    { ...BLANK, id: "day", title: "Day", type: "date", help: "" },
    { ...MOOD, help: "" },
    { ...BLANK, id: "told", title: "Told", type: "tick", optional: true, help: "" },
  ],
};
const JOURNEY = {
  columns: [{ ...BLANK, id: "moment", title: "Moment" }, MOOD],
  rows_title: "",
  rows: [],
  own: { name: "Touchpoint", ready: 1, most: 3 },
};
let shown: Shown | undefined;

afterEach(() => {
  shown?.close();
  localStorage.clear();
});

const sequence = (root: ParentNode): (string | undefined)[] =>
  [...root.querySelectorAll<HTMLElement>("[data-drop=sequence] [data-card]")].map(
    (c) => c.dataset.card,
  );

describe("order", () => {
  test("pressing a card puts it last; its place is said and it keeps the focus", async () => {
    shown = await show("order", CARDS);
    const { element, kernel } = shown;
    named(element, "Choose").click();
    await pause(5);
    named(element, "Visit").click();
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "visit"]);
    expect(focused().dataset.card).toBe("visit");
    expect(said(element)).toBe("“Visit” is now at place 2 of 2.");
    await pause(300);
    expect(Object.keys(kernel.entries).sort()).toEqual(["choose", "visit"]);
  });

  test("arrows, Home and End move a card in the sequence; Delete takes it out", async () => {
    shown = await show("order", CARDS);
    const { element } = shown;
    for (const name of ["Choose", "Visit", "Thank"]) {
      named(element, name).click();
      await pause(5);
    }
    press("ArrowUp");
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "thank", "visit"]);
    press("Home");
    await pause(5);
    expect(sequence(element)).toEqual(["thank", "choose", "visit"]);
    press("ArrowUp");
    await pause(5);
    expect(sequence(element)).toEqual(["thank", "choose", "visit"]);
    press("End");
    await pause(5);
    press("ArrowDown");
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "visit", "thank"]);
    press("Delete");
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "visit"]);
    expect(focused().dataset.card).toBe("thank");
    expect(said(element)).toBe("“Thank” lies with the cards still to place.");
    expect(named(element, "Thank").closest('[data-drop=""]')).not.toBeNull();
  });

  test("the menu names every place, and up and down", async () => {
    shown = await show("order", CARDS);
    const { element } = shown;
    named(element, "Choose").click();
    await pause(5);
    named(element, "Visit").click();
    await pause(5);
    press("m");
    await pause(5);
    const items = [...element.querySelectorAll("[role^=menuitem]")].map((i) => i.textContent);
    expect(items).toEqual(["Move up", "To place 1", "To place 2", "Take out"]);
    named(element, "To place 1").click();
    await pause(5);
    expect(sequence(element)).toEqual(["visit", "choose"]);
  });

  test("cards that two people put at one place keep an order, and can be parted again", async () => {
    shown = await show("order", CARDS);
    const { element, kernel } = shown;
    kernel.news({
      thank: edit(undefined, { client: "a", rank: "V" }),
      choose: edit(undefined, { client: "b", rank: "V" }),
    });
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "thank"]);
    named(element, "Visit").click();
    await pause(5);
    press("ArrowUp");
    await pause(5);
    expect(sequence(element)).toEqual(["choose", "visit", "thank"]);
  });

  test("a key that means nothing to a card is left alone", () => {
    expect(placeAfterKey("Tab", 1)).toBeNull();
    expect(placeAfterKey("ArrowUp", 0)).toBe(0);
    expect(placeAfterKey("ArrowDown", -1)).toBeNull();
  });
});

describe("form", () => {
  test("every type is found by its label and stores text", async () => {
    shown = await show("form", FORM);
    const { element, kernel } = shown;
    named(element, "First step").focus();
    type("Ask Noor");
    named(element, "Takes (minutes)").focus();
    type("2,5");
    expect(named(element, "Takes (minutes)").getAttribute("inputmode")).toBe("decimal");
    set(labelled(element, "Day"), "2026-05-03");
    set(labelled(element, "Mood"), "high");
    labelled(element, "Told · may stay empty").click();
    await pause(300);
    const stored = Object.entries(kernel.entries).map(([id, { value }]) => [id, value.text]);
    expect(Object.fromEntries(stored)).toEqual({
      first: "Ask Noor",
      takes: "2,5",
      day: "2026-05-03",
      mood: "high",
      told: "yes",
    });
    labelled(element, "Told · may stay empty").click();
    await pause(300);
    expect(kernel.entries.told?.value.text).toBe("");
  });

  test("after a check each field that lacks something is asked about, and described by it", async () => {
    const kernel = new FakeKernel(0);
    const open = { ...lack("first"), criterion: "small", verdict: "open" as const, message: "O" };
    kernel.onCheck = () => ({
      state: "started",
      points_min: 0,
      points_max: 1,
      points_possible: 3,
      findings: [open, lack("first")],
      self_check: [open],
    });
    shown = await show("form", FORM, { kernel });
    const { element } = shown;
    named(element, "First step").focus();
    type("Ask");
    named(element, "Check").click();
    await pause();
    const ids = (named(element, "First step").getAttribute("aria-describedby") ?? "").split(" ");
    const texts = ids.map((id) => document.getElementById(id)?.textContent);
    expect(texts).toEqual(["Ten minutes.", "→ To think about This is short.What else?"]);
    expect(element.querySelectorAll(".ew-feedback .ew-not_met")).toHaveLength(0);
  });

  test("a choice that somebody else made at the same time is kept beside it, in words", async () => {
    const base = edit(undefined, { client: "k", value: { text: "" } });
    const kernel = new FakeKernel(0);
    kernel.entries = mergeSteps(
      { mood: edit(base, { client: "a", value: { text: "low" } }) },
      { mood: edit(base, { client: "b", value: { text: "high" } }) },
    );
    shown = await show("form", FORM, { kernel });
    const { element } = shown;
    expect(element.textContent).toContain("Also written here at the same time: worse");
    named(element, "Use this").click();
    await pause(5);
    expect((labelled(element, "Mood") as HTMLSelectElement).value).toBe("low");
    expect(element.textContent).not.toContain("Also written here");
  });

  test("what was handed in cannot be changed", async () => {
    const kernel = new FakeKernel(0);
    kernel.extra = { read_only: true };
    shown = await show("form", FORM, { kernel });
    expect((labelled(shown.element, "Mood") as HTMLSelectElement).disabled).toBe(true);
    expect((named(shown.element, "First step") as HTMLTextAreaElement).readOnly).toBe(true);
  });
});

describe("table", () => {
  test("each cell is named by its column and row, and Tab goes from cell to cell", async () => {
    shown = await show("table", JOURNEY);
    const { element } = shown;
    const cells = [...element.querySelectorAll<HTMLElement>("tbody :is(textarea, select)")];
    expect(
      cells.map((cell) => document.querySelector(`label[for="${cell.id}"]`)?.textContent),
    ).toEqual(["Moment, Touchpoint 1", "Mood, Touchpoint 1"]);
    expect(cells.every((cell) => cell.tabIndex === 0)).toBe(true);
    const headers = [...element.querySelectorAll("th")].map((th) => [th.scope, th.textContent]);
    expect(headers).toEqual([
      ["col", "Touchpoint"],
      ["col", "Moment"],
      ["col", "Mood"],
      ["row", "Touchpoint 1"],
    ]);
  });

  test("two people who fill different cells of one row keep both", async () => {
    shown = await show("table", JOURNEY);
    const { element, kernel } = shown;
    named(element, "Moment, Touchpoint 1").focus();
    type("The bill");
    kernel.news({
      "row-1.mood": edit(undefined, { client: "other", value: { text: "high" } }),
    });
    await pause(300);
    expect(kernel.entries["row-1.moment"]?.value.text).toBe("The bill");
    expect((labelled(element, "Mood, Touchpoint 1") as HTMLSelectElement).value).toBe("high");
    expect(element.textContent).not.toContain("Also written here");
  });

  test("a row is added, taken away with all its cells and put back; the focus goes along", async () => {
    shown = await show("table", JOURNEY);
    const { element, kernel } = shown;
    named(element, "+ Add a row").click();
    await pause(20);
    expect(said(element)).toBe("Touchpoint 2 added.");
    expect(focused()).toBe(named(element, "Moment, Touchpoint 2"));
    type("A year later");
    await pause(5);
    named(element, "Remove Touchpoint 2").click();
    await pause(20);
    expect(said(element)).toBe("Touchpoint 2 removed.");
    expect(element.querySelectorAll("tbody tr")).toHaveLength(1);
    expect(focused().textContent).toBe("Put the row back");
    focused().click();
    await pause(300);
    const field = named(element, "Moment, Touchpoint 2") as HTMLTextAreaElement;
    expect(field.value).toBe("A year later");
    expect(focused()).toBe(field);
    expect(Object.values(kernel.entries).filter(({ deleted }) => deleted)).toEqual([]);
  });

  test("rows that stand ready cannot be taken away, and there is an end to adding", async () => {
    shown = await show("table", JOURNEY);
    const { element } = shown;
    const add = named(element, "+ Add a row");
    for (let times = 0; times < 4; times += 1) {
      add.click();
      await pause(5);
    }
    expect(element.querySelectorAll("tbody tr")).toHaveLength(3);
    expect(add.getAttribute("aria-disabled")).toBe("true");
    expect(element.textContent).toContain("There is room for 3 rows.");
    expect(element.querySelectorAll("[aria-label='Remove Touchpoint 1']")).toHaveLength(0);
  });

  test("a row that is taken away while somebody fills a cell of it stays", () => {
    const made: Entries = {
      "row-x": edit(undefined, { client: "a", rank: "V" }),
      "row-x.moment": edit(undefined, { client: "a", value: { text: "One" } }),
    };
    const gone = Object.fromEntries(
      Object.entries(made).map(([id, e]) => [id, edit(e, { client: "b", deleted: true })]),
    );
    const filled = {
      ...made,
      "row-x.moment": edit(made["row-x.moment"], { client: "c", value: { text: "One more" } }),
    };
    expect(ownRows(gone, 1)).toEqual(["row-1"]);
    expect(ownRows(mergeSteps(gone, filled), 1)).toEqual(["row-1", "row-x"]);
    expect(entriesOf(mergeSteps(gone, filled), "row-x")).toEqual(["row-x.moment"]);
    expect(lastRank(made) > "V").toBe(true);
  });

  test("a cell that is given is text, and the row says where to look again", async () => {
    const kernel = new FakeKernel(0);
    const finding = lack("board");
    kernel.result = {
      state: "started",
      points_min: 0,
      points_max: 0,
      points_possible: 3,
      findings: [finding],
      self_check: [],
    };
    shown = await show(
      "table",
      {
        ...JOURNEY,
        own: null,
        rows: [{ id: "board", title: "Board", about: "Decides", given: { moment: "Every May" } }],
      },
      { kernel },
    );
    const { element } = shown;
    expect(element.querySelector(".ew-given")?.textContent).toBe("Every May");
    expect(element.querySelector("tbody th")?.textContent).toBe("BoardDecides→ To think about");
    expect(element.querySelectorAll("button").length).toBeGreaterThan(0);
    expect(element.textContent).not.toContain("Add a row");
  });
});

function lack(part: string): Finding {
  return {
    criterion: "field",
    verdict: "not_met",
    points: 0,
    title: "",
    message: "This is short.",
    evidence: "",
    question: "What else?",
    part,
  };
}

/** The control of a label; `named` does not look at selects. */
function labelled(root: ParentNode, name: string): HTMLElement {
  const label = [...root.querySelectorAll("label")].find(({ textContent }) => textContent === name);
  return document.getElementById(label?.htmlFor ?? "") as HTMLElement;
}

function set(control: HTMLElement, value: string): void {
  (control as HTMLSelectElement).value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
