/** The questions about a table, each with what a check found below it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import { Told } from "../shared/feedback";
import { Options } from "../shared/Options";
import type { StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import type { DataProps, Question } from "./table";

interface QuestionProps extends StepProps<DataProps> {
  question: Question;
  /** For a question that asks for rows: the rows that are ticked. */
  picked: string[];
}

export const entryOf = ({ id }: Question): string => `answer-${id}`;

export function Ask(p: QuestionProps): JSX.Element {
  const { question, picked, props, entries, findings, store, t } = p;
  const { kind, ask, unit, options } = question;
  const [name] = useState(randomName);
  const finding = findings.find(({ part }) => part === question.id);
  const names = props.rows.filter((row) => picked.includes(row.id)).map(({ cells }) => cells[0]);
  const id = entryOf(question);
  const describedBy = finding && name;
  return (
    <div class="ew-ask">
      {kind === "number" && (
        <div class="ew-typed">
          <Field
            {...p}
            id={id}
            label={ask}
            describedBy={describedBy}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          <span>{unit}</span>
        </div>
      )}
      {kind === "choice" && (
        <Options
          {...p}
          findings={[]}
          legend={<legend>{ask}</legend>}
          options={options}
          chosen={[textOf(entries[id])]}
          describedBy={describedBy}
          onPick={(text) => store.edit(id, { value: { text } })}
        />
      )}
      {kind === "pick" && (
        <>
          <p>{ask}</p>
          <p class="ew-soft">
            {t("data.picked", { n: picked.length })}
            {names.length > 0 && ` (${names.join(", ")})`}
          </p>
        </>
      )}
      {finding && <Told id={name} finding={finding} t={t} />}
    </div>
  );
}
