/** What stands around a step: saving in words, keys that stay inside, help that opens when due. */
import { afterEach, expect, test, vi } from "vitest";
import { FakeKernel } from "./fake_kernel";
import { fakeNotebook } from "./fake_notebook";
import { focused, named, pause, press, type Shown, show, type } from "./page";

let shown: Shown | undefined;

afterEach(() => {
  shown?.close();
  localStorage.clear();
});

const status = (element: HTMLElement): string =>
  element.querySelector("[role=status]")?.textContent ?? "";
const saved = (element: HTMLElement): string =>
  element.querySelector(".ew-saved")?.textContent ?? "";

test("the saved state is always there in words", async () => {
  shown = await show("text", { starter: "" });
  const { element } = shown;
  expect(saved(element)).toBe("Saves by itself");
  named(element, "Your answer").focus();
  type("a");
  await pause(5);
  expect(saved(element)).toBe("Saving…");
  await pause(300);
  expect(saved(element)).toMatch(/^✓ Saved \d\d:\d\d$/);
  expect(status(element)).toBe("");
});

test("a dead kernel is said in words and to a screen reader, in Dutch too", async () => {
  shown = await show("text", { starter: "" }, { lang: "nl" });
  const { element, kernel } = shown;
  kernel.die();
  await pause(5);
  expect(saved(element)).toBe("! Nog niet opgeslagen");
  expect(status(element)).toContain("Druk op ▶▶");
  expect(named(element, "Een kopie van mijn antwoorden downloaden")).toBeTruthy();
});

test("a full disk is told in the kernel's words; afterwards it says that all is well again", async () => {
  shown = await show("text", { starter: "" });
  const { element, kernel } = shown;
  kernel.full = "Not saved: the disk is full.";
  named(element, "Your answer").focus();
  type("a");
  await pause(320);
  expect(status(element)).toContain("Not saved: the disk is full.");
  kernel.full = "";
  type("b");
  await pause(320);
  expect(status(element)).toBe("Saved again.");
});

test("no key leaves the widget, and the element with the focus is marked for JupyterLab", async () => {
  shown = await show("text", { starter: "" });
  const outside = vi.fn();
  document.addEventListener("keydown", outside);
  named(shown.element, "Check").focus();
  for (const key of ["x", "Escape", "Enter", "d"]) {
    press(key);
  }
  document.removeEventListener("keydown", outside);
  expect(outside).not.toHaveBeenCalled();
  expect(focused().dataset.lmSuppressShortcuts).toBe("true");
});

test("Ctrl+S saves the notebook instead of the web page", async () => {
  const notebook = fakeNotebook();
  shown = await show("text", { starter: "" }, { manager: notebook.manager });
  named(shown.element, "Your answer").focus();
  expect(press("s", { ctrlKey: true })).toBe(false);
  await pause();
  expect(notebook.saves()).toBe(1);
});

test("a hint opens at once, a model answer only after the first check", async () => {
  const kernel = new FakeKernel(0);
  kernel.openable = [
    { what: "hint", title: "A question", due: true, opened: false },
    { what: "model", title: "One answer", due: false, opened: false },
  ];
  kernel.prose = { hint: [{ p: "Who else is home?" }], model: [{ ul: ["An hour together"] }] };
  shown = await show("text", { starter: "" }, { kernel });
  const { element } = shown;
  expect(element.textContent).toContain("After your first check: One answer");
  expect(() => named(element, "One answer")).toThrow();
  named(element, "A question").click();
  await pause();
  expect(element.textContent).toContain("Who else is home?");
  expect(named(element, "A question").getAttribute("aria-expanded")).toBe("true");
  named(element, "A question").click();
  await pause(5);
  expect(element.textContent).not.toContain("Who else is home?");

  named(element, "Check").click();
  await pause();
  named(element, "One answer").click();
  await pause();
  expect(element.textContent).toContain("An hour together");
});

test("a check that nobody answers says so, and can be asked again", async () => {
  shown = await show("text", { starter: "" });
  const { element, kernel } = shown;
  kernel.alive = false;
  named(element, "Check").click();
  await pause(5);
  expect(named(element, "Checking…").getAttribute("aria-disabled")).toBe("true");
  await pause(2_600);
  expect(element.querySelector(".ew-unanswered")?.textContent).toContain("There is no answer yet.");
  kernel.alive = true;
  named(element, "Check").click();
  await pause();
  expect(element.querySelector(".ew-unanswered")?.textContent).toBe("");
});

test("an open criterion is for the learner to judge, beside the model answer, and is kept", async () => {
  const kernel = new FakeKernel(0);
  const open = {
    criterion: "own_hour",
    verdict: "open" as const,
    points: 1,
    title: "An hour of their own",
    message: "Says that the hour is free.",
    evidence: "",
    question: "",
    part: "",
  };
  kernel.openable = [{ what: "model", title: "One answer", due: false, opened: false }];
  kernel.prose = { model: [{ p: "An hour away from home" }] };
  kernel.onCheck = () => ({
    state: "complete",
    points_min: 1,
    points_max: 2,
    points_possible: 3,
    findings: [open],
    self_check: [open],
  });
  shown = await show("text", { starter: "" }, { kernel });
  const { element } = shown;
  named(element, "Your answer").focus();
  type("Time that is theirs");
  named(element, "Check").click();
  await pause();
  expect(element.textContent).toContain("1 to 2 of 3 points");
  expect(element.querySelector("blockquote")?.textContent).toBe("Time that is theirs");
  named(element, "Compare with one possible answer").click();
  await pause();
  expect(element.textContent).toContain("An hour away from home");
  named(element, "I am content with this").click();
  await pause(300);
  expect(kernel.entries["self.own_hour"]?.value).toEqual({ said: true });
  expect(named(element, /I am content with this/).getAttribute("aria-pressed")).toBe("true");
});

test("among several saved answers the learner chooses", async () => {
  const kernel = new FakeKernel(0);
  const found = { document_id: "1e".repeat(16), saved_at: "2026-05-03T12:00:00Z", entries: 12 };
  kernel.extra = { documents: [found], read_only: true };
  shown = await show("text", { starter: "" }, { kernel });
  const { element } = shown;
  expect(named(element, "Check").getAttribute("aria-disabled")).toBe("true");
  named(element, /^Saved 3 May.* 12 entries$/).click();
  await pause();
  expect(kernel.received.at(-1)).toEqual({
    type: "choose_document",
    document_id: found.document_id,
  });
  expect(element.textContent).not.toContain("several saved answers");
});

test("content is drawn as text, never as HTML", async () => {
  const kernel = new FakeKernel(0);
  kernel.openable = [{ what: "hint", title: "<b>bold</b>", due: true, opened: false }];
  kernel.prose = { hint: [{ p: "<img src=x onerror=alert(1)>" }] };
  shown = await show("text", { starter: "", title: "<i>title</i>" }, { kernel });
  named(shown.element, "<b>bold</b>").click();
  await pause();
  expect(shown.element.querySelector("img, b, i")).toBeNull();
  expect(shown.element.textContent).toContain("<img src=x onerror=alert(1)>");
});

test("a widget on its own checks nothing, writes nothing into the notebook, and renews its own picture", async () => {
  const notebook = fakeNotebook();
  const props = { starter: "", exercise: "empathy-map", alone: "m1" };
  shown = await show("text", props, { manager: notebook.manager });
  const { element, kernel } = shown;
  expect(() => named(element, "Check")).toThrow();
  expect(saved(element)).toBe("Kept until the kernel stops");
  named(element, "Your answer").focus();
  type("a");
  await pause(320);
  expect(notebook.sets()).toBe(0);
  expect(localStorage.length).toBe(0);
  kernel.tell({ type: "ack", client: "", rev: 0, entries: {}, twin: { "text/html": "new" } });
  expect(JSON.stringify(notebook.changes)).toContain("new");
  press("s", { ctrlKey: true });
  await pause();
  expect(notebook.saves()).toBe(1);
});

const MAP = { question: "", follows: false, previous: null };
const FITS = "Printed, this map fits on one A4 page.";
const GOES_ON =
  "Printed, this map is too long for one A4 page. About from “Pains” it goes on to a second page.";

const onPaper = (element: HTMLElement): Element | undefined =>
  [...element.querySelectorAll("[role=status]")].find((one) => one.textContent?.includes("A4"));

test("whether it fits on a page stands under the step, and is called out only when it changes", async () => {
  const kernel = new FakeKernel(0);
  kernel.extra = { page: FITS };
  shown = await show("empathy_map", MAP, { kernel });
  const { element } = shown;
  const tell = async (page?: string): Promise<void> => {
    kernel.tell({ type: "ack", client: "", rev: 0, entries: {}, twin: null, page });
    await pause();
  };
  const line = onPaper(element) as Element;
  expect(line.textContent).toBe(FITS);
  const changes: MutationRecord[] = [];
  const watch = new MutationObserver((seen) => changes.push(...seen));
  watch.observe(line, { childList: true, characterData: true, subtree: true });
  await tell(FITS);
  await tell();
  expect(changes).toEqual([]);
  await tell(GOES_ON);
  expect(changes).not.toEqual([]);
  expect(onPaper(element)).toBe(line);
  expect(line.textContent).toBe(GOES_ON);
  watch.disconnect();
});

test("a step that is not printed by itself says nothing about pages", async () => {
  shown = await show("text", { starter: "" });
  expect(onPaper(shown.element)).toBeUndefined();
  shown.kernel.tell({ type: "ack", client: "", rev: 0, entries: {}, twin: null, page: "" });
  await pause();
  expect(onPaper(shown.element)).toBeUndefined();
});
