/** What a check says: what is good, what to think about, and what is for the learner to judge. */
import type { JSX } from "preact";
import { Blocks } from "./blocks";
import { textOf } from "./entries";
import type { Block, Openable, Result } from "./protocol";
import type { Entries, Finding, Store, Translate } from "./step";
import "./feedback.css";

/** The sign of each verdict; a word always stands beside it. */
export const ICONS = { met: "✓", not_met: "→", open: "?" } as const;

interface FeedbackProps {
  /** Of the step; it tells the regions of a page apart. */
  title: string;
  result: Result;
  outdated: boolean;
  /** The kind shows findings about a part beside that part; they are not told twice. */
  showsParts: boolean;
  t: Translate;
  store: Store;
  entries: Entries;
  readOnly: boolean;
  model: Block[] | undefined;
  modelOpenable: Openable | undefined;
  onOpenModel(): void;
}

export function Feedback(props: FeedbackProps): JSX.Element {
  const { result, t, showsParts } = props;
  const told = result.findings.filter((finding) => !(showsParts && finding.part));
  const good = told.filter((finding) => finding.verdict === "met");
  const toThinkAbout = told.filter((finding) => finding.verdict === "not_met");
  return (
    <section class="ew-feedback" aria-label={`${t("feedback.title")}: ${props.title}`}>
      <p class="ew-points">
        <strong>{result.state === "empty" ? t("feedback.empty") : pointsInWords(result, t)}</strong>
        {props.outdated && <span class="ew-soft"> {t("feedback.outdated")}</span>}
      </p>
      <Group verdict="met" title={t("feedback.met")} findings={good} t={t} />
      <Group verdict="not_met" title={t("feedback.not_met")} findings={toThinkAbout} t={t} />
      {result.self_check.length > 0 && <SelfCheck {...props} />}
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
export function Told({ finding, id, t }: { finding: Finding; id: string; t: Translate }) {
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
function SelfCheck(props: FeedbackProps): JSX.Element {
  const { result, t, entries, model, modelOpenable } = props;
  const own = new Set(result.self_check.map((finding) => ownWords(finding, entries)));
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
          modelOpenable?.due && (
            <button type="button" class="ew-button" onClick={props.onOpenModel}>
              {t("ui.self_check.compare")}
            </button>
          )
        )}
      </div>
      {[...criteria.values()].map((finding) => (
        <Judgement key={finding.criterion} finding={finding} {...props} />
      ))}
    </div>
  );
}

type JudgementProps = Pick<FeedbackProps, "t" | "store" | "entries" | "readOnly"> & {
  finding: Finding;
};

/** The learner's own verdict on one criterion; never counted. */
function Judgement({ finding, t, store, entries, readOnly }: JudgementProps): JSX.Element {
  const id = `self.${finding.criterion}`;
  const said = entries[id]?.value.said;
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
