/** All steps with their state and their points, for both panels. */
import type { JSX } from "preact";
import { pointsInWords } from "../shared/feedback";
import type { StepSummary, Summary } from "../shared/protocol";
import type { Translate } from "../shared/step";
import "../shared/grid.css";
import "./panels.css";

const SIGNS = { empty: "○", started: "◐", complete: "●" } as const;

export function SummaryTable({ summary, t }: { summary: Summary; t: Translate }): JSX.Element {
  return (
    <table class="ew-table">
      <thead>
        <tr>
          <th scope="col">{t("summary.step")}</th>
          <th scope="col">{t("summary.state")}</th>
          <th scope="col">{t("summary.points")}</th>
        </tr>
      </thead>
      <tbody>
        {summary.steps.map((step) => (
          <tr key={step.step}>
            <th scope="row">{step.title}</th>
            <td>
              <span aria-hidden="true">{SIGNS[step.state]}</span> {t(`summary.state.${step.state}`)}
            </td>
            <td>{stepPoints(step, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stepPoints(step: StepSummary, t: Translate): string {
  const { points_min, points_max, points_possible } = step;
  if (points_possible === 0) {
    return "–";
  }
  return points_min === null || points_max === null
    ? t("summary.not_checked")
    : pointsInWords({ points_min, points_max, points_possible }, t);
}
