/** A whole sheet by keyboard alone: the focus is never lost, changes are said, nothing is overwritten. */
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { persona } from "../demo/persona";
import { edit } from "../src/shared/entries";
import { FakeKernel } from "./fake_kernel";
import { focused, named, pause, type Shown, said, show, type } from "./page";

const demo = persona((en) => en);
let shown: Shown;
let kernel: FakeKernel;

beforeEach(() => {
  kernel = new FakeKernel(0);
});

afterEach(() => {
  shown?.close();
  localStorage.clear();
});

async function open(more: { filled?: boolean; props?: object } = {}): Promise<HTMLElement> {
  kernel.entries = more.filled ? demo.entries : {};
  kernel.extra = { previous: demo.previous ?? null };
  shown = await show("persona_sheet", { ...demo.props, ...more.props }, { kernel });
  return shown.element;
}

const wait = (): Promise<void> => pause(300);
const value = (id: string) => kernel.entries[id]?.value;
const section = (key: string): HTMLElement =>
  shown.element.querySelector(`[data-theme="${key}"]`) as HTMLElement;
const unfold = async (title: string): Promise<void> => {
  const all = [...shown.element.querySelectorAll("details")];
  const found = all.find((one) => one.querySelector("summary")?.textContent?.startsWith(title));
  (found as HTMLDetailsElement).open = true;
  await pause(20);
};

test("an empty sheet asks for what the exercise wants; other themes are one press away", async () => {
  const element = await open();
  expect(section("dreams").textContent).toContain("Still empty: Dreams");
  expect(named(element, "Dreams").getAttribute("placeholder")).toBe("When was a year a good one?");
  expect(section("hobbies")).toBeNull();

  named(element, "+ Free time").click();
  await pause(20);
  expect(focused()).toBe(named(element, "Free time"));
  type("Runs");
  await wait();
  expect(value("theme.hobbies")).toEqual({ text: "Runs" });
  expect(section("hobbies").querySelector("h4")?.textContent).toBe("Free time");
});

test("how something is known is chosen from a menu, said, and shown by shape and word", async () => {
  const element = await open({ filled: true });
  expect(element.textContent).toContain("Rests on assumptions only: Wants to reach");
  named(element, /^assumed\. Wants to reach/).click();
  await pause(20);
  named(element, "● told").click();
  await pause(20);
  expect(said(element)).toBe("Wants to reach: told");
  expect(focused()).toBe(named(element, /^told\. Wants to reach/));
  expect(focused().textContent).toBe("● told");
  expect(element.textContent).not.toContain("Rests on assumptions only");
  await wait();
  expect(value("theme.goals")).toMatchObject({ evidence: "told", text: /win/ });
});

test("notes of the map go where the learner says, and keep what is known of them", async () => {
  const element = await open({ filled: true });
  expect(element.textContent).toContain("2 notes are not on this sheet yet.");
  named(element, "Take notes over from the map").click();
  await pause(20);
  const place = element.querySelector("[aria-label^='Theme for “Afraid']") as HTMLSelectElement;
  expect(place.value).toBe("fears");
  place.value = "";
  place.dispatchEvent(new Event("change"));
  await pause(20);
  named(element, "Take one note over").click();
  await pause(20);
  expect(said(element)).toBe("One note is on the sheet now, as well known as it was on the map.");
  expect(focused()).toBe(named(element, "An ordinary day"));
  await wait();
  expect(value("theme.day")).toMatchObject({
    text: expect.stringMatching(/coffee.*\n“Nobody/),
    evidence: "observed",
    source: "5 of 7 interviews; at his desk",
    notes: ["n-1", "n-3"],
  });
  expect(value("theme.fears")?.notes).toBeUndefined();
});

test("a slider is named, moved, taken away and put back", async () => {
  const element = await open();
  named(element, "+ Add a slider").click();
  await pause(20);
  expect(focused()).toBe(named(element, "Slider 1, left end"));
  type("rules");
  const range = named(element, "Slider 1") as HTMLInputElement;
  range.value = "80";
  range.dispatchEvent(new Event("input"));
  await pause(20);
  expect(range.getAttribute("aria-valuetext")).toBe("80 of 100, from “rules” to “…”");
  named(element, "Take slider 1 away").click();
  await pause(20);
  expect(said(element)).toBe("Taken away. You can put it back.");
  expect(focused().textContent).toBe("Put it back");
  focused().click();
  await wait();
  expect(focused()).toBe(named(element, "Slider 1, left end"));
  expect(Object.values(kernel.entries)[0]?.value).toMatchObject({ low: "rules", value: 80 });
});

test("a reviewer answers the nine questions; who has not been asked is told", async () => {
  const element = await open();
  await unfold("The test");
  expect(element.textContent).toContain("Not asked yet: Staff, Suppliers, Customers");
  named(element, "+ Customers").click();
  await pause(40);
  expect(element.textContent).toContain("Not asked yet: Staff, Suppliers");
  named(element, "Reviewer").focus();
  type("Anna");
  named(element, "What is missing?").focus();
  type("His children");
  await wait();
  expect(element.textContent).toContain("Customers · 1 of 9 questions answered");
  const [review] = Object.entries(kernel.entries).filter(([id]) => id.startsWith("review-"));
  expect(review?.[1].value).toEqual({
    group: "customer",
    reviewer: "Anna",
    missing: "His children",
  });
});

test("a version keeps what the sheet says; the next shows what has changed since", async () => {
  const element = await open({ filled: true });
  await unfold("History");
  expect(element.textContent).toContain("Since version 2");
  named(element, "Keep this as version 3").click();
  await pause(20);
  expect(focused()).toBe(named(element, "What changed"));
  expect(element.textContent).toContain("Nothing on the sheet has changed.");
  type("Anna missed his children");
  named(element, "Name").focus();
  type(" and a father");
  await wait();
  const changes = element.querySelector(".ew-changes")?.textContent;
  expect(changes).toBe("Name changed Joost, 41 Joost, 41 and a father");
  const kept = Object.values(kernel.entries).find((one) => one.value.version === "3")?.value;
  expect(JSON.parse(String(kept?.texts))).toMatchObject({
    name: "Joost, 41",
    "demographics.age": "41",
  });
  expect(element.querySelector(".ew-who")?.textContent).toContain("Version 3, ");
});

test("a touchpoint of the journey is a row with a named field for each column", async () => {
  const element = await open();
  await unfold("The journey");
  named(element, "+ Add a touchpoint").click();
  await pause(20);
  expect(focused()).toBe(named(element, "Touchpoint, touchpoint 1"));
  named(element, "Quick win, touchpoint 1").focus();
  type("A date on the list");
  await wait();
  expect(Object.values(kernel.entries)[0]?.value).toMatchObject({
    quick_win: "A date on the list",
  });
});

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

async function choose(...files: [bytes: BlobPart, name: string][]): Promise<void> {
  const input = shown.element.querySelector("input[type=file]") as HTMLInputElement;
  const list = files.map(([bytes, name]) => new File([bytes], name));
  Object.defineProperty(input, "files", { value: list, configurable: true });
  Object.defineProperty(input, "value", { value: "", writable: true, configurable: true });
  input.dispatchEvent(new Event("change"));
  await pause(60);
}

test("a photo is shown once the kernel made it; it can be taken away and put back", async () => {
  const element = await open();
  named(element, "Add a photo").focus();
  await choose([JPEG, "desk.jpg"]);
  const picture = element.querySelector("img");
  expect(picture?.getAttribute("src")).toMatch(/^data:image\/jpeg;base64,\/9j\//);
  expect(picture?.alt).toBe("Photo of No name yet");
  expect(said(element)).toBe("The photo is on the sheet.");
  expect(focused()).toBe(named(element, "Add a photo"));
  expect(kernel.received.filter((one) => one.type === "edit")).toEqual([]);

  named(element, "Photo 1: What is on the photo?").focus();
  type("At his desk");
  await wait();
  expect(value("photo-1.alt")).toEqual({ text: "At his desk" });
  const sent = kernel.received.flatMap((one) =>
    one.type === "edit" ? Object.keys(one.entries) : [],
  );
  expect(sent).toEqual(["photo-1.alt"]);

  named(element, "Take photo 1 away").click();
  await pause(20);
  expect(element.querySelector("img")).toBeNull();
  expect(focused().textContent).toBe("Put it back");
  focused().click();
  await pause(20);
  expect(element.querySelector("img")?.alt).toBe("At his desk");
  expect(element.querySelector("figure")?.contains(focused())).toBe(true);
});

test("what is no photo, too large or too many is refused in words, and the rest is taken", async () => {
  const element = await open();
  const problem = (): string => element.querySelector(".ew-problem")?.textContent ?? "";
  await choose(["no picture", "notes.png"], [JPEG, "desk.jpg"]);
  expect(problem()).toBe("This is no photo.");
  expect(element.querySelectorAll("img")).toHaveLength(1);

  const huge = new File([JPEG], "huge.jpg");
  Object.defineProperty(huge, "size", { value: 10_000_001 });
  const input = element.querySelector("input[type=file]") as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [huge], configurable: true });
  input.dispatchEvent(new Event("change"));
  await pause(20);
  expect(problem()).toContain("larger than 10 MB");

  await choose([JPEG, "a.jpg"], [JPEG, "b.jpg"], [JPEG, "c.jpg"]);
  expect(problem()).toContain("Three photos is what a sheet holds.");
  expect(element.querySelectorAll("img")).toHaveLength(3);
});

test("a dead kernel leaves no photo half done", async () => {
  const element = await open();
  vi.useFakeTimers();
  kernel.alive = false;
  const chosen = choose([JPEG, "desk.jpg"]);
  await vi.advanceTimersByTimeAsync(21_000);
  await chosen;
  vi.useRealTimers();
  await pause(20);
  expect(element.querySelector(".ew-problem")?.textContent).toContain("There is no answer yet.");
  expect(named(element, "Add a photo")).toBeTruthy();
});

test("what another tab writes stands beside what is being typed", async () => {
  const element = await open();
  named(element, "Quote").focus();
  type("I hear it");
  await wait();
  kernel.news({
    quote: edit(kernel.entries.quote, { client: "other", value: { text: "I wait" } }),
  });
  await pause(20);
  type(" first");
  await pause(20);
  expect((named(element, "Quote") as HTMLTextAreaElement).value).toBe("I hear it first");
  expect(element.textContent).toContain("Also written here at the same time: I wait");
});

test("a hand-in can be read and not written", async () => {
  kernel.extra = { read_only: true };
  kernel.entries = demo.entries;
  shown = await show("persona_sheet", demo.props, { kernel });
  kernel.extra = { read_only: true };
  kernel.tellState();
  await pause(20);
  const { element } = shown;
  for (const title of ["The test", "History", "The journey"]) {
    await unfold(title);
  }
  expect([...element.querySelectorAll("textarea")].every((field) => field.readOnly)).toBe(true);
  const buttons = [...element.querySelectorAll(".ew-persona button")];
  expect(buttons.map((button) => button.textContent)).toEqual([]);
});

test("hostile text is text", async () => {
  const hostile = "<img src=x onerror=alert(1)>";
  kernel.entries = Object.fromEntries(
    Object.entries(demo.entries).map(([id, entry]) => [
      id,
      { ...entry, value: { ...entry.value, text: hostile, low: hostile, reviewer: hostile } },
    ]),
  );
  shown = await show("persona_sheet", demo.props, { kernel });
  await unfold("The test");
  expect(shown.element.querySelector("img")).toBeNull();
  expect(shown.element.textContent).toContain(hostile);
});

test.each([true, false])(
  "axe finds nothing when all is open (filled: %s)",
  async (filled) => {
    const element = await open({ filled });
    for (const title of ["The test", "History", "The journey"]) {
      await unfold(title);
    }
    named(element, "Choose a face").click();
    named(element, "Take notes over from the map").click();
    await pause(30);
    const found = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  },
  30_000,
); // axe takes its time on a busy machine
