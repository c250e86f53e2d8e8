/** Maps side by side, inside a map and above another step; and a map to read. Drawn from what the kernel sends. */
import axe from "axe-core";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import sent from "../../tests/maps/sent.json";
import type { Compared } from "../src/empathy_map/Compare";
import type { Block } from "../src/shared/protocol";
import widget from "../src/widget";
import { FakeKernel } from "./fake_kernel";
import { MapPage, t } from "./map_page";
import { words } from "./words";

const three = sent.compared.en as Compared;
const SLOW = { timeout: 30_000 };

describe("in a map", () => {
  let page: MapPage;
  const regions = (): string[] =>
    [...page.root.querySelectorAll<HTMLElement>(".ew-compare [data-region]")].map(
      ({ dataset }) => dataset.region ?? "",
    );

  beforeEach(() => {
    page = new MapPage();
    page.put("n-a", "see", "One", "V");
  });
  afterEach(() => page.close());

  test("there is nothing to compare with until the kernel says so", () => {
    page.show();
    expect(page.button(t("map.bar.compare"))).toBeUndefined();
  });

  test("a key shows it in place of the map, and brings the map back", () => {
    page.show({ compared: three });
    act(() => page.one("[data-note=n-a]").focus());
    page.press("c");
    expect(page.said).toBe("Shown side by side.");
    expect(page.one(".ew-board")).toBeNull();
    expect(page.one(".ew-people").textContent).toContain("Karin");
    act(() => page.button(t("map.bar.compare")).focus());
    page.press("c");
    expect(page.one("[data-note=n-a]")).not.toBeNull();
  });

  test("every cell is told with whose it is and how it is known", () => {
    page.show({ compared: three });
    page.click(page.button(t("map.bar.compare")));
    const shared = page.one(".ew-shared");
    expect(shared.ariaLabel).toBe("What they share");
    expect([...shared.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual([
      "KarinNever knows before eleven o'clock how many people will stay for lunch ○ assumed",
      "Mo–",
      "ElsNever knows before three o'clock how many people will stay ● told · Els, on the phone",
    ]);
  });

  test("one looks at what they share, or at what sets them apart", () => {
    page.show({ compared: three });
    page.click(page.button(t("map.bar.compare")));
    expect(regions()).toHaveLength(6);
    page.click(page.button(t("map.compare.shared")));
    expect(page.button(t("map.compare.shared")).ariaPressed).toBe("true");
    expect(regions()).toEqual(["pains"]);
    page.click(page.button(t("map.compare.apart")));
    expect(page.one(".ew-shared")).toBeNull();
    expect(regions()).toHaveLength(6);
  });

  test("what nobody ever asked is said, and that nothing is shared", () => {
    const nothing = { key: "hear", shared: [], apart: [[], [], []] };
    page.show({ compared: { ...three, regions: [nothing] } });
    page.click(page.button(t("map.bar.compare")));
    expect(page.root.textContent).toContain(t("map.compare.blank"));
    expect(page.root.textContent).toContain(t("map.compare.none"));
  });

  test("with fewer than two maps that hold notes it waits for them", () => {
    page.show({ compared: { people: [], regions: [] } });
    page.click(page.button(t("map.bar.compare")));
    expect(page.root.textContent).toContain(t("map.compare.wait"));
  });

  test("nothing in it is wrong for assistive technology", SLOW, async () => {
    page.show({ compared: three });
    page.click(page.button(t("map.bar.compare")));
    expect(await page.violations()).toEqual([]);
  });
});

describe("in a workbook", () => {
  const wait = (): Promise<void> => act(() => new Promise((done) => setTimeout(done, 40)));
  let root: HTMLElement;
  let close: () => void;

  async function open(kernel: FakeKernel, kind: string, props: object): Promise<void> {
    const own = { exercise: "x", content: "x", version: "x", title: "A step", ...props };
    const model = kernel.model({ kind, step: kind, lang: "en", props: own, strings: words("en") });
    await act(() => {
      close = widget.render({ model, el: root });
    });
    await wait();
  }
  const button = (name: string): HTMLButtonElement =>
    [...root.querySelectorAll("button")].find(({ textContent }) =>
      textContent?.includes(name),
    ) as HTMLButtonElement;

  beforeEach(() => {
    root = document.createElement("div");
    document.body.append(root);
  });
  afterEach(() => {
    close();
    root.remove();
  });

  test("a step that names maps shows them above what is filled in", async () => {
    const kernel = new FakeKernel();
    kernel.compared = three;
    await open(kernel, "table", sent.side_by_side.en);
    const [compare, table] = [root.querySelector(".ew-compare"), root.querySelector("textarea")];
    expect(compare?.textContent).toContain("Brings a chair to an old man");
    expect(compare?.compareDocumentPosition(table as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test("a map to read is drawn whole, in every view, and says nothing to the kernel", async () => {
    const kernel = new FakeKernel();
    await open(kernel, "worked_map", sent.worked.en);
    expect(root.querySelector("h3")?.textContent).toBe("Aysel's map, after one morning");
    expect(root.querySelectorAll("li[data-note]")).toHaveLength(10);
    expect(root.querySelector("textarea, [data-add], .ew-saved")).toBeNull();
    act(() => button("Outline").click());
    expect(root.querySelector(".ew-outline")?.textContent).toContain("Makes her own round");
    expect(button("Timer")).toBeUndefined();
    expect(kernel.received).toEqual([]);
  });

  test(
    "a map that is revealed opens below its step, and not before it is asked for",
    SLOW,
    async () => {
      const kernel = new FakeKernel();
      kernel.openable = [{ what: "reveal", title: "Her map", due: true, opened: false }];
      kernel.prose = { reveal: [{ p: "In our words." }, { map: sent.worked.en }] as Block[] };
      await open(kernel, "lines", { prompt: "Ask.", count: 1, starter: "" });
      expect(root.querySelector(".ew-map")).toBeNull();
      act(() => button("Her map").click());
      await wait();
      expect(root.querySelector(".ew-opened")?.textContent).toContain("In our words.");
      expect(root.querySelectorAll(".ew-opened li[data-note]")).toHaveLength(10);
      const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
      expect((await axe.run(root, { rules })).violations).toEqual([]);
    },
  );
});
