/** The journey: what the persona does, thinks and feels at each touchpoint, and what can be better soon. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useWidth } from "../shared/width";
import "../table/table.css";
import { Add, Remove, type Sheet, useRows, Write } from "./rows";

/** Narrower than this, in pixels, the rows become cards. */
const TABLE = 760;

export function Journey(p: Sheet): JSX.Element {
  const { props, t, readOnly } = p;
  const { root, rows, add, remove, undo } = useRows(p, "journey-");
  const [narrow, setNarrow] = useState(false);
  useWidth(root, (width) => setNarrow(width < TABLE));
  return (
    <div class={narrow ? "ew-stack ew-as-cards" : "ew-stack"} ref={root}>
      <p>{t("persona.journey.about")}</p>
      {rows.length > 0 && (
        <table class="ew-grid">
          <thead>
            <tr>
              {props.journey.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
              {!readOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id], at) => (
              <tr key={id} data-row={id}>
                {props.journey.map(({ key, title }) => (
                  <td key={key} data-title={title}>
                    <Write
                      p={p}
                      id={id}
                      field={key}
                      label={t("persona.journey.cell", { column: title, n: at + 1 })}
                      hint=""
                    />
                  </td>
                ))}
                {!readOnly && (
                  <td class="ew-row-end">
                    <Remove
                      label={t("persona.journey.remove", { n: at + 1 })}
                      onClick={() => remove(id)}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <p class="ew-row">
          <Add text={t("persona.journey.add")} onClick={() => add({ touchpoint: "" })} />
          {undo}
        </p>
      )}
    </div>
  );
}
