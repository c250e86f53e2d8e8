/** A map of its own for every test, and what a learner sees and does on it. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach } from "vitest";
import { boardOf } from "../src/empathy_map/moves";
import { MapPage } from "./map_page";

export let page: MapPage;

beforeEach(() => {
  page = new MapPage();
  page.root.className = "empathy-widget";
});
afterEach(() => page.close());

export const show = (options?: Parameters<MapPage["show"]>[0]): void => page.show(options);
export const put = (id: string, key: string, text: string, rank: string, evidence = "told"): void =>
  page.put(id, key, text, rank, { evidence });
export const note = (id: string): HTMLElement => page.one(`[data-note="${id}"]`);
export const region = (key: string): HTMLElement => page.one(`[data-region="${key}"]`);
export const focused = (): HTMLElement => page.focused;
export const button = (name: string, within?: Element): HTMLButtonElement =>
  page.button(name, within);
export const press = (key: string, more?: KeyboardEventInit): void => page.press(key, more);
export const click = (element: HTMLElement): void => page.click(element);
export const type = (text: string): void => page.type(text);
export const focus = (id: string): void => {
  act(() => note(id).focus());
};
/** The notes of a region, as they are stored. */
export const texts = (key: string): string[] =>
  (boardOf(page.store.entries)[key as "see"] ?? []).map(({ text }) => text);
