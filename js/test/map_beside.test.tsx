/** Themes, needs, insights and comments: made, used at a note, and taken away, without losing the focus. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MapPage, t } from "./map_page";

let page: MapPage;
const item = (prefix: string): [string, { deleted: boolean; value: object }] =>
  Object.entries(page.store.entries).find(([id]) => id.startsWith(prefix)) as never;
const choose = (select: Element | null, value: string): void => {
  act(() => {
    (select as HTMLSelectElement).value = value;
    select?.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

beforeEach(() => {
  page = new MapPage();
  page.put("n-a", "see", "One", "V");
  page.show();
});
afterEach(() => page.close());

test("a theme is named, chosen in a note, and shown at the note and with its notes", () => {
  page.click(page.button(t("map.themes.add")));
  expect(page.focused.tagName).toBe("TEXTAREA");
  page.type("Time");
  const [id] = item("t-");
  page.click(page.one("[data-note=n-a]"));
  choose(page.one(".ew-note-editor select"), id);
  page.press("Escape");
  expect(page.store.entries["n-a"]?.value.theme).toBe(id);
  expect(page.one("[data-note=n-a]").textContent).toContain("Theme: Time");
  expect(page.one(`[data-item="${id}"]`).textContent).toContain("One");
});

test("a theme that goes leaves its notes as they are; undo brings both together again", () => {
  page.click(page.button(t("map.themes.add")));
  page.type("Time");
  const [id] = item("t-");
  act(() => page.store.edit("n-a", { value: { theme: id } }));
  page.click(page.button(`${t("map.delete")}: Theme 1`));
  expect(page.one("[data-note=n-a]").textContent).not.toContain("Time");
  expect(page.focused.dataset.more).toBe("t-");
  page.press("z", { ctrlKey: true });
  expect(page.one("[data-note=n-a]").textContent).toContain("Theme: Time");
});

test("needs and insights are lists of their own", () => {
  page.click(page.button(t("map.needs.add")));
  page.type("to be heard");
  page.click(page.button(t("map.insights.add")));
  page.type("The walk is no burden");
  expect([item("need-")[1].value, item("insight-")[1].value]).toEqual([
    { text: "to be heard" },
    { text: "The walk is no burden" },
  ]);
});

test("a comment on a note is begun in its menu, stands at the note while it is open, and is resolved", () => {
  act(() => page.one("[data-note=n-a]").focus());
  page.press("m");
  page.click(page.button(t("map.comment"), page.one("[role=menu]")));
  expect(page.focused.closest("[data-item]")).not.toBeNull();
  page.type("Who says so?");
  expect(item("c-")[1].value).toMatchObject({ text: "Who says so?", about: "n-a" });
  expect(page.one("[data-note=n-a]").textContent).toContain("Open comments: 1");
  act(() => page.one(".ew-beside [type=checkbox]").click());
  expect(page.one("[data-note=n-a]").textContent).not.toContain("Open comments");
  choose(page.one(".ew-beside select"), "hear");
  expect(item("c-")[1].value).toMatchObject({ about: "hear", resolved: true });
});

test("nothing in it is wrong for assistive technology", { timeout: 30_000 }, async () => {
  page.click(page.button(t("map.themes.add")));
  page.type("Time");
  page.click(page.button(t("map.comments.add")));
  page.type("Who says so?");
  expect(await page.violations()).toEqual([]);
});
