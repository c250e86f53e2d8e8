/** Undo and redo: in one go what was done in one go, and never over what somebody else wrote. */
import { beforeEach, describe, expect, test } from "vitest";
import { edit } from "../src/shared/entries";
import { History } from "../src/shared/history";
import { StepStore } from "../src/shared/store";

let store: StepStore;
let history: History;
const value = (id: string) => store.entries[id]?.value;

beforeEach(() => {
  store = new StepStore("me");
  history = new History(store);
});

describe("undo", () => {
  test("takes back what was added, and redo brings it again", () => {
    history.edit("a", { value: { text: "one" }, rank: "V" });
    expect(history.undo()?.changed).toBe(true);
    expect(store.entries.a?.deleted).toBe(true);
    history.redo();
    expect(store.entries.a).toMatchObject({ deleted: false, rank: "V", value: { text: "one" } });
  });

  test("brings back place, words and existence", () => {
    store.edit("a", { value: { text: "one", region: "see" }, rank: "V" });
    history.edit("a", { value: { region: "hear" }, rank: "W" });
    history.flush();
    history.edit("a", { deleted: true });
    history.undo();
    expect(store.entries.a).toMatchObject({ deleted: false, rank: "W" });
    history.undo();
    expect(store.entries.a).toMatchObject({ rank: "V", value: { text: "one", region: "see" } });
  });

  test("is a new edit, so that a copy that never saw it takes it over", () => {
    history.edit("a", { value: { text: "one" } });
    const elsewhere = new StepStore("other");
    elsewhere.merge(store.entries);
    history.undo();
    elsewhere.merge(store.entries);
    expect(elsewhere.entries.a?.deleted).toBe(true);
  });

  test("leaves out what was typed and taken back by the browser itself", () => {
    store.edit("a", { value: { text: "one" }, rank: "V" });
    history.edit("a", { value: { text: "one two" } });
    history.edit("a", { value: { text: "one" } });
    expect(history.canUndo).toBe(false);
    expect(history.undo()).toBeNull();
  });

  test("takes away what came from elsewhere because it was asked for here", () => {
    history.came("photo-1");
    store.merge({ "photo-1": edit(undefined, { client: "kernel", value: { data: "x" } }) });
    history.undo();
    expect(store.entries["photo-1"]).toMatchObject({ deleted: true, value: { data: "x" } });
    history.redo();
    expect(store.entries["photo-1"]?.deleted).toBe(false);
  });

  test("says when there is nothing, and a new edit ends what could be done again", () => {
    expect(history.undo()).toBeNull();
    history.edit("a", { value: { text: "one" } });
    history.undo();
    history.edit("b", { value: { text: "two" } });
    expect(history.redo()).toBeNull();
  });
});

describe("what belongs together", () => {
  test("typing in one field is one thing until the field is left", () => {
    for (const text of ["o", "on", "one"]) {
      history.edit("a", { value: { text } });
    }
    history.flush();
    history.edit("a", { value: { text: "one more" } });
    history.undo();
    expect(value("a")).toEqual({ text: "one" });
    history.undo();
    expect(store.entries.a?.deleted).toBe(true);
  });

  test("a group comes back whole, in any number of entries", () => {
    history.group(() => {
      history.edit("a", { value: { text: "one" } });
      history.edit("b", { value: { text: "two" } });
    });
    history.undo();
    expect([store.entries.a?.deleted, store.entries.b?.deleted]).toEqual([true, true]);
  });

  test("edits joined from a mark are undone as one; what ends as it began leaves no trace", () => {
    store.edit("a", { value: { text: "one" } });
    const { mark } = history;
    history.edit("a", { value: { text: "" } });
    history.flush();
    history.edit("a", { value: { text: "one" } });
    history.joinFrom(mark);
    expect(history.canUndo).toBe(false);
  });
});

describe("with others at work", () => {
  test("another field that somebody else wrote meanwhile stays", () => {
    history.edit("a", { value: { text: "one", source: "" } });
    history.flush();
    history.edit("a", { value: { text: "two" } });
    const theirs = edit(store.entries.a, { client: "zz", value: { text: "two", source: "mail" } });
    store.merge({ a: theirs });
    history.undo();
    expect(value("a")).toEqual({ text: "one", source: "mail" });
  });

  test("the same field stays as they wrote it, and that is told", () => {
    history.edit("a", { value: { text: "one" } });
    history.flush();
    history.edit("a", { value: { text: "two" } });
    store.merge({ a: edit(store.entries.a, { client: "zz", value: { text: "theirs" } }) });
    expect(history.undo()?.changed).toBe(false);
    expect(value("a")).toEqual({ text: "theirs" });
  });
});
