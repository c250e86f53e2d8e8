/** Places between two labelled ends; the number stands beside them in words. */
import type { JSX } from "preact";
import { textOf } from "../shared/entries";
import { Add, Remove } from "../shared/rows";
import { type Sheet, useTable, Write } from "./parts";
import { placeOf } from "./sheet";

const ENDS = ["low", "high"] as const;

export function Sliders(p: Sheet): JSX.Element | null {
  const { t, store, readOnly } = p;
  const { root, rows, add, remove, undo } = useTable(p, "slider-");
  if (readOnly && rows.length === 0) {
    return null;
  }
  return (
    <section class="ew-sliders" ref={root}>
      <h4>{t("persona.sliders")}</h4>
      {rows.map(([id, entry], at) => {
        const n = at + 1;
        const value = placeOf(entry.value);
        const [low, high] = ENDS.map((end) => textOf(entry, end).trim() || "…");
        const said = t("persona.slider.value", { value, low: low ?? "", high: high ?? "" });
        return (
          <div key={id} class="ew-slider" data-row={id}>
            {ENDS.map((end) => (
              <Write
                key={end}
                p={p}
                id={id}
                field={end}
                label={t(`persona.slider.${end}`, { n })}
                hint={t(`persona.slider.${end}.example`)}
              />
            ))}
            <input
              type="range"
              value={value}
              disabled={readOnly}
              aria-label={t("persona.slider", { n })}
              aria-valuetext={said}
              onChange={() => store.flush()}
              onInput={({ currentTarget }) =>
                store.edit(id, { value: { value: Number(currentTarget.value) } })
              }
            />
            <span class="ew-soft">{said}</span>
            {!readOnly && (
              <Remove label={t("persona.slider.remove", { n })} onClick={() => remove(id)} />
            )}
          </div>
        );
      })}
      {!readOnly && (
        <p class="ew-row">
          <Add
            text={t("persona.slider.add")}
            onClick={() => add({ low: "", high: "", value: 50 })}
          />
          {undo}
        </p>
      )}
    </section>
  );
}
