/** A table, a plot that follows, and answers: by keyboard, in the learner's language, without the key. */
import { afterEach, describe, expect, test } from "vitest";
import figures from "../../tests/figures/props.json";
import vectors from "../../tests/views/chart_vectors.json";
import { chart } from "../src/data/charts";
import { type DataProps, EVERYTHING, quantity, shownRows } from "../src/data/table";
import { edit } from "../src/shared/entries";
import type { Lang } from "../src/shared/step";
import { translator } from "../src/shared/strings";
import { FakeKernel } from "./fake_kernel";
import { focused, named, pause, type Shown, said, show, type } from "./page";
import { words } from "./words";

type Name = keyof typeof figures;
const propsOf = (name: Name, lang: Lang): DataProps => figures[name][lang] as DataProps;
const CORE = propsOf("core", "en");
let shown: Shown | undefined;

afterEach(() => {
  shown?.close();
  localStorage.clear();
});

const rowsOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll("tbody th")].map((cell) => cell.textContent ?? "");
const caption = (root: ParentNode): string =>
  root.querySelector(".ew-plot [aria-live]")?.textContent ?? "";
function set(input: HTMLInputElement | HTMLSelectElement, value: string, event = "input"): void {
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
}

test.each(vectors)("$step at $cut says in $lang what the kernel says", (vector) => {
  const lang = vector.lang as Lang;
  const props = propsOf(vector.step as Name, lang);
  const t = translator(words(lang));
  expect(chart(props, props.rows, vector.cut, lang, t).words).toBe(vector.words);
});

describe("numbers are written as the reader does", () => {
  test.each([
    [1234567, "money", "€1,234,567", "€\u00a01.234.567"],
    [1234.5, "money", "€1,234.5", "€\u00a01.234,5"],
    [2009, "number", "2009", "2009"],
    [10000, "number", "10,000", "10.000"],
    [-0.04, "percent", "0%", "0%"],
    [-2.25, "percent", "-2.3%", "-2,3%"],
  ] as const)("%d as %s", (number, kind, en, nl) => {
    expect(quantity(number, kind, "en")).toBe(en);
    expect(quantity(number, kind, "nl")).toBe(nl);
  });
});

test("a heading sorts, says so, and turns round the second time", async () => {
  shown = await show("data", CORE);
  const { element } = shown;
  const revenue = named(element, /^Revenue/);
  revenue.click();
  await pause(5);
  expect(rowsOf(element)[0]).toBe("Zorggroep De Linde");
  expect(revenue.closest("th")?.getAttribute("aria-sort")).toBe("descending");
  expect(said(element)).toBe("Sorted by Revenue, from high to low.");
  revenue.click();
  await pause(5);
  expect(rowsOf(element).at(-1)).toBe("Zorggroep De Linde");
  expect(element.querySelectorAll("[aria-sort]")).toHaveLength(1);
});

test("the filter leaves rows out, of the plot too, and says how many are left", async () => {
  shown = await show("data", CORE);
  const { element } = shown;
  set(element.querySelector("select") as HTMLSelectElement, "Care", "change");
  await pause(5);
  expect(element.querySelector(".ew-data [role=status]")?.textContent).toBe(
    "Shown: 16 of 60 customers",
  );
  expect(caption(element)).toContain("of the 16 customers");
  expect(element.querySelectorAll(".ew-plot rect")).toHaveLength(16);
  set(named(element, "Search") as HTMLInputElement, "nobody at all");
  await pause(5);
  expect(caption(element)).toBe("There is nothing to draw: the filter leaves no customers.");
});

test("what is sorted and filtered is a look at the table, no change of it", () => {
  const look = { ...EVERYTHING, only: { 1: "Shop" }, column: 2, down: true };
  const rows = shownRows(CORE, look, "en");
  expect(rows).toHaveLength(10);
  expect(new Set(rows.map(({ cells }) => cells[1]))).toEqual(new Set(["Shop"]));
  expect(CORE.rows.map(({ id }) => id)).toEqual([...CORE.rows.map(({ id }) => id)].sort());
});

test("slider and number field are one cut; plot and words follow, and it is kept", async () => {
  shown = await show("data", CORE);
  const { element, kernel } = shown;
  const [slider, field] = element.querySelectorAll<HTMLInputElement>(".ew-cut input");
  if (!slider || !field) {
    throw new Error("there is no cut");
  }
  expect([slider.value, field.value]).toEqual(["30", "30"]);
  set(slider, "12");
  await pause(5);
  expect(field.value).toBe("12");
  expect(caption(element)).toBe(
    "Revenue: the 12 largest of the 60 customers (20%) account for 80.2% of the total.",
  );
  expect(element.querySelectorAll('.ew-plot [fill="var(--c0)"]')).toHaveLength(12);
  set(field, "");
  set(field, "99");
  set(field, "5");
  await pause(300);
  expect(slider.value).toBe("5");
  expect(kernel.entries.cut?.value).toEqual({ value: 5 });
});

test("ticked rows are told by name, also when the filter hides them", async () => {
  shown = await show("data", CORE);
  const { element, kernel } = shown;
  named(element, "The core in care: Verpleeghuis Avondrood").click();
  named(element, "The core in care: Bakkerij Kruimel").click();
  named(element, "The core in care: Bakkerij Kruimel").click();
  set(named(element, "Search") as HTMLInputElement, "kruimel");
  await pause(300);
  expect(rowsOf(element)).toEqual(["Bakkerij Kruimel"]);
  expect(element.textContent).toContain("Ticked in the table: 1 (Verpleeghuis Avondrood)");
  expect(kernel.entries["answer-core"]?.value).toEqual({ rows: ["c54"] });
});

test("a number is typed, an option chosen; Enter makes no second line", async () => {
  shown = await show("data", CORE);
  const { element, kernel } = shown;
  named(element, CORE.questions[0]?.ask ?? "").focus();
  type("12");
  const key = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
  expect(focused().dispatchEvent(key)).toBe(false);
  named(element, "Visit them").click();
  await pause(300);
  expect(kernel.entries["answer-how-many"]?.value).toEqual({ text: "12" });
  expect(kernel.entries["answer-next"]?.value).toEqual({ text: "visit" });
});

test("what a check found stands below its question", async () => {
  const kernel = new FakeKernel(0);
  kernel.entries = {
    "answer-how-many": edit(undefined, { client: "a", value: { text: "13" } }),
  };
  const finding = {
    criterion: "number",
    verdict: "not_met" as const,
    points: 1,
    title: "How many",
    message: "You are very close.",
    evidence: "13",
    question: "Where does the line pass 80%?",
    part: "how-many",
  };
  kernel.onCheck = () => ({
    state: "started",
    points_min: 0,
    points_max: 0,
    points_possible: 4,
    findings: [finding],
    self_check: [],
  });
  shown = await show("data", CORE, { kernel });
  const { element } = shown;
  named(element, "Check").click();
  await pause();
  const field = named(element, CORE.questions[0]?.ask ?? "");
  const told = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  expect(told?.textContent).toContain("You are very close.");
  expect(told?.textContent).toContain("Where does the line pass 80%?");
});

test("groups of bars and pairs are drawn with their numbers in Dutch", async () => {
  shown = await show("data", propsOf("survey", "nl"), { lang: "nl" });
  expect(shown.element.querySelectorAll(".ew-bar")).toHaveLength(12);
  shown.close();
  shown = await show("data", propsOf("effect", "nl"), { lang: "nl" });
  expect(shown.element.textContent).toContain("8 (+6,7%)");
  expect(shown.element.querySelectorAll("line.ew-cut-line")).toHaveLength(6);
});
