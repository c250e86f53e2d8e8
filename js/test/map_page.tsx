/** An empathy map on a page, without a kernel: what a test presses, types and reads. */
import axe from "axe-core";
import { render } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import { act } from "preact/test-utils";
import { vi } from "vitest";
import { EmpathyMap, type MapProps } from "../src/empathy_map/EmpathyMap";
import type { StepProps } from "../src/shared/step";
import { StepStore } from "../src/shared/store";
import { translator } from "../src/shared/strings";
import { words } from "./words";

export const t = translator(words("en"));

type Options = Partial<Omit<StepProps<MapProps>, "props">> & { props?: Partial<MapProps> };

export class MapPage {
  readonly root = document.createElement("div");
  readonly store = new StepStore("me");
  readonly announce = vi.fn();

  show({ props, ...rest }: Options = {}): void {
    const { store, announce } = this;
    document.body.append(this.root);
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
          findings={[]}
          {...rest}
        />
      );
    }
    act(() => render(<Host />, this.root));
  }

  close(): void {
    act(() => render(null, this.root));
    this.root.remove();
  }

  put(id: string, region: string, text: string, rank: string, more: object = {}): void {
    this.store.edit(id, { rank, value: { text, region, evidence: "told", source: "", ...more } });
  }

  get focused(): HTMLElement {
    return document.activeElement as HTMLElement;
  }

  get said(): string {
    return String(this.announce.mock.lastCall?.[0] ?? "");
  }

  one(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector) as HTMLElement;
  }

  /** A button by (part of) its name. */
  button(name: string, within: Element = this.root): HTMLButtonElement {
    return [...within.querySelectorAll("button")].find((one) =>
      (one.ariaLabel ?? one.textContent)?.includes(name),
    ) as HTMLButtonElement;
  }

  click(element: HTMLElement): void {
    act(() => {
      element.focus();
      element.click();
    });
  }

  press(key: string, more: KeyboardEventInit = {}): void {
    act(() => {
      const options = { key, bubbles: true, cancelable: true, ...more };
      this.focused.dispatchEvent(new KeyboardEvent("keydown", options));
    });
  }

  type(text: string): void {
    act(() => {
      const field = this.focused as HTMLTextAreaElement;
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  }

  paste(text: string): void {
    act(() => {
      const event = new Event("paste", { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { getData: () => text } });
      this.focused.dispatchEvent(event);
    });
  }

  /** What axe finds wrong; colours need a real browser and are looked at there. */
  async violations(): Promise<string[]> {
    const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
    const { violations } = await axe.run(this.root, { rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }
}
