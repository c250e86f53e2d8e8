/** The person in the middle: described in a card, with a face that is chosen. */
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test } from "vitest";
import { button, click, focused, page, press, region, show, type } from "./map_board";
import { t } from "./map_page";

describe("the person", () => {
  beforeEach(() => show());

  test("is described in a card that opens on the name and closes on the button", () => {
    click(button("Who is it?"));
    expect(focused().closest("[role=dialog]")).not.toBeNull();
    type("Fatima");
    press("Enter");
    type("Fetches water");
    expect(page.store.entries.role?.value.text).toBe("Fetches water");
    press("Escape");
    expect(page.root.querySelector("[role=dialog]")).toBeNull();
    expect(focused().textContent).toBe("Change the person");
    expect(page.root.querySelector(".ew-person")?.textContent).toContain("Fatima");
  });

  test("has no face until one is chosen, and none is chosen beforehand", () => {
    expect(page.root.querySelector(".ew-person svg")?.getAttribute("aria-label")).toBe(
      t("face.alt.none"),
    );
    click(button("Who is it?"));
    const radios = [...page.root.querySelectorAll<HTMLInputElement>("[role=dialog] input")];
    expect(radios.filter(({ checked }) => checked)).toEqual([]);
    act(() => radios.find(({ value }) => value === "curly")?.click());
    expect(page.store.entries.face?.value).toMatchObject({ hair: "curly", expression: "calm" });
    expect(page.root.querySelector(".ew-person svg")?.getAttribute("aria-label")).toContain(
      "curly hair",
    );
    click(button("No face"));
    expect(page.store.entries.face?.deleted).toBe(true);
  });

  test("the question comes first, before the person and the notes", () => {
    const question = page.root.querySelector(".ew-map-question") as HTMLElement;
    const person = page.root.querySelector(".ew-person") as HTMLElement;
    expect(question.compareDocumentPosition(person)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(person.compareDocumentPosition(region("see"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});
