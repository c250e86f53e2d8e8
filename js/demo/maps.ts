/** Maps of the demo as the kernel sends them: one that an author filled, and three side by side. */
import sent from "../../tests/maps/sent.json";
import type { Compared } from "../src/empathy_map/Compare";
import type { Lang } from "../src/shared/step";
import { type DemoStep, step } from "./making";

export function workedMap(lang: Lang): DemoStep {
  return { ...step("worked_map", "map.aysel"), props: sent.worked[lang] };
}

export function sideBySide(lang: Lang): DemoStep {
  const compared = threePeople(lang);
  const own = { exercise: "customer-map", content: "demo", version: "demo" };
  const props = { ...own, ...sent.side_by_side[lang] };
  return { ...step("table", "side-by-side"), props, compared };
}

export function threePeople(lang: Lang): Compared {
  return sent.compared[lang] as Compared;
}
