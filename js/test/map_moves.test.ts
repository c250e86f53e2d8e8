import { describe, expect, test } from "vitest";
import vectors from "../../tests/model/diff_vectors.json";
import { type AreaKey, REGIONS } from "../src/empathy_map/areas";
import { diffMaps } from "../src/empathy_map/changes";
import {
  allNotes,
  type Board,
  boardOf,
  type Evidence,
  indexAt,
  listOf,
  moveBy,
  type Note,
  neighbour,
  notesIn,
  placeOf,
  walk,
} from "../src/empathy_map/moves";
import { edit } from "../src/shared/entries";
import { ranksFor } from "../src/shared/ranks";
import type { Entries, Value } from "../src/shared/step";

const note = (
  id: string,
  region: string,
  rank: string,
  more: Value = {},
): [string, Entries[string]] => [
  id,
  edit(undefined, { client: "a", rank, value: { text: id, region, evidence: "told", ...more } }),
];

const entries: Entries = Object.fromEntries([
  note("n-see2", "see", "W"),
  note("n-see1", "see", "V"),
  note("n-think", "think_feel", "V"),
  note("n-gain", "gains", "V"),
]);
const board = boardOf(entries);

const ids = (of: Board, region: AreaKey): string[] => notesIn(of, region).map(({ id }) => id);

/** The board after a move, through real entries. */
function moveTo(start: Entries, id: string, region: AreaKey, index: number): Board {
  const moved = { ...start };
  for (const { id: name, rank } of ranksFor(notesIn(boardOf(start), region), id, index)) {
    const old = start[name];
    moved[name] = edit(old, {
      client: "b",
      rank,
      value: { ...old?.value, ...(name === id && { region }) },
    });
  }
  return boardOf(moved);
}

describe("the board", () => {
  test("holds the notes of each region in the order of their ranks", () => {
    expect(ids(board, "see")).toEqual(["n-see1", "n-see2"]);
    expect(ids(board, "hear")).toEqual([]);
  });

  test("leaves out deleted and blank notes, and regions that do not exist", () => {
    const odd = Object.fromEntries([
      note("n-1", "see", "V", { text: "  " }),
      note("n-2", "elsewhere", "V"),
      ["n-3", edit(note("n-3", "see", "V")[1], { client: "a", deleted: true })],
      ["name", edit(undefined, { client: "a", value: { text: "Fatima", region: "see" } })],
    ]);
    expect(allNotes(boardOf(odd))).toEqual([]);
    expect(ids(boardOf(odd, { editing: "n-1" }), "see")).toEqual(["n-1"]);
  });

  test("takes an unknown evidence for an assumption", () => {
    const odd = Object.fromEntries([note("n-1", "see", "V", { evidence: "sworn" })]);
    expect(notesIn(boardOf(odd), "see")[0]?.evidence).toBe("assumed");
  });

  test("keeps the arrays of regions in which nothing changed", () => {
    const changed = { ...entries, "n-gain": edit(entries["n-gain"], { client: "a", rank: "W" }) };
    const next = boardOf(changed, {}, board);
    expect(next.see).toBe(board.see);
    expect(next.gains).not.toBe(board.gains);
  });

  test("shows a new note before anything is written in it", () => {
    const draft: Note = {
      id: "n-new",
      text: "",
      region: "hear",
      evidence: "assumed",
      source: "",
      author: "",
      tag: "",
      theme: "",
      rank: "V",
    };
    expect(ids(boardOf(entries, { draft }), "hear")).toEqual(["n-new"]);
  });
});

describe("moving a note", () => {
  test.each([0, 1, 2])("into another region at place %i", (index) => {
    const moved = moveTo(entries, "n-gain", "see", index);
    expect(placeOf(moved, "n-gain")).toEqual({ region: "see", index });
    expect(ids(moved, "gains")).toEqual([]);
  });

  test("within its region", () => {
    expect(ids(moveTo(entries, "n-see1", "see", 1), "see")).toEqual(["n-see2", "n-see1"]);
  });

  test("between two notes that were given the same rank at the same time", () => {
    const tied = Object.fromEntries([
      note("n-a", "see", "V"),
      note("n-b", "see", "V"),
      note("n-c", "see", "W"),
      note("n-x", "hear", "V"),
    ]);
    expect(ids(moveTo(tied, "n-x", "see", 1), "see")).toEqual(["n-a", "n-x", "n-b", "n-c"]);
  });

  test("a hundred times to the front keeps the ranks short enough", () => {
    let now = entries;
    for (let turn = 0; turn < 100; turn += 1) {
      const last = notesIn(boardOf(now), "see").at(-1)?.id ?? "";
      const [first] = ranksFor(notesIn(boardOf(now), "see"), last, 0);
      now = { ...now, [last]: edit(now[last], { client: "a", rank: first?.rank ?? "" }) };
    }
    expect(Math.max(...allNotes(boardOf(now)).map(({ rank }) => rank.length))).toBeLessThan(100);
  });

  test("step by step crosses into the next region and stops at both ends of the map", () => {
    expect(moveBy(board, "n-see1", 1)).toEqual({ region: "see", index: 1 });
    expect(moveBy(board, "n-see2", 1)).toEqual({ region: "hear", index: 0 });
    expect(moveBy(board, "n-think", -1)).toEqual({ region: "hear", index: 0 });
    expect(moveBy(board, "n-see1", -1)).toBeNull();
    expect(moveBy(board, "n-gain", 1)).toBeNull();
    expect(moveBy(board, "n-nobody", 1)).toBeNull();
  });

  test("step by step forwards and back again leads home from every place", () => {
    for (const { id } of allNotes(board)) {
      const there = moveBy(board, id, 1);
      if (there) {
        const moved = moveTo(entries, id, there.region, there.index);
        expect(moveBy(moved, id, -1)).toEqual(placeOf(board, id));
      }
    }
  });
});

describe("walking with the keys", () => {
  test("leads through all notes in the order of the questions", () => {
    expect(walk(board, "n-see2", "ArrowDown")).toBe("n-think");
    expect(walk(board, "n-think", "ArrowLeft")).toBe("n-see2");
    expect(walk(board, "n-see1", "End")).toBe("n-see2");
    expect(walk(board, "n-see2", "Home")).toBe("n-see1");
    expect(walk(board, "n-gain", "ArrowRight")).toBeNull();
    expect(walk(board, "n-see1", "x")).toBeNull();
  });

  test("a note that goes hands on to the next of its region, or the one before", () => {
    expect(neighbour(board, "n-see1")).toBe("n-see2");
    expect(neighbour(board, "n-see2")).toBe("n-see1");
    expect(neighbour(board, "n-think")).toBeNull();
  });
});

test("a pointer finds its place among notes that stand in lines", () => {
  const boxes = [
    { left: 0, top: 0, right: 100, bottom: 40 },
    { left: 110, top: 0, right: 210, bottom: 40 },
    { left: 0, top: 50, right: 100, bottom: 90 },
  ];
  expect(indexAt(boxes, 10, 20)).toBe(0);
  expect(indexAt(boxes, 90, 20)).toBe(1);
  expect(indexAt(boxes, 300, 20)).toBe(2);
  expect(indexAt(boxes, 90, 70)).toBe(3);
  expect(indexAt([], 5, 5)).toBe(0);
});

test("the regions are numbered by the six questions", () => {
  expect(REGIONS).toEqual(["see", "hear", "think_feel", "say_do", "pains", "gains"]);
});

describe("the diff of two maps is the same as in Python", () => {
  test.each(vectors.map((vector) => [vector.about, vector] as const))("%s", (_, vector) => {
    const said = (notes: { id: string; text: string; evidence: string }[]) =>
      notes.map(({ id, text, evidence }) => ({ id, text, evidence: evidence as Evidence }));
    expect(diffMaps(said(vector.before), said(vector.after))).toEqual(vector.changes);
  });
});

/** Random maps: any region, any tag, also tags and regions that nobody knows. */
function anyMap(seed: number): Entries {
  let state = seed;
  const pick = <T>(from: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[state % from.length] as T;
  };
  return Object.fromEntries(
    Array.from({ length: pick([0, 1, 5, 40]) }, (_, at) =>
      note(`n-${at}`, pick([...REGIONS, "elsewhere"]), pick(["V", "W", "X"]), {
        tag: pick(["", "say", "do", "shout"]),
        text: pick(["one", " ", "two"]),
      }),
    ),
  );
}

test("six and seven show the same notes, each once, and switching changes nothing", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const some = anyMap(seed);
    const before = JSON.stringify(some);
    const sixth = allNotes(boardOf(some));
    const seventh = allNotes(boardOf(some, {}, undefined, "seven"));
    expect(new Set(seventh.map(({ id }) => id))).toEqual(new Set(sixth.map(({ id }) => id)));
    expect(seventh.length).toBe(sixth.length);
    for (const one of seventh) {
      expect(sixth).toContain(one);
    }
    expect(JSON.stringify(some)).toBe(before);
  }
});

test("says, does and what has no tag yet stand apart in the view of seven", () => {
  const tagged = Object.fromEntries([
    note("n-s", "say_do", "V", { tag: "say" }),
    note("n-d", "say_do", "W", { tag: "do" }),
  ]);
  const seven = boardOf(tagged, {}, undefined, "seven");
  expect([ids(seven, "say"), ids(seven, "do")]).toEqual([["n-s"], ["n-d"]]);
  expect("say_or_do" in seven).toBe(false);
  const open = boardOf(
    { ...tagged, ...Object.fromEntries([note("n-o", "say_do", "X")]) },
    {},
    undefined,
    "seven",
  );
  expect(ids(open, "say_or_do")).toEqual(["n-o"]);
});

test("a pasted list loses its bullets and numbers, and what is blank", () => {
  expect(listOf("- one\n* two\r\n\n  3. three\n• four\n2019 was hard")).toEqual([
    "one",
    "two",
    "three",
    "four",
    "2019 was hard",
  ]);
});
