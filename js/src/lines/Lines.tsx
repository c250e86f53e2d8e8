/** `lines`: several short texts, with room for more. */
import type { JSX } from "preact";
import { live } from "../shared/entries";
import { Field } from "../shared/Field";
import { rankBetween } from "../shared/ranks";
import { Add, Remove, useRows } from "../shared/rows";
import type { Entries, StepProps } from "../shared/step";
import "./lines.css";

interface LinesProps {
  starter: string;
  count: number;
}

export function Lines(p: StepProps<LinesProps>): JSX.Element {
  const { props, entries, t, store, readOnly } = p;
  const { root, add, remove, undo } = useRows(p, "lines.undo");
  const ids = lineIds(entries, props.count);
  const ranks = ids.map((id, at) => rankOf(entries, id, at));
  const last = ranks.toSorted().at(-1) ?? "";
  return (
    <div ref={root} class="ew-stack">
      {ids.map((id, at) => (
        <div class="ew-line" key={id} data-row={id}>
          <Field
            {...p}
            id={id}
            label={t("lines.label", { n: at + 1 })}
            placeholder={at === 0 ? props.starter : ""}
            onText={(text, replaces) =>
              store.edit(id, {
                value: { text },
                rank: entries[id] ? undefined : ranks[at],
                replaces,
              })
            }
          />
          {!readOnly && at >= props.count && (
            <Remove
              label={t("lines.remove", { n: at + 1 })}
              onClick={() => remove(id, t("lines.removed"))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <p class="ew-row">
          <Add
            text={t("lines.add")}
            onClick={() => add("line-", { value: { text: "" }, rank: next(last) })}
          />
          {undo}
        </p>
      )}
    </div>
  );
}

/** The lines to show: those that were asked for, then those that were added. */
export function lineIds(entries: Entries, count: number): string[] {
  const asked = Array.from({ length: count }, (_, at) => `line-${at + 1}`);
  const added = live(entries)
    .map(([id]) => id)
    .filter((id) => id.startsWith("line-") && !asked.includes(id));
  return [...asked, ...added];
}

/** An asked line has its place before it is filled, so the order of filling does not matter. */
function rankOf(entries: Entries, id: string, at: number): string {
  return entries[id]?.rank || Array.from({ length: at + 1 }).reduce<string>(next, "");
}

function next(rank: string): string {
  return rankBetween(rank, "");
}
