import { render } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EmpathyMap, type MapProps } from "../src/empathy_map/EmpathyMap";
import { boardOf } from "../src/empathy_map/moves";
import { edit } from "../src/shared/entries";
import type { Entries, Finding, StepProps } from "../src/shared/step";
import { StepStore } from "../src/shared/store";
import { translator } from "../src/shared/strings";
import { words } from "./words";

const t = translator(words("en"));
let root: HTMLElement;
let store: StepStore;
const announce = vi.fn();

type Options = Partial<Omit<StepProps<MapProps>, "props">> & { props?: Partial<MapProps> };

function show({ props, ...rest }: Options = {}): void {
  function Host() {
    const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0);
    useEffect(() => store.subscribe(() => redraw(undefined)), []);
    return (
      <EmpathyMap
        props={{ question: "", follows: false, previous: null, ...props }}
        lang="en"
        t={t}
        store={store}
        entries={store.entries}
        announce={announce}
        readOnly={false}
        findings={NONE}
        {...rest}
      />
    );
  }
  act(() => render(<Host />, root));
}
const NONE: Finding[] = [];

function put(id: string, region: string, text: string, rank: string, evidence = "told"): void {
  store.edit(id, { rank, value: { text, region, evidence, source: "" } });
}

const note = (id: string) => root.querySelector<HTMLElement>(`[data-note="${id}"]`) as HTMLElement;
const region = (key: string) => root.querySelector(`[data-region="${key}"]`) as HTMLElement;
const focused = () => document.activeElement as HTMLElement;
const button = (name: string, within: Element = root) =>
  [...within.querySelectorAll("button")].find((one) =>
    (one.ariaLabel ?? one.textContent)?.includes(name),
  ) as HTMLButtonElement;
const texts = (key: string) => (boardOf(store.entries)[key as "see"] ?? []).map(({ text }) => text);

function press(key: string, more: KeyboardEventInit = {}): void {
  act(() => {
    focused().dispatchEvent(
      new KeyboardEvent("keydown", {
        key,
        bubbles: true,
        cancelable: true,
        composed: true,
        ...more,
      }),
    );
  });
}
function click(element: HTMLElement): void {
  act(() => {
    element.focus();
    element.click();
  });
}
function type(text: string): void {
  act(() => {
    const field = focused() as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
function focus(id: string): void {
  act(() => note(id).focus());
}

beforeEach(() => {
  root = document.createElement("div");
  root.className = "empathy-widget";
  document.body.append(root);
  store = new StepStore("me");
  announce.mockClear();
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

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
    expect(announce).toHaveBeenLastCalledWith("Added to “Hears”, place 1 of 1.");
    expect(focused().dataset.add).toBe("hear");
    expect(region("hear").querySelector(".ew-count")?.textContent).toContain("1");
  });

  test("Escape keeps what was typed", () => {
    click(button("Add", region("hear")));
    type("It is");
    press("Escape");
    expect(texts("hear")).toEqual(["It is"]);
    expect(root.querySelector("textarea:not([id=question])")).not.toBeNull();
  });

  test("a note in which nothing was typed leaves no trace", () => {
    click(button("Add", region("hear")));
    press("Escape");
    expect(Object.keys(store.entries)).toEqual([]);
    expect(focused().dataset.add).toBe("hear");
  });

  test("a new note is assumed until the learner says how they know", () => {
    click(button("Add", region("see")));
    type("Dust");
    const choices = [...region("see").querySelectorAll<HTMLInputElement>("input[type=radio]")];
    expect(choices.find(({ checked }) => checked)?.value).toBe("assumed");
    act(() => choices.find(({ value }) => value === "observed")?.click());
    expect(boardOf(store.entries).see?.[0]).toMatchObject({ text: "Dust", evidence: "observed" });
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
    expect(announce).toHaveBeenLastCalledWith("Moved to “Sees”, place 2 of 2.");
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
    expect(root.querySelector("[role=menu]")).toBeNull();
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
    expect(announce).toHaveBeenLastCalledWith(t("map.deleted.say"));
    expect(focused()).toBe(note("n-b"));
    press("z", { ctrlKey: true });
    expect(texts("see")).toEqual(["One", "Two"]);
    expect(focused()).toBe(note("n-a"));
    expect(root.querySelector(".ew-gone")).toBeNull();
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
    expect(root.querySelector("[role=menu]")).toBeNull();
    expect(texts("see")).toEqual(["One", "Two"]);
  });

  test("? shows the keys and hides them again, but is a letter in a text", () => {
    focus("n-a");
    press("?");
    expect(root.querySelector(".ew-keys")?.textContent).toContain("Shift + arrow keys");
    press("?");
    expect(root.querySelector(".ew-keys")).toBeNull();
    press("Enter");
    press("?");
    expect(root.querySelector(".ew-keys")).toBeNull();
  });

  test("evidence is a shape and a word, and a dashed border for what is assumed", () => {
    expect(note("n-a").textContent).toContain("● told");
    expect(note("n-b").textContent).toContain("○ assumed");
    expect(note("n-b").dataset.evidence).toBe("assumed");
  });
});

describe("what others write", () => {
  beforeEach(() => {
    put("n-a", "see", "One", "V");
    show();
  });

  test("does not interrupt typing, and is shown beside the note", () => {
    const base = store.entries["n-a"];
    click(note("n-a"));
    type("One of mine");
    const other = edit(base, {
      client: "zz",
      value: { ...base?.value, text: "One of theirs" },
    });
    act(() => store.merge({ "n-a": other }));
    expect((focused() as HTMLTextAreaElement).value).toBe("One of mine");
    press("Escape");
    expect(note("n-a").textContent).toContain("One of mine");
    expect(note("n-a").textContent).toContain("One of theirs");
  });

  test("a note deleted elsewhere stays open as long as it is being written, and lives on", () => {
    click(note("n-a"));
    act(() => store.merge({ "n-a": edit(store.entries["n-a"], { client: "zz", deleted: true }) }));
    type("One, still");
    press("Enter");
    expect(texts("see")).toEqual(["One, still"]);
  });

  test("draws only the notes that changed", () => {
    act(() => put("n-b", "see", "Two", "W"));
    const before = note("n-a").firstElementChild?.firstChild;
    const seen = vi.fn();
    const observer = new MutationObserver(seen);
    observer.observe(note("n-a"), { subtree: true, childList: true, characterData: true });
    act(() => put("n-b", "see", "Two more", "W"));
    expect(observer.takeRecords()).toEqual([]);
    expect(note("n-a").firstElementChild?.firstChild).toBe(before);
    expect(note("n-b").textContent).toContain("Two more");
  });
});

describe("the person", () => {
  beforeEach(() => show());

  test("is described in a card that opens on the name and closes on the button", () => {
    click(button("Who is it?"));
    expect(focused().closest("[role=dialog]")).not.toBeNull();
    type("Fatima");
    press("Enter");
    type("Fetches water");
    expect(store.entries.role?.value.text).toBe("Fetches water");
    press("Escape");
    expect(root.querySelector("[role=dialog]")).toBeNull();
    expect(focused().textContent).toBe("Change the person");
    expect(root.querySelector(".ew-person")?.textContent).toContain("Fatima");
  });

  test("has no face until one is chosen, and none is chosen beforehand", () => {
    expect(root.querySelector(".ew-person svg")?.getAttribute("aria-label")).toBe(
      t("face.alt.none"),
    );
    click(button("Who is it?"));
    const radios = [...root.querySelectorAll<HTMLInputElement>("[role=dialog] input")];
    expect(radios.filter(({ checked }) => checked)).toEqual([]);
    act(() => radios.find(({ value }) => value === "curly")?.click());
    expect(store.entries.face?.value).toMatchObject({ hair: "curly", expression: "calm" });
    expect(root.querySelector(".ew-person svg")?.getAttribute("aria-label")).toContain(
      "curly hair",
    );
    click(button("No face"));
    expect(store.entries.face?.deleted).toBe(true);
  });

  test("the question comes first, before the person and the notes", () => {
    const question = root.querySelector(".ew-map-question") as HTMLElement;
    const person = root.querySelector(".ew-person") as HTMLElement;
    expect(question.compareDocumentPosition(person)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(person.compareDocumentPosition(region("see"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

describe("the second map", () => {
  let first: Entries;
  beforeEach(() => {
    put("n-a", "see", "One", "V", "assumed");
    put("n-b", "gains", "Two", "V", "assumed");
    store.edit("name", { value: { text: "Fatima" } });
    first = store.entries;
    store.replace({});
  });

  test("starts from the first with the same notes, then shows what asking changed, live", () => {
    show({ props: { follows: true, previous: first } });
    click(button("Start from my first map"));
    expect(boardOf(store.entries).see?.[0]).toMatchObject({ id: "n-a", text: "One" });
    expect(store.entries.name?.value.text).toBe("Fatima");
    expect(button("Start from my first map")).toBeUndefined();
    expect(root.querySelector(".ew-diff")?.textContent).toContain(t("map.diff.none"));
    act(() => store.edit("n-a", { value: { evidence: "told" } }));
    expect(root.querySelector('[data-kind="confirmed"]')?.textContent).toContain("One");
    act(() => store.edit("n-b", { value: { text: "Something else" } }));
    const changed = root.querySelector('[data-kind="changed"]');
    expect(changed?.textContent).toContain("Gains: Something elseBefore: Two");
  });

  test("says so when the first is empty", () => {
    show({ props: { follows: true, previous: {} } });
    expect(root.textContent).toContain(t("map.follow.empty"));
  });
});

test("a finding stands at its note or region, with a sign and a word", () => {
  put("n-a", "see", "One and two", "V");
  const finding = (part: string, verdict: Finding["verdict"]): Finding => ({
    criterion: `${part} ${verdict}`,
    verdict,
    points: 0,
    title: "",
    message: "There are two thoughts here.",
    evidence: "",
    question: "Which one do you keep?",
    part,
  });
  show({
    findings: [finding("n-a", "not_met"), finding("pains", "open"), finding("gains", "met")],
  });
  expect(note("n-a").textContent).toContain("→ Think again");
  expect(note("n-a").textContent).toContain("Which one do you keep?");
  expect(region("pains").textContent).toContain("? For the trainer");
  expect(region("gains").textContent).toContain("✓ Good");
});

test.each(["en", "nl"] as const)("every word of the map is there in %s", (lang) => {
  put("n-a", "see", "One", "V", "assumed");
  put("n-b", "hear", "Two", "V");
  const first = store.entries;
  store.edit("n-a", { value: { text: "Other", evidence: "told" } });
  show({ t: translator(words(lang)), props: { follows: true, previous: first } });
  click(button(words(lang)["map.person.none"] ?? ""));
  act(() => root.querySelector<HTMLInputElement>("[role=dialog] input")?.click());
  focus("n-b");
  press("?");
  press("Delete");
  click(note("n-a"));
  const said = [...root.querySelectorAll("*")].flatMap((element) => [
    ...[...element.attributes].map(({ value }) => value),
    element.textContent ?? "",
  ]);
  expect(said.join(" ")).not.toMatch(/\b(map|face|ui)\.[a-z]|\{\w+\}/);
});

test("a map that is only read has notes, and nothing to press but another view", () => {
  put("n-a", "see", "One", "V");
  show({ readOnly: true });
  focus("n-a");
  press("Delete");
  press("Enter");
  press("ArrowDown", { shiftKey: true });
  expect(texts("see")).toEqual(["One"]);
  expect(
    root.querySelectorAll(":is(.ew-board, .ew-follow) :is(button, textarea, input)"),
  ).toHaveLength(0);
  expect(region("hear").textContent).toContain(t("map.empty"));
});
