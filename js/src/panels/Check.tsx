/** `book.check()`: how far every step is; it follows the answers by itself. */
import type { JSX } from "preact";
import { Frame } from "../shared/Frame";
import { pointsInWords } from "../shared/feedback";
import type { Session } from "../shared/session";
import { SummaryTable } from "./SummaryTable";

export function Check({ session }: { session: Session }): JSX.Element {
  const { summary, t } = session;
  return (
    <Frame session={session} title={t("summary.title")}>
      {summary ? (
        <>
          <p>
            {summary.steps.some((step) => step.checked)
              ? t("check.points_so_far", {
                  points: pointsInWords({ ...summary, points_possible: summary.points_checked }, t),
                })
              : t("check.none_yet")}
          </p>
          <SummaryTable summary={summary} t={t} />
        </>
      ) : (
        <p class="ew-soft">{t("check.waiting")}</p>
      )}
    </Frame>
  );
}
