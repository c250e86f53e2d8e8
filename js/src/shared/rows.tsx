/** Rows that a learner adds, takes away and puts back: lines, rows of a table, parts of a sheet. */
import type { JSX, RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Change, StepProps } from "./step";
import { randomName } from "./store";
import { useWish } from "./wish";

type Desk = Pick<StepProps<unknown>, "store" | "t" | "announce">;

export interface Rows {
  /** Around all rows; each has its id in `data-row`. The focus goes along with what is done. */
  root: RefObject<HTMLDivElement | null>;
  add(prefix: string, change: Change): void;
  /** Take a row away with every entry that belongs to it, and say so. */
  remove(row: string, said: string, ids?: string[]): void;
  /** The button that puts back what was taken away last. */
  undo: JSX.Element | "";
}

export function useRows({ store, t, announce }: Desk, undoKey: string): Rows {
  const [root, wish] = useWish();
  const [removed, setRemoved] = useState<{ row: string; ids: string[] } | null>(null);
  const focus = (row: string): void =>
    wish(`[data-row="${row}"] :is(textarea, input, select, summary, button)`);
  const edit = (ids: string[], deleted: boolean): void => {
    for (const id of ids) {
      store.edit(id, { deleted });
    }
    store.flush();
  };
  return {
    root,
    add(prefix, change) {
      const row = prefix + randomName();
      setRemoved(null);
      focus(row);
      store.edit(row, change);
      store.flush();
    },
    remove(row, said, ids = [row]) {
      wish("[data-undo]");
      setRemoved({ row, ids });
      edit(ids, true);
      announce(said);
    },
    undo: removed ? (
      <button
        type="button"
        class="ew-button"
        data-undo
        onClick={() => {
          focus(removed.row);
          edit(removed.ids, false);
          setRemoved(null);
        }}
      >
        {t(undoKey)}
      </button>
    ) : (
      ""
    ),
  };
}

interface AddProps {
  text: string;
  isFull?: boolean;
  onClick(): void;
}

export function Add({ text, isFull = false, onClick }: AddProps): JSX.Element {
  return (
    <button
      type="button"
      class="ew-button ew-add-line"
      aria-disabled={isFull}
      onClick={() => !isFull && onClick()}
    >
      + {text}
    </button>
  );
}

interface RemoveProps {
  label: string;
  onClick(): void;
}

export function Remove({ label, onClick }: RemoveProps): JSX.Element {
  return (
    <button type="button" class="ew-button ew-remove" aria-label={label} onClick={onClick}>
      <span aria-hidden="true">✕</span>
    </button>
  );
}
