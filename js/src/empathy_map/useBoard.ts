/** The board that is being worked on: its notes, the one in hand, and what can be done with them. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Group, type History, isRemoval } from "../shared/history";
import type { StepProps } from "../shared/step";
import { AREAS, type AreaKey, type View } from "./areas";
import type { MapProps } from "./EmpathyMap";
import { type Hands, makeHands } from "./hands";
import { type Board, boardOf, type Note } from "./moves";

export interface Work {
  board: Board;
  /** The id of the note that is open for writing. */
  editing: string | null;
  /** The note deleted last, as long as its "Undo" is shown. */
  deleted: (Note & { area: AreaKey }) | null;
  /** Per area the note that the Tab key reaches. */
  current: Partial<Record<AreaKey, string>>;
  /** The note whose menu a key opened, and how often that happened. */
  menu: { id: string; count: number };
  /** What somebody wants to say something about, and how often that was asked. */
  comment: { about: string; count: number };
  hands: Hands;
}

export function useBoard(
  p: StepProps<MapProps>,
  history: History,
  view: View,
  root: { current: HTMLElement | null },
): Work {
  const [editing, setEditing] = useState<string | null>(null);
  const [draft, setDraft] = useState<Note | null>(null);
  const [dismissed, setDismissed] = useState<Group | undefined>(undefined);
  const [current, setCurrent] = useState<Work["current"]>({});
  const [menu, setMenu] = useState({ id: "", count: 0 });
  const [comment, setComment] = useState({ about: "", count: 0 });
  const last = useRef<Board | undefined>(undefined);
  const wish = useRef<string | null>(null);

  const board = useMemo(
    () => boardOf(p.entries, { editing, draft }, last.current, view),
    [p.entries, editing, draft, view],
  );
  last.current = board;

  useLayoutEffect(() => {
    const element = wish.current && root.current?.querySelector<HTMLElement>(wish.current);
    if (element) {
      wish.current = null;
      element.focus();
    }
  });

  const now = { ...p, store: history, board, editing, draft, view };
  const latest = useRef(now);
  latest.current = now;

  const hands = useMemo(
    () =>
      makeHands(latest, {
        open(id, note) {
          wish.current = null;
          setDraft(note ?? null);
          setEditing(id);
        },
        close() {
          setDraft(null);
          setEditing(null);
        },
        focus: (selector) => {
          wish.current = selector;
        },
        comment: (about) => setComment((was) => ({ about, count: was.count + 1 })),
        reach: (area, id) => setCurrent((was) => (was[area] === id ? was : { ...was, [area]: id })),
        openMenu: (id) => setMenu((was) => ({ id, count: was.count + 1 })),
        dismiss: () => setDismissed(latest.current.store.last),
        find: (selector) => root.current?.querySelector<HTMLElement>(selector) ?? null,
      }),
    [],
  );

  const group = history.last;
  const deleted = group && group !== dismissed ? removedNote(p, group, view) : null;
  return { board, editing, deleted, current, menu, comment, hands };
}

/** The one note that a group of edits took away. */
function removedNote(p: StepProps<MapProps>, group: Group, view: View): Work["deleted"] {
  const [edit, ...others] = group.values();
  const entry = edit && p.entries[edit.id];
  if (!edit || others.length > 0 || !isRemoval(edit) || !entry?.deleted) {
    return null;
  }
  const board = boardOf({ [edit.id]: { ...entry, deleted: false } }, {}, undefined, view);
  const area = AREAS[view].find(({ key }) => board[key]?.length)?.key;
  const note = area && board[area]?.[0];
  return note ? { ...note, area } : null;
}
