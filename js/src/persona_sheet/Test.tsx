/** The test: people of three groups answer nine questions about the persona. */
import type { JSX } from "preact";
import { textOf } from "../shared/entries";
import { Add } from "../shared/rows";
import type { Entry } from "../shared/step";
import { Fold, type Sheet, useTable, Write } from "./parts";

export function Test(p: Sheet): JSX.Element {
  const { props, t, readOnly } = p;
  const { root, rows, add, remove, undo } = useTable(p, "review-");
  const heard = rows.map(([, entry]) => entry.value.group);
  const missing = props.groups.filter(({ key }) => !heard.includes(key));
  return (
    <div class="ew-stack" ref={root}>
      <p>{t("persona.review.about")}</p>
      {rows.map(([id, entry], at) => (
        <Review key={id} id={id} entry={entry} n={at + 1} onRemove={() => remove(id)} p={p} />
      ))}
      {!readOnly && (
        <p class="ew-row">
          <span class="ew-soft">{t("persona.review.add")}</span>
          {props.groups.map(({ key, title }) => (
            <Add key={key} text={title} onClick={() => add({ group: key, reviewer: "" })} />
          ))}
          {undo}
        </p>
      )}
      {missing.length > 0 && (
        <p class="ew-soft">
          {t("persona.review.missing", { groups: missing.map(({ title }) => title).join(", ") })}
        </p>
      )}
    </div>
  );
}

interface ReviewProps {
  id: string;
  entry: Entry;
  n: number;
  onRemove(): void;
  p: Sheet;
}

function Review({ id, entry, n, onRemove, p }: ReviewProps): JSX.Element {
  const { props, t, readOnly } = p;
  const group = props.groups.find(({ key }) => key === entry.value.group)?.title ?? "";
  const name = textOf(entry, "reviewer").trim();
  const count = props.questions.filter(({ key }) => textOf(entry, key).trim()).length;
  return (
    <Fold
      row={id}
      title={name || t("persona.reviewer.n", { n })}
      about={`${group} · ${t("persona.review.answered", { n: count })}`}
      opensAtOnce={!name && count === 0}
    >
      {() => (
        <>
          <Write p={p} id={id} field="reviewer" label={t("persona.reviewer")} />
          {props.questions.map(({ key, title }) => (
            <Write key={key} p={p} id={id} field={key} label={title} />
          ))}
          {!readOnly && (
            <button type="button" class="ew-button" onClick={onRemove}>
              {t("persona.review.remove", { name: name || n })}
            </button>
          )}
        </>
      )}
    </Fold>
  );
}
