/** A step on a page, as a learner meets it: found by role and name, used by keyboard and pointer. */
import widget from "../src/widget";
import { FakeKernel, type FakeModel } from "./fake_kernel";
import { words } from "./words";

export interface Shown {
  kernel: FakeKernel;
  model: FakeModel;
  element: HTMLElement;
  close(): void;
}

export const pause = (milliseconds = 30): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Draw a step and wait until the kernel has answered its greeting. */
export async function show(
  kind: string,
  props: object,
  {
    kernel = new FakeKernel(0),
    lang = "en" as "en" | "nl",
    step = "need",
    manager = undefined as unknown,
  } = {},
): Promise<Shown> {
  const all = { title: "Need", exercise: "well", content: "c", version: "1", ...props };
  const model = kernel.model({ kind, step, lang, props: all, strings: words(lang) }, manager);
  const element = document.createElement("div");
  document.body.append(element);
  const release = widget.render({ model, el: element });
  await pause();
  return {
    kernel,
    model,
    element,
    close() {
      release();
      element.remove();
    },
  };
}

/** What has the focus. */
export const focused = (): HTMLElement => document.activeElement as HTMLElement;

export function named(root: ParentNode, name: string | RegExp): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>("button, input, textarea, [role]")];
  const matches = (text: string): boolean =>
    typeof name === "string" ? text === name : name.test(text);
  const found = all.find((element) => matches(nameOf(element)));
  if (!found) {
    throw new Error(`nothing is called ${name}; there is: ${all.map(nameOf).join(" | ")}`);
  }
  return found;
}

/** Press a key on what has the focus; false when its default was prevented. */
export function press(key: string, init: KeyboardEventInit = {}): boolean {
  return focused().dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
  );
}

/** Type into the field that has the focus. */
export function type(text: string): void {
  const field = focused() as HTMLTextAreaElement;
  field.value += text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** What was last said to a screen reader. */
export function said(root: ParentNode): string {
  const region = root.querySelector("[data-ew-announcer]");
  return (region?.textContent ?? "").replaceAll("\u200b", "");
}

function nameOf(element: HTMLElement): string {
  const label = element.closest("label") ?? document.querySelector(`label[for="${element.id}"]`);
  return (
    element.getAttribute("aria-label") ??
    label?.textContent ??
    element.textContent ??
    ""
  ).trim();
}
