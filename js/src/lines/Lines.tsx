/** `lines`: several short texts, with room for more. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { live } from "../shared/entries";
import { Field } from "../shared/Field";
import { rankBetween } from "../shared/ranks";
import type { Entries, StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import "./lines.css";

interface LinesProps {
  starter: string;
  count: number;
}

export function Lines(p: StepProps<LinesProps>): JSX.Element {
  const { props, entries, t, store, readOnly, announce } = p;
  const ids = lineIds(entries, props.count);
  const root = useRef<HTMLDivElement>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);

  useLayoutEffect(() => {
    if (focusOn) {
      root.current
        ?.querySelector<HTMLElement>(`[data-line="${focusOn}"] :is(textarea, button)`)
        ?.focus();
      setFocusOn(null);
    }
  }, [focusOn]);

  const add = (): void => {
    const id = `line-${randomName()}`;
    const last =
      ids
        .map((other, at) => rankOf(entries, other, at))
        .sort()
        .at(-1) ?? "";
    store.edit(id, { value: { text: "" }, rank: rankBetween(last, "") });
    setRemoved(null);
    setFocusOn(id);
  };
  const remove = (id: string): void => {
    store.edit(id, { deleted: true });
    setRemoved(id);
    setFocusOn("undo");
    announce(t("lines.removed"));
  };
  const undo = (id: string): void => {
    store.edit(id, { deleted: false });
    setRemoved(null);
    setFocusOn(id);
  };

  return (
    <div ref={root} class="ew-lines">
      {ids.map((id, at) => (
        <div class="ew-line" key={id} data-line={id}>
          <Field
            id={id}
            entry={entries[id]}
            label={t("lines.label", { n: at + 1 })}
            t={t}
            store={store}
            placeholder={at === 0 ? props.starter : ""}
            readOnly={readOnly}
            onText={(text, replaces) =>
              store.edit(id, {
                value: { text },
                ...(entries[id] ? {} : { rank: rankOf(entries, id, at) }),
                ...(replaces && { replaces }),
              })
            }
          />
          {!readOnly && at >= props.count && (
            <button
              type="button"
              class="ew-button"
              aria-label={t("lines.remove", { n: at + 1 })}
              onClick={() => remove(id)}
            >
              ✕
            </button>
          )}
        </div>
      ))}
      {!readOnly && (
        <p class="ew-row">
          <button type="button" class="ew-button ew-add-line" onClick={add}>
            + {t("lines.add")}
          </button>
          {removed && (
            <span data-line="undo">
              <button
                type="button"
                class="ew-button"
                data-line="undo"
                onClick={() => undo(removed)}
              >
                {t("lines.undo")}
              </button>
            </span>
          )}
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
