/** Every plain kind can be used by keyboard alone; the focus is never lost; changes are said. */
import { afterEach, expect, test } from "vitest";
import { edit } from "../src/shared/entries";
import { neighbour } from "../src/sort/moves";
import { FakeKernel } from "./fake_kernel";
import { focused, named, pause, press, type Shown, said, show, type } from "./page";

const BOXES = [
  { id: "inward", title: "Looks inward" },
  { id: "outward", title: "Looks outward" },
];
const SORT = {
  boxes: BOXES,
  cards: [
    { id: "target", text: "Twelve wells" },
    { id: "asked", text: "Who did you walk with?" },
  ],
};
const CHOOSE = {
  several: false,
  options: [
    { id: "build", text: "Build" },
    { id: "ask", text: "Ask" },
  ],
};
let shown: Shown | undefined;

afterEach(() => {
  shown?.close();
  localStorage.clear();
});

test("arrows move a card between the boxes; it keeps the focus and its place is said", async () => {
  shown = await show("sort", SORT);
  const { element, kernel } = shown;
  named(element, "Twelve wells").focus();
  press("ArrowRight");
  await pause(5);
  expect(focused().dataset.card).toBe("target");
  expect(focused().closest("[data-drop]")?.getAttribute("data-drop")).toBe("inward");
  expect(said(element)).toBe("“Twelve wells” now lies in: Looks inward.");
  press("ArrowRight");
  press("ArrowLeft");
  await pause(300);
  expect(kernel.entries.target?.value).toEqual({ box: "inward" });
});

test("a card stops at the last box and at the tray", () => {
  expect(neighbour(BOXES, "outward", 1)).toBe("outward");
  expect(neighbour(BOXES, "", -1)).toBe("");
  expect(neighbour(BOXES, "inward", -1)).toBe("");
});

test("the menu moves a card without a drag, opens with a key and gives the focus back", async () => {
  shown = await show("sort", SORT);
  const { element } = shown;
  named(element, "Twelve wells").focus();
  press("m");
  await pause(5);
  expect(focused().getAttribute("role")).toBe("menuitemradio");
  press("End");
  expect(focused().textContent).toBe("Looks outward");
  press("Escape");
  await pause(5);
  expect(element.querySelector("[role=menu]")).toBeNull();
  expect(focused().getAttribute("aria-haspopup")).toBe("menu");

  focused().click();
  await pause(5);
  press("End");
  focused().click();
  await pause(5);
  expect(focused().dataset.card).toBe("target");
  expect(focused().closest("[data-drop]")?.getAttribute("data-drop")).toBe("outward");
});

test("one option is chosen, another takes its place; with several both stay", async () => {
  shown = await show("choose", CHOOSE);
  named(shown.element, "Build").click();
  named(shown.element, "Ask").click();
  shown.model.emit("msg:custom", { type: "ack", client: "", rev: 0, entries: {} });
  await pause(300);
  expect(shown.kernel.entries.choice?.value).toEqual({ options: ["ask"] });
  shown.close();

  shown = await show("choose", { ...CHOOSE, several: true });
  named(shown.element, "Ask").click();
  named(shown.element, "Build").click();
  await pause(300);
  expect(shown.kernel.entries.choice?.value).toEqual({ options: ["build", "ask"] });
});

test("after a check a chosen option has its own feedback, by sign and word", async () => {
  const kernel = new FakeKernel(0);
  const finding = {
    criterion: "option",
    verdict: "not_met" as const,
    points: 0,
    title: "",
    message: "A well is no question.",
    evidence: "",
    question: "Whom did you ask?",
    part: "build",
  };
  kernel.onCheck = () => ({
    state: "complete",
    points_min: 0,
    points_max: 0,
    points_possible: 1,
    findings: [finding],
    self_check: [],
  });
  shown = await show("choose", CHOOSE, { kernel });
  const { element } = shown;
  named(element, "Build").click();
  const button = named(element, "Check");
  button.focus();
  button.click();
  await pause();
  const about = document.getElementById(
    named(element, "Build").getAttribute("aria-describedby") ?? "",
  );
  expect(about?.textContent).toContain("→ To think about");
  expect(about?.textContent).toContain("Whom did you ask?");
  expect(element.textContent).toContain("0 of 1 point");
  expect(said(element)).toBe("Checked: 0 of 1 point. Good: 0. To think about: 1.");
  expect(focused()).toBe(named(element, "Check"));

  named(element, "Ask").click();
  await pause(5);
  expect(element.textContent).toContain("You have changed your answer since.");
  expect(element.querySelector(".ew-option .ew-verdict")).toBeNull();
});

test("lines keep their order whichever is filled first", async () => {
  shown = await show("lines", { count: 3, starter: "" });
  const { element, kernel } = shown;
  named(element, "Line 3").focus();
  type("third");
  named(element, "Line 1").focus();
  type("first");
  await pause(300);
  const ranks = ["line-1", "line-3"].map((id) => kernel.entries[id]?.rank ?? "");
  expect(ranks).toEqual([...ranks].sort());
  expect(ranks).toEqual(["V", "X"]);
});

test("a line is added, taken away and put back, and the focus goes along", async () => {
  shown = await show("lines", { count: 1, starter: "" });
  const { element, kernel } = shown;
  named(element, "+ Add a line").click();
  await pause(20);
  expect(focused()).toBe(named(element, "Line 2"));
  type("one more");
  await pause(5);
  named(element, "Remove line 2").click();
  await pause(20);
  expect(said(element)).toBe("Line removed.");
  expect(focused().textContent).toBe("Put the line back");
  focused().click();
  await pause(300);
  expect((named(element, "Line 2") as HTMLTextAreaElement).value).toBe("one more");
  expect(focused()).toBe(named(element, "Line 2"));
  const [entry] = Object.entries(kernel.entries).filter(([id]) => id !== "line-1");
  expect(entry?.[1]).toMatchObject({ deleted: false, value: { text: "one more" } });
});

test("what another tab writes does not disturb typing, and is shown beside it", async () => {
  shown = await show("text", { starter: "" });
  const { element, kernel } = shown;
  const field = named(element, "Your answer") as HTMLTextAreaElement;
  field.focus();
  type("Mine");
  await pause(300);
  const theirs = edit(kernel.entries.text, { client: "other", value: { text: "Mine, theirs" } });
  kernel.news({ text: theirs });
  await pause(5);
  expect(field.value).toBe("Mine");
  type(" goes on");
  await pause(5);
  expect(field.value).toBe("Mine goes on");
  expect(element.textContent).toContain("Also written here at the same time: Mine, theirs");

  named(element, "Use this").click();
  await pause(20);
  expect(field.value).toBe("Mine, theirs");
  expect(element.textContent).not.toContain("Also written here");
  expect(focused()).toBe(field);
});

test("what another tab writes shows at once where nobody is typing", async () => {
  shown = await show("text", { starter: "" });
  const { element, kernel } = shown;
  kernel.news({ text: edit(undefined, { client: "other", value: { text: "From over there" } }) });
  await pause(5);
  expect((named(element, "Your answer") as HTMLTextAreaElement).value).toBe("From over there");
});

test("two steps on one page share no id", async () => {
  const other = await show("text", { starter: "" });
  shown = await show("choose", CHOOSE);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  other.close();
});
