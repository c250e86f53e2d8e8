/** `table`: a grid of blanks; where there is little room each row becomes a card. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Blank, type BlankKind, titleOf } from "../shared/Blank";
import { ICONS } from "../shared/feedback";
import type { Finding, StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import { useWidth } from "../shared/width";
import { cellId, entriesOf, lastRank, ownRows } from "./rows";
import "./table.css";

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
  const root = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(false);
  useWidth(root, (width) => setNarrow(width > 0 && width < (columns.length + 1) * COLUMN));
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ row: string; ids: string[] } | null>(null);
  const ownIds = own ? ownRows(entries, own.ready) : [];
  const nameOf = (row: string): string => `${own?.name} ${ownIds.indexOf(row) + 1}`;
  const isFull = own !== null && ownIds.length >= own.most;

  useLayoutEffect(() => {
    if (focusOn) {
      const inside = ":is(textarea, input, select, button)";
      root.current?.querySelector<HTMLElement>(`[data-row="${focusOn}"] ${inside}`)?.focus();
      setFocusOn(null);
    }
  }, [focusOn]);

  const add = (): void => {
    if (!isFull) {
      const row = `row-${randomName()}`;
      store.edit(row, { value: {}, rank: lastRank(store.entries) });
      setRemoved(null);
      setFocusOn(row);
      announce(t("table.added", { row: `${own?.name} ${ownIds.length + 1}` }));
    }
  };
  const remove = (row: string): void => {
    const ids = entriesOf(store.entries, row);
    for (const id of ids) {
      store.edit(id, { deleted: true });
    }
    setRemoved({ row, ids });
    setFocusOn("undo");
    announce(t("table.removed", { row: nameOf(row) }));
  };
  const undo = ({ row, ids }: { row: string; ids: string[] }): void => {
    for (const id of ids) {
      store.edit(id, { deleted: false });
    }
    setRemoved(null);
    setFocusOn(row);
  };

  return (
    <div ref={root} class={narrow ? "ew-table-step ew-as-cards" : "ew-table-step"}>
      <table class="ew-grid">
        <thead>
          <tr>
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
            {own && !readOnly && <td />}
          </tr>
        </thead>
        <tbody>
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
              name={nameOf(id)}
              {...(own && at >= own.ready && { onRemove: () => remove(id) })}
            >
              <span class={narrow ? "" : "ew-hidden"}>{own?.name} </span>
              {at + 1}
            </Row>
          ))}
        </tbody>
      </table>
      {own && !readOnly && (
        <p class="ew-row" data-row="undo">
          {removed && (
            <button type="button" class="ew-button" onClick={() => undo(removed)}>
              {t("table.undo")}
            </button>
          )}
          <button type="button" class="ew-button ew-add-line" aria-disabled={isFull} onClick={add}>
            + {t("table.add")}
          </button>
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
  children: (JSX.Element | string | number | false | null)[];
  onRemove?: () => void;
}

function Row(p: RowProps): JSX.Element {
  const { props, row, name, entries, t, store, readOnly, findings, onRemove } = p;
  const finding: Finding | undefined = findings.find(({ part }) => part === row.id);
  return (
    <tr data-row={row.id}>
      <th scope="row">
        {p.children}
        {finding && (
          <small class={`ew-verdict ew-${finding.verdict}`}>
            <span aria-hidden="true">{ICONS[finding.verdict]}</span>{" "}
            {t(`feedback.${finding.verdict}`)}
          </small>
        )}
      </th>
      {props.columns.map((column) => {
        const id = cellId(row.id, column.id);
        return (
          <td
            key={column.id}
            class={column.id in row.given ? "ew-given" : ""}
            data-title={titleOf(column)}
          >
            {row.given[column.id] ?? (
              <Blank
                blank={column}
                id={id}
                entry={entries[id]}
                label={t("table.cell", { column: column.title, row: name })}
                hideLabel
                t={t}
                store={store}
                rows={2}
                readOnly={readOnly}
              />
            )}
          </td>
        );
      })}
      {props.own && !readOnly && (
        <td class="ew-row-end">
          {onRemove && (
            <button
              type="button"
              class="ew-button"
              aria-label={t("table.remove", { row: name })}
              onClick={onRemove}
            >
              ✕
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
