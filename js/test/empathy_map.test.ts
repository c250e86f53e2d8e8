/** The map as a whole: what others write, the second map, findings, both languages, and only reading. */
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { boardOf } from "../src/empathy_map/moves";
import { edit } from "../src/shared/entries";
import type { Entries, Finding } from "../src/shared/step";
import { translator } from "../src/shared/strings";
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
import { words } from "./words";

describe("what others write", () => {
  beforeEach(() => {
    put("n-a", "see", "One", "V");
    show();
  });

  test("does not interrupt typing, and is shown beside the note", () => {
    const base = page.store.entries["n-a"];
    click(note("n-a"));
    type("One of mine");
    const other = edit(base, {
      client: "zz",
      value: { ...base?.value, text: "One of theirs" },
    });
    act(() => page.store.merge({ "n-a": other }));
    expect((focused() as HTMLTextAreaElement).value).toBe("One of mine");
    press("Escape");
    expect(note("n-a").textContent).toContain("One of mine");
    expect(note("n-a").textContent).toContain("One of theirs");
  });

  test("a note deleted elsewhere stays open as long as it is being written, and lives on", () => {
    click(note("n-a"));
    act(() =>
      page.store.merge({ "n-a": edit(page.store.entries["n-a"], { client: "zz", deleted: true }) }),
    );
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

describe("the second map", () => {
  let first: Entries;
  beforeEach(() => {
    put("n-a", "see", "One", "V", "assumed");
    put("n-b", "gains", "Two", "V", "assumed");
    page.store.edit("name", { value: { text: "Fatima" } });
    first = page.store.entries;
    page.store.replace({});
  });

  test("starts from the first with the same notes, then shows what asking changed, live", () => {
    show({ props: { follows: true, previous: first } });
    click(button("Start from my first map"));
    expect(boardOf(page.store.entries).see?.[0]).toMatchObject({ id: "n-a", text: "One" });
    expect(page.store.entries.name?.value.text).toBe("Fatima");
    expect(button("Start from my first map")).toBeUndefined();
    expect(page.root.querySelector(".ew-diff")?.textContent).toContain(t("map.diff.none"));
    act(() => page.store.edit("n-a", { value: { evidence: "told" } }));
    expect(page.root.querySelector('[data-kind="confirmed"]')?.textContent).toContain("One");
    act(() => page.store.edit("n-b", { value: { text: "Something else" } }));
    const changed = page.root.querySelector('[data-kind="changed"]');
    expect(changed?.textContent).toContain("Gains: Something elseBefore: Two");
  });

  test("says so when the first is empty", () => {
    show({ props: { follows: true, previous: {} } });
    expect(page.root.textContent).toContain(t("map.follow.empty"));
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
  const first = page.store.entries;
  page.store.edit("n-a", { value: { text: "Other", evidence: "told" } });
  show({ t: translator(words(lang)), props: { follows: true, previous: first } });
  click(button(words(lang)["map.person.none"] ?? ""));
  act(() => page.root.querySelector<HTMLInputElement>("[role=dialog] input")?.click());
  focus("n-b");
  press("?");
  press("Delete");
  click(note("n-a"));
  const said = [...page.root.querySelectorAll("*")].flatMap((element) => [
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
    page.root.querySelectorAll(":is(.ew-board, .ew-follow) :is(button, textarea, input)"),
  ).toHaveLength(0);
  expect(region("hear").textContent).toContain(t("map.empty"));
});
