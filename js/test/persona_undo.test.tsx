/** The sheet takes back and does again whatever was done on it, and shows what a check found where it is. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { persona } from "../demo/persona";
import { edit } from "../src/shared/entries";
import { FakeKernel } from "./fake_kernel";
import { focused, named, pause, press, type Shown, said, show, type } from "./page";

const demo = persona((en) => en);
let shown: Shown;
let kernel: FakeKernel;

beforeEach(async () => {
  kernel = new FakeKernel(0);
  kernel.entries = demo.entries;
  kernel.onCheck = () => demo.result;
  shown = await show("persona_sheet", demo.props, { kernel });
});

afterEach(() => {
  shown.close();
  localStorage.clear();
});

const field = (name: string): HTMLTextAreaElement =>
  named(shown.element, name) as HTMLTextAreaElement;
const write = (name: string, text: string): void => {
  field(name).focus();
  type(text);
  focused().blur();
};
const undo = async (): Promise<boolean> => {
  const isLeft = press("z", { ctrlKey: true });
  await pause(20);
  return isLeft;
};
const redo = async (): Promise<boolean> => {
  const isLeft = press("Z", { ctrlKey: true, shiftKey: true });
  await pause(20);
  return isLeft;
};

describe("undo and redo", () => {
  test("texts are taken back field by field, the focus goes along, and Redo brings them again", async () => {
    write("Name", " and a father");
    write("Fears", " Being slow.");
    field("Quote").focus();
    await undo();
    expect(field("Fears").value).not.toContain("slow");
    expect(focused()).toBe(field("Fears"));
    expect(said(shown.element)).toBe("Undone.");
    await undo();
    expect(field("Name").value).toBe("Joost, 41");
    expect(focused()).toBe(field("Name"));
    await redo();
    await redo();
    expect(focused()).toBe(field("Fears"));
    expect(field("Name").value).toBe("Joost, 41 and a father");
    expect(field("Fears").value).toContain("slow");
    await pause(300);
    expect(kernel.entries.name?.value.text).toBe("Joost, 41 and a father");
  });

  test("what is being typed is left to the browser", async () => {
    field("Name").focus();
    type(" and a father");
    expect(await undo()).toBe(true);
    expect(field("Name").value).toBe("Joost, 41 and a father");
    field("Name").value = "Joost, 41";
    field("Name").dispatchEvent(new InputEvent("input", { bubbles: true }));
    expect(await redo()).toBe(true); // the browser's own, too
    expect(await undo()).toBe(false);
    expect(said(shown.element)).toBe("There is nothing to undo.");
    expect(focused()).toBe(field("Name"));
  });

  test("how something is known, a slider taken away and notes taken over come back", async () => {
    named(shown.element, /^assumed\. Wants to reach/).click();
    await pause(20);
    named(shown.element, "● told").click();
    await pause(20);
    named(shown.element, "Take slider 1 away").click();
    await pause(20);
    expect(shown.element.querySelector("[type=range]")).toBeNull();
    await undo();
    expect(focused()).toBe(field("Slider 1, left end"));
    await undo();
    expect(named(shown.element, /^assumed\. Wants to reach/)).toBeTruthy();
    await redo();
    expect(named(shown.element, /^told\. Wants to reach/)).toBeTruthy();
  });

  test("a row that was added is gone again, and the focus is not lost", async () => {
    named(shown.element, "+ Add a slider").click();
    await pause(20);
    expect(focused()).toBe(field("Slider 2, left end"));
    await undo();
    expect(shown.element.querySelectorAll("[type=range]")).toHaveLength(1);
    expect(shown.element.contains(focused())).toBe(true);
  });

  test("a photo that was added is taken back, and brought again", async () => {
    const input = shown.element.querySelector("input[type=file]") as HTMLInputElement;
    const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], "desk.jpg");
    Object.defineProperty(input, "files", { value: [photo], configurable: true });
    Object.defineProperty(input, "value", { value: "", writable: true, configurable: true });
    input.dispatchEvent(new Event("change"));
    await pause(60);
    expect(shown.element.querySelector("img")).not.toBeNull();
    field("Name").focus();
    await undo();
    expect(shown.element.querySelector("img")).toBeNull();
    await redo();
    expect(shown.element.querySelector("img")).not.toBeNull();
  });

  test("what somebody else wrote meanwhile stays", async () => {
    write("Quote", " I wait.");
    await pause(300);
    const theirs = edit(kernel.entries.quote, { client: "z", value: { text: "Theirs" } });
    kernel.news({ quote: theirs });
    await pause(20);
    field("Name").focus();
    await undo();
    expect(field("Quote").value).toBe("Theirs");
    expect(said(shown.element)).toContain("Somebody else changed this meanwhile");
  });

  test("the buttons do the same and keep the focus", async () => {
    const button = named(shown.element, "Undo");
    expect(button.getAttribute("aria-disabled")).toBe("true");
    write("Name", " and a father");
    await pause(20);
    expect(button.getAttribute("aria-disabled")).toBe("false");
    button.focus();
    button.click();
    await pause(20);
    expect(field("Name").value).toBe("Joost, 41");
    expect(focused()).toBe(button);
  });
});

describe("after a check", () => {
  beforeEach(async () => {
    const button = named(shown.element, "Check");
    button.focus();
    button.click();
    await pause(40);
  });

  test("what lacks stands below its theme, describes its field, and is not told twice", () => {
    const theme = shown.element.querySelector('[data-theme="dreams"]') as HTMLElement;
    expect(theme.textContent).toContain("To think about This theme is still empty.");
    const id = field("Dreams").getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(id)?.textContent).toContain("This theme is still empty.");
    const below = shown.element.querySelector(".ew-feedback")?.textContent;
    expect(below).toContain("The quote speaks");
    expect(below).not.toContain("still empty");
  });

  test("from a finding a button leads to its field", async () => {
    named(shown.element, "Go to “Dreams”").click();
    await pause(20);
    expect(focused()).toBe(field("Dreams"));
  });

  test("an edit takes the findings away, as they may not be true any more", async () => {
    write("Dreams", "A boat");
    await pause(20);
    expect(shown.element.querySelector(".ew-found")).toBeNull();
  });
});
