/** What every step of the demo is made of. */
import type { Compared } from "../src/empathy_map/Compare";
import { edit } from "../src/shared/entries";
import type { Openable, Result, State, Summary } from "../src/shared/protocol";
import { rankBetween } from "../src/shared/ranks";
import type { Entries, Finding, Value } from "../src/shared/step";

export interface DemoStep {
  kind: string;
  step: string;
  props: Record<string, unknown>;
  entries: Entries;
  openable: Openable[];
  prose: State["opened"];
  result: Result | null;
  summary?: Summary;
  /** The entries of the map that a sheet takes notes from. */
  previous?: Entries;
  /** Whether it fits on one printed page, in words. */
  page?: string;
  /** Maps that lie side by side at this step. */
  compared?: Compared;
}

export type Say = (en: string, nl: string) => string;

export function step(kind: string, id: string): DemoStep {
  return { kind, step: id, props: {}, entries: {}, openable: [], prose: {}, result: null };
}

export function props(title: string): Record<string, unknown> {
  return { exercise: "well", content: "demo", version: "demo", title, points: 3 };
}

export function made(values: Record<string, Value>): Entries {
  let rank = "";
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      rank = rankBetween(rank, "");
      return [id, edit(undefined, { client: "demo", value, rank })];
    }),
  );
}

export function finding(
  criterion: string,
  verdict: Finding["verdict"],
  message: string,
  part: string,
  more: Partial<Finding> = {},
): Finding {
  return {
    criterion,
    verdict,
    points: verdict === "met" ? 1 : 0,
    title: "",
    message,
    evidence: "",
    question: "",
    part,
    ...more,
  };
}

export function result(findings: Finding[], min: number, max: number, possible: number): Result {
  return {
    state: "complete",
    points_min: min,
    points_max: max,
    points_possible: possible,
    findings,
    self_check: findings.filter(({ verdict }) => verdict === "open"),
  };
}
