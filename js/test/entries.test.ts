/** Copies of one entry become one by the same rules as in Python: the vectors are shared. */
import { expect, test } from "vitest";
import vectors from "../../tests/model/merge_vectors.json";
import {
  canonical,
  type Edit,
  edit,
  letGo,
  live,
  mergeEntries,
  rivalsOf,
} from "../src/shared/entries";
import { rankBetween } from "../src/shared/ranks";
import type { Clock, Entry } from "../src/shared/step";

test.each(vectors.edit)("an edit: $name", ({ entry, change, expect: expected }) => {
  const known = entry ? (entry as unknown as Entry) : undefined;
  expect(edit(known, change as unknown as Edit)).toEqual(expected);
});

test.each(vectors.let_go)("letting go: $name", ({ entry, clock, client, expect: expected }) => {
  expect(letGo(entry as unknown as Entry, clock as Clock, client)).toEqual(expected);
});

test.each(vectors.merge)("a merge, both ways: $name", ({ a, b, expect: expected }) => {
  const [x, y] = [a as unknown as Entry, b as unknown as Entry].map(canonical) as [Entry, Entry];
  expect(mergeEntries(x, y)).toEqual(expected);
  expect(mergeEntries(y, x)).toEqual(expected);
});

test.each(vectors.ranks)(
  "a rank between '$before' and '$after'",
  ({ before, after, expect: rank }) => {
    expect(rankBetween(before, after)).toBe(rank);
  },
);

test("there is no place between two ranks in the wrong order", () => {
  expect(() => rankBetween("W", "V")).toThrow("no place between");
});

test("what is deleted or belongs to the workbook itself is not shown, the rest stands by rank", () => {
  const entries = {
    "n-b": edit(undefined, { client: "a", rank: "V" }),
    "n-a": edit(undefined, { client: "a", rank: "V" }),
    "n-c": edit(undefined, { client: "a", rank: "F" }),
    "n-d": edit(undefined, { client: "a", deleted: true }),
    "~checked": edit(undefined, { client: "a" }),
  };
  expect(live(entries).map(([id]) => id)).toEqual(["n-c", "n-a", "n-b"]);
});

test("a rival that says the same is no rival", () => {
  const [a, b] = ["a", "b"].map((client) => edit(undefined, { client, value: { text: "Same" } }));
  expect(rivalsOf(a && b && mergeEntries(a, b))).toEqual([]);
});
