/** A table to fill in; where there is little room its rows become cards, each cell below its title. */
import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useWidth } from "./width";
import "./grid.css";

interface GridProps {
  /** Narrower than this, in pixels, the rows become cards. */
  least: number;
  head: ComponentChildren;
  /** Behind the last column stands what can be done with a row. */
  hasEnd: boolean;
  children: ComponentChildren;
}

export function Grid({ least, head, hasEnd, children }: GridProps): JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  const [width, setWidth] = useState(0);
  useWidth(table, setWidth);
  const asCards = width > 0 && width < least;
  return (
    <table ref={table} class={asCards ? "ew-table ew-grid ew-as-cards" : "ew-table ew-grid"}>
      <thead>
        <tr>
          {head}
          {hasEnd && <td />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
