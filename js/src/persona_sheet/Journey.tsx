/** The journey: what the persona does, thinks and feels at each touchpoint, and what can be better soon. */
import type { JSX } from "preact";
import { Grid } from "../shared/Grid";
import { Add, Remove } from "../shared/rows";
import { type Sheet, useTable, Write } from "./parts";

/** Narrower than this, in pixels, the rows become cards. */
const TABLE = 760;

export function Journey(p: Sheet): JSX.Element {
  const { props, t, readOnly } = p;
  const { root, rows, add, remove, undo } = useTable(p, "journey-");
  return (
    <div class="ew-stack" ref={root}>
      <p>{t("persona.journey.about")}</p>
      {rows.length > 0 && (
        <Grid
          least={TABLE}
          hasEnd={!readOnly}
          head={props.journey.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        >
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
        </Grid>
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
