/** `table`: a grid of blanks; where there is little room each row becomes a card. */
import type { ComponentChildren, JSX } from "preact";
import { Blank, type BlankKind, titleOf } from "../shared/Blank";
import { Sign } from "../shared/feedback";
import { Grid } from "../shared/Grid";
import { Add, Remove, useRows } from "../shared/rows";
import type { StepProps } from "../shared/step";
import { cellId, entriesOf, lastRank, ownRows } from "./rows";

interface GivenRow {
  id: string;
  title: string;
  about: string;
  given: Record<string, string>;
}

interface TableProps {
  title: string;
  columns: BlankKind[];
  rows_title: string;
  rows: GivenRow[];
  own: { name: string; ready: number; most: number } | null;
}

/** From this number of columns on, the titles of given rows get no more room than they need. */
const MANY = 5;

/** The least width of a column, in pixels; with less the rows become cards. */
const COLUMN = 112;

export function Table(p: StepProps<TableProps>): JSX.Element {
  const { props, entries, t, store, announce, readOnly } = p;
  const { columns, rows, own } = props;
  const { root, add, remove, undo } = useRows(p, "table.undo");
  const ownIds = own ? ownRows(entries, own.ready) : [];
  const nameOf = (at: number): string => `${own?.name} ${at + 1}`;
  const isFull = own !== null && ownIds.length >= own.most;

  return (
    <div ref={root} class="ew-stack">
      <Grid
        least={(columns.length + 1) * COLUMN}
        hasEnd={own !== null && !readOnly}
        head={
          <>
            <th
              scope="col"
              style={{ width: rows.length && columns.length < MANY ? "22%" : "128px" }}
            >
              {props.rows_title || own?.name}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" class={`ew-of-${column.type}`}>
                {titleOf(column)}
                {column.optional && <small class="ew-soft"> {t("ui.optional")}</small>}
              </th>
            ))}
          </>
        }
      >
        {rows.map((row) => (
          <Row key={row.id} {...p} row={row} name={row.title}>
            {row.title}
            {row.about && <small class="ew-soft">{row.about}</small>}
          </Row>
        ))}
        {ownIds.map((id, at) => (
          <Row
            key={id}
            {...p}
            row={{ id, title: "", about: "", given: {} }}
            name={nameOf(at)}
            {...(own &&
              at >= own.ready && {
                onRemove: () =>
                  remove(id, t("table.removed", { row: nameOf(at) }), entriesOf(store.entries, id)),
              })}
          >
            <span class="ew-in-card">{own?.name} </span>
            {at + 1}
          </Row>
        ))}
      </Grid>
      {own && !readOnly && (
        <p class="ew-row">
          {undo}
          <Add
            text={t("table.add")}
            isFull={isFull}
            onClick={() => {
              add("row-", { value: {}, rank: lastRank(store.entries) });
              announce(t("table.added", { row: nameOf(ownIds.length) }));
            }}
          />
          {isFull && <span class="ew-soft">{t("table.full", { n: own.most })}</span>}
        </p>
      )}
    </div>
  );
}

interface RowProps extends StepProps<TableProps> {
  row: GivenRow;
  name: string;
  /** What stands in the header of the row. */
  children: ComponentChildren;
  onRemove?: () => void;
}

function Row(p: RowProps): JSX.Element {
  const { props, row, name, t, readOnly, findings, onRemove } = p;
  const finding = findings.find(({ part }) => part === row.id);
  return (
    <tr data-row={row.id}>
      <th scope="row">
        {p.children}
        {finding && <Sign verdict={finding.verdict} t={t} />}
      </th>
      {props.columns.map((column) => (
        <td
          key={column.id}
          class={column.id in row.given ? "ew-given" : ""}
          data-title={titleOf(column)}
        >
          {row.given[column.id] ?? (
            <Blank
              {...p}
              blank={column}
              id={cellId(row.id, column.id)}
              label={t("table.cell", { column: column.title, row: name })}
              hideLabel
              rows={2}
            />
          )}
        </td>
      ))}
      {props.own && !readOnly && (
        <td class="ew-row-end">
          {onRemove && <Remove label={t("table.remove", { row: name })} onClick={onRemove} />}
        </td>
      )}
    </tr>
  );
}
