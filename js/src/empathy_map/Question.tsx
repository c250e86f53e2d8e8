/** What the map is about, and what the person needs to do. */
import type { JSX } from "preact";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import type { StepProps } from "../shared/step";
import type { MapProps } from "./EmpathyMap";

export function Question({ props, entries, store, t, readOnly }: StepProps<MapProps>): JSX.Element {
  if (props.question || readOnly) {
    const question = props.question || textOf(entries.question) || t("map.question.empty");
    return <p class="ew-map-question">{question}</p>;
  }
  return (
    <div class="ew-map-question">
      <Field
        id="question"
        label={t("map.question")}
        placeholder={t("map.question.example")}
        t={t}
        store={store}
      />
    </div>
  );
}

/** In the view of seven it is a region with a number of its own. */
export function Goal(p: StepProps<MapProps> & { number?: number }): JSX.Element | null {
  const { entries, store, t, readOnly, number = 0 } = p;
  const text = textOf(entries.goal);
  if (readOnly && !text) {
    return null;
  }
  return (
    <div class="ew-goal">
      {number > 0 && (
        <span class="ew-number" aria-hidden="true">
          {number}
        </span>
      )}
      {readOnly ? (
        <p>
          <b>{t("map.goal")}</b> {text}
        </p>
      ) : (
        <Field id="goal" label={t("map.goal")} placeholder=" " t={t} store={store} />
      )}
    </div>
  );
}
