/** The steps on the tables of the course, as the kernel sends them. */
import figures from "../../tests/figures/props.json";
import type { Lang } from "../src/shared/step";
import { type DemoStep, finding, made, props, result, step } from "./making";

/** One of them, with a cut and with answers by question. */
export function figure(
  lang: Lang,
  name: keyof typeof figures,
  { cut, ...given }: { cut: number } & Record<string, string | number>,
): DemoStep {
  const texts = Object.entries(given).map(([id, text]) => [`answer-${id}`, { text }]);
  const picked = name === "core" ? { "answer-core": { rows: ["c44", "c46", "c54"] } } : {};
  const findings = Object.keys(given).map((part, at) =>
    finding("number", at ? "not_met" : "met", figures[name][lang].title, part, {
      question: at ? figures[name][lang].prompt : "",
    }),
  );
  return {
    ...step("data", name),
    props: { ...props(""), ...figures[name][lang] },
    entries: made({ cut: { value: cut }, ...Object.fromEntries(texts), ...picked }),
    result: result(findings, 1, 1, 4),
  };
}
