/** The questions about a table, each with what a check found below it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import { ICONS } from "../shared/feedback";
import type { Finding, StepProps, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import type { DataProps, Question } from "./table";

interface QuestionProps extends StepProps<DataProps> {
  question: Question;
  /** For a question that asks for rows: the rows that are ticked. */
  picked: string[];
}

export const entryOf = ({ id }: Question): string => `answer-${id}`;

export function Ask(p: QuestionProps): JSX.Element {
  const { question, picked, props, findings, t } = p;
  const [id] = useState(() => randomName());
  const finding = findings.find(({ part }) => part === question.id);
  const names = props.rows.filter((row) => picked.includes(row.id)).map(({ cells }) => cells[0]);
  return (
    <div class="ew-ask">
      {question.kind === "number" && <NumberField {...p} describedBy={finding && id} />}
      {question.kind === "choice" && <Choice {...p} describedBy={finding && id} />}
      {question.kind === "pick" && (
        <>
          <p>{question.ask}</p>
          <p class="ew-soft">
            {t("data.picked", { n: picked.length })}
            {names.length > 0 && ` (${names.join(", ")})`}
          </p>
        </>
      )}
      {finding && <Verdict id={id} finding={finding} t={t} />}
    </div>
  );
}

type Described = QuestionProps & { describedBy: string | undefined };

function NumberField({
  question,
  describedBy,
  store,
  entries,
  t,
  readOnly,
}: Described): JSX.Element {
  const id = entryOf(question);
  return (
    <div class="ew-typed">
      <Field
        id={id}
        entry={entries[id]}
        label={question.ask}
        t={t}
        store={store}
        readOnly={readOnly}
        {...(describedBy && { describedBy })}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <span>{question.unit}</span>
    </div>
  );
}

function Choice({ question, describedBy, store, entries, readOnly }: Described): JSX.Element {
  const [name] = useState(() => randomName());
  const id = entryOf(question);
  return (
    <fieldset class="ew-options" disabled={readOnly} aria-describedby={describedBy}>
      <legend>{question.ask}</legend>
      {question.options.map((option) => (
        <div key={option.id} class="ew-option">
          <label>
            <input
              type="radio"
              name={name}
              checked={textOf(entries[id]) === option.id}
              onChange={() => store.edit(id, { value: { text: option.id } })}
            />
            <span>{option.text}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function Verdict({ id, finding, t }: { id: string; finding: Finding; t: Translate }): JSX.Element {
  return (
    <div id={id} class={`ew-verdict ew-${finding.verdict}`}>
      <span aria-hidden="true">{ICONS[finding.verdict]}</span>{" "}
      <b>{t(`feedback.${finding.verdict}`)}</b> {finding.message}
      {finding.question && <p class="ew-question">{finding.question}</p>}
    </div>
  );
}
