/** What the browser and the kernel both know of a sheet is the same: one file of cases for both. */
import { expect, test } from "vitest";
import vectors from "../../tests/model/persona_vectors.json";
import { diffTexts, snapshot, textsAt, textsOf, withNotes } from "../src/persona_sheet/sheet";
import { edit, live } from "../src/shared/entries";
import type { Entries, Value } from "../src/shared/step";

const THEMES = ["day", "goals", "fears"].map((key) => ({
  key,
  title: key,
  prompt: "",
  asked: true,
}));
const FACTS = [{ key: "age", title: "Age" }];

function made(values: Record<string, Value>): Entries {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, edit(undefined, { client: "a", value })]),
  );
}

for (const { case: name, before, after, changes } of vectors.diff) {
  test(`versions: ${name}`, () => {
    const texts = (given: object): Record<string, string> => given as Record<string, string>;
    const found = diffTexts(texts(before), texts(after));
    expect(found.map((one) => [one.kind, one.field, one.before, one.after])).toEqual(changes);
  });
}

for (const { case: name, entries, texts } of vectors.texts) {
  test(`texts: ${name}`, () => {
    const here = made(entries as unknown as Record<string, Value>);
    const sliders = live(here).filter(([id]) => id.startsWith("slider-"));
    const said = textsOf(here, sliders, { themes: THEMES, demographics: FACTS });
    expect(Object.entries(said)).toEqual(Object.entries(texts));
    expect(textsAt(snapshot(said))).toEqual(said);
  });
}

for (const { case: name, notes, value } of vectors.take) {
  test(`notes: ${name}`, () => {
    const taken = notes.map((note) => ({ ...note, rank: "" }));
    expect(withNotes(undefined, taken as never)).toEqual(value);
  });
}

test("what stands in a theme stays before the notes that come, and counts for how it is known", () => {
  const [entry] = Object.values(
    made({
      "theme.day": { text: "Mails", evidence: "observed", source: "his desk", notes: ["n-0"] },
    }),
  );
  const note = {
    id: "n-1",
    text: "Coffee",
    region: "see",
    evidence: "told",
    source: "Anna",
    rank: "",
  };
  expect(withNotes(entry, [note as never])).toEqual({
    text: "Mails\nCoffee",
    source: "his desk; Anna",
    evidence: "observed",
    notes: ["n-0", "n-1"],
  });
});

test("a snapshot that nobody can read holds nothing", () => {
  expect(textsAt("{broken")).toEqual({});
  expect(textsAt("7")).toEqual({});
  expect(textsAt('{"name": 7, "who": "a buyer"}')).toEqual({ who: "a buyer" });
});

test("a sheet that is too long to keep is not kept by half", () => {
  expect(snapshot({ name: "x".repeat(100_001) })).toBe("");
});
