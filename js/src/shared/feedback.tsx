/** What a check says: what is good, what to think about, and what is for the learner to judge. */
import type { JSX } from "preact";
import { Blocks } from "./blocks";
import { textOf } from "./entries";
import type { Result } from "./protocol";
import type { Session } from "./session";
import type { Entries, Finding, Translate } from "./step";
import "./feedback.css";

/** The sign of each verdict; a word always stands beside it. */
export const ICONS = { met: "✓", not_met: "→", open: "?" } as const;

interface FeedbackProps {
  session: Session;
  result: Result;
  /** The kind shows findings about a part beside that part; they are not told twice. */
  showsParts: boolean;
}

export function Feedback(p: FeedbackProps): JSX.Element {
  const { session, result, showsParts } = p;
  const { t, props, outdated } = session;
  const told = result.findings.filter((finding) => !(showsParts && finding.part));
  const good = told.filter((finding) => finding.verdict === "met");
  const toThinkAbout = told.filter((finding) => finding.verdict === "not_met");
  return (
    <section class="ew-feedback" aria-label={`${t("feedback.title")}: ${props.title}`}>
      <p class="ew-points">
        <strong>{result.state === "empty" ? t("feedback.empty") : pointsInWords(result, t)}</strong>
        {outdated && <span class="ew-soft"> {t("feedback.outdated")}</span>}
      </p>
      <Group verdict="met" title={t("feedback.met")} findings={good} t={t} />
      <Group verdict="not_met" title={t("feedback.not_met")} findings={toThinkAbout} t={t} />
      {result.self_check.length > 0 && <SelfCheck {...p} />}
    </section>
  );
}

/** "3 of 6 points", or a range as long as something waits for a judgement. */
export function pointsInWords(
  { points_min, points_max, points_possible }: Omit<Result, "state" | "findings" | "self_check">,
  t: Translate,
): string {
  if (points_possible === 0) {
    return t("feedback.no_points");
  }
  const [low, high, possible] = [points_min, points_max, points_possible];
  return low === high
    ? t("feedback.points", { points: low, possible, n: possible })
    : t("feedback.points_range", { low, high, possible, n: possible });
}

/** The sign and the word of a verdict, where there is room for no more. */
export function Sign({ verdict, t }: { verdict: Finding["verdict"]; t: Translate }): JSX.Element {
  return (
    <small class={`ew-verdict ew-${verdict}`}>
      <span aria-hidden="true">{ICONS[verdict]}</span> {t(`feedback.${verdict}`)}
    </small>
  );
}

/** One finding beside the part it is about. */
export function Told({ finding, id, t }: { finding: Finding; id?: string; t: Translate }) {
  const { verdict, message, question } = finding;
  return (
    <div id={id} class={`ew-verdict ew-${verdict}`}>
      <span aria-hidden="true">{ICONS[verdict]}</span> <b>{t(`feedback.${verdict}`)}</b> {message}
      {question && <p class="ew-question">{question}</p>}
    </div>
  );
}

interface GroupProps {
  verdict: "met" | "not_met";
  title: string;
  findings: Finding[];
  t: Translate;
}

function Group({ verdict, title, findings, t }: GroupProps): JSX.Element | null {
  if (findings.length === 0) {
    return null;
  }
  return (
    <div class={`ew-verdict ew-${verdict}`}>
      <h4>
        <span aria-hidden="true">{ICONS[verdict]}</span> {title}
      </h4>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.criterion} ${finding.part}`}>
            <b>{finding.title}</b> {finding.message}
            {finding.evidence && (
              <>
                {" "}
                <span class="ew-soft">{t("feedback.seen")}</span> <q>{finding.evidence}</q>
              </>
            )}
            {finding.question && <p class="ew-question">{finding.question}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Criteria that nobody has decided: the learner holds their own words against them. */
function SelfCheck({ session, result }: FeedbackProps): JSX.Element {
  const { t, store, state } = session;
  const model = state?.opened.model;
  const canOpen = state?.openable.some(({ what, due }) => what === "model" && due);
  const own = new Set(result.self_check.map((finding) => ownWords(finding, store.entries)));
  const criteria = new Map(result.self_check.map((finding) => [finding.criterion, finding]));
  return (
    <div class="ew-verdict ew-open">
      <h4>
        <span aria-hidden="true">{ICONS.open}</span> {t("ui.self_check")}
      </h4>
      <p class="ew-soft">{t("ui.self_check.about")}</p>
      <div class="ew-side-by-side">
        <div>
          <h5>{t("feedback.your_words")}</h5>
          {[...own].filter(Boolean).map((words) => (
            <blockquote key={words}>{words}</blockquote>
          ))}
        </div>
        {model ? (
          <div>
            <h5>{t("ui.self_check.model")}</h5>
            <Blocks blocks={model} />
          </div>
        ) : (
          canOpen && (
            <button type="button" class="ew-button" onClick={() => session.open("model")}>
              {t("ui.self_check.compare")}
            </button>
          )
        )}
      </div>
      {[...criteria.values()].map((finding) => (
        <Judgement key={finding.criterion} finding={finding} session={session} />
      ))}
    </div>
  );
}

interface JudgementProps {
  finding: Finding;
  session: Session;
}

/** The learner's own verdict on one criterion; never counted. */
function Judgement({ finding, session: { t, store, readOnly } }: JudgementProps): JSX.Element {
  const id = `self.${finding.criterion}`;
  const said = store.entries[id]?.value.said;
  return (
    <fieldset class="ew-self" disabled={readOnly}>
      <legend>{finding.title}</legend>
      <p>{finding.question || finding.message}</p>
      <p class="ew-row">
        {([true, false] as const).map((value) => (
          <button
            key={String(value)}
            type="button"
            class="ew-button"
            aria-pressed={said === value}
            onClick={() => store.edit(id, { value: { said: value } })}
          >
            {said === value && <span aria-hidden="true">✓ </span>}
            {t(value ? "ui.self_check.said" : "ui.self_check.not_yet")}
          </button>
        ))}
      </p>
    </fieldset>
  );
}

/** The words a finding is about: what the check quotes, else the whole text of that part. */
function ownWords(finding: Finding, entries: Entries): string {
  return finding.evidence || textOf(entries[finding.part || "text"]);
}
