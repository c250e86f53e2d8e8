/** The board that is being worked on: its notes, the one in hand, and everything one can do with them. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { ranksFor } from "../shared/ranks";
import type { Clock, StepProps, Value } from "../shared/step";
import { randomName } from "../shared/store";
import type { MapProps } from "./EmpathyMap";
import {
  type Board,
  boardOf,
  moveBy,
  type Note,
  neighbour,
  type Place,
  placeOf,
  type RegionKey,
  stepOf,
  walk,
} from "./moves";

/** What a note can be asked to do; one object for the life of the map, so notes are drawn once. */
export interface Hands {
  add(region: RegionKey): void;
  edit(id: string): void;
  write(id: string, value: Value, replaces?: Clock): void;
  done(id: string): void;
  move(id: string, to: Place): void;
  step(id: string, by: 1 | -1): void;
  /** To the end of a region. */
  send(id: string, region: string): void;
  remove(id: string): void;
  undo(): void;
  dismiss(): void;
  focus(id: string): void;
  key(event: KeyboardEvent, id: string): void;
}

export interface Work {
  board: Board;
  /** The id of the note that is open for writing. */
  editing: string | null;
  /** The note deleted last, as long as its "Undo" is shown. */
  deleted: Note | null;
  /** Per region the note that the Tab key reaches. */
  current: Partial<Record<RegionKey, string>>;
  /** The note whose menu a key opened, and how often that happened. */
  menu: { id: string; count: number };
  hands: Hands;
}

export function useBoard(p: StepProps<MapProps>, root: { current: HTMLElement | null }): Work {
  const [editing, setEditing] = useState<string | null>(null);
  const [draft, setDraft] = useState<Note | null>(null);
  const [deleted, setDeleted] = useState<Note[]>([]);
  const [dismissed, setDismissed] = useState(false);
  const [current, setCurrent] = useState<Work["current"]>({});
  const [menu, setMenu] = useState({ id: "", count: 0 });
  const last = useRef<Board | undefined>(undefined);
  const wish = useRef<string | null>(null);
  const before = useRef("");

  const board = useMemo(
    () => boardOf(p.entries, { editing, draft }, last.current),
    [p.entries, editing, draft],
  );
  last.current = board;

  useLayoutEffect(() => {
    const element = wish.current && root.current?.querySelector<HTMLElement>(wish.current);
    if (element) {
      wish.current = null;
      element.focus();
    }
  });

  const now = { ...p, board, editing, draft, deleted };
  const latest = useRef(now);
  latest.current = now;

  const hands = useMemo((): Hands => {
    const find = (id: string): Note | undefined => {
      const place = placeOf(latest.current.board, id);
      return place ? latest.current.board[place.region][place.index] : undefined;
    };
    const focusNote = (id: string): void => {
      wish.current = `[data-note="${id}"]`;
    };
    const focusAdd = (region: RegionKey): void => {
      wish.current = `[data-add="${region}"]`;
    };
    const say = (key: string, id: string): void => {
      const { announce, t, store } = latest.current;
      const fresh = boardOf(store.entries);
      const place = placeOf(fresh, id);
      if (place) {
        announce(
          t(key, {
            region: t(`map.region.${place.region}`),
            place: place.index + 1,
            count: fresh[place.region].length,
          }),
        );
      }
    };

    const me: Hands = {
      add(region) {
        if (latest.current.editing) {
          me.done(latest.current.editing);
        }
        const here = boardOf(latest.current.store.entries)[region];
        const id = `n-${randomName()}`;
        const rank = ranksFor(here, id, here.length)[0]?.rank ?? "";
        wish.current = null;
        setDraft({ id, text: "", region, evidence: "assumed", source: "", rank });
        setEditing(id);
      },

      edit(id) {
        const { editing: open, readOnly } = latest.current;
        if (open && open !== id) {
          me.done(open);
        }
        if (!readOnly) {
          wish.current = null;
          before.current = find(id)?.text ?? "";
          setEditing(id);
        }
      },

      write(id, value, replaces) {
        const { draft: fresh, store } = latest.current;
        if (fresh?.id === id && !store.entries[id]) {
          const { text, region, evidence, source, rank } = fresh;
          store.edit(id, { value: { text, region, evidence, source, ...value }, rank });
        } else {
          store.edit(id, { value, ...(replaces && { replaces }) });
        }
      },

      done(id) {
        const { draft: fresh, store } = latest.current;
        const entry = store.entries[id];
        const isNew = fresh?.id === id;
        const isBlank = !String(entry?.value.text ?? "").trim();
        const region = find(id)?.region;
        setEditing(null);
        setDraft(null);
        if (entry && !entry.deleted && isBlank) {
          // A note emptied on purpose is deleted as it was, so that "Undo" brings its words back.
          store.edit(id, { value: { text: before.current } });
          me.remove(id);
        } else if (isNew && region) {
          focusAdd(region);
          say("map.added", id);
        } else {
          focusNote(id);
        }
        store.flush();
      },

      move(id, to) {
        const { board: shown, store, readOnly } = latest.current;
        const ranks = readOnly ? [] : ranksFor(shown[to.region], id, to.index);
        for (const { id: name, rank } of ranks) {
          const value = name === id && { value: { region: to.region } };
          store.edit(name, { rank, ...value });
        }
        focusNote(id);
        setCurrent((was) => ({ ...was, [to.region]: id }));
        say("map.moved", id);
      },

      step(id, by) {
        const to = moveBy(latest.current.board, id, by);
        if (to) {
          me.move(id, to);
        }
      },

      send(id, region) {
        const here = latest.current.board[region as RegionKey];
        const from = placeOf(latest.current.board, id);
        if (here && from?.region !== region) {
          me.move(id, { region: region as RegionKey, index: here.length });
        }
      },

      remove(id) {
        const { board: shown, store, announce, t, readOnly } = latest.current;
        const note = find(id);
        if (!note || readOnly) {
          return;
        }
        const next = neighbour(shown, id);
        const text = String(store.entries[id]?.value.text ?? "");
        setEditing(null);
        setDraft(null);
        if (store.entries[id]) {
          store.edit(id, { deleted: true });
        }
        if (text.trim()) {
          setDeleted((was) => [...was, { ...note, text }]);
          setDismissed(false);
          announce(t("map.deleted.say"));
        }
        if (next) {
          focusNote(next);
        } else {
          focusAdd(note.region);
        }
      },

      undo() {
        const { deleted: gone, store } = latest.current;
        const note = gone.at(-1);
        if (note) {
          store.edit(note.id, { deleted: false });
          setDeleted(gone.slice(0, -1));
          setDismissed(gone.length > 1);
          focusNote(note.id);
          say("map.restored", note.id);
        }
      },

      dismiss() {
        const region = latest.current.deleted.at(-1)?.region;
        setDismissed(true);
        if (region) {
          focusAdd(region);
        }
      },

      focus(id) {
        const region = find(id)?.region;
        if (region) {
          setCurrent((was) => (was[region] === id ? was : { ...was, [region]: id }));
        }
      },

      key(event, id) {
        const by = stepOf(event.key);
        const acts: Record<string, () => void> = {
          Enter: () => me.edit(id),
          Delete: () => me.remove(id),
          Backspace: () => me.remove(id),
          m: () => setMenu((was) => ({ id, count: was.count + 1 })),
        };
        const plain = !(event.ctrlKey || event.metaKey || event.altKey);
        const act = plain && acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        const goal = walk(latest.current.board, id, event.key);
        if (by && (event.shiftKey || event.altKey)) {
          me.step(id, by);
        } else if (act) {
          act();
        } else if (plain && (by || goal)) {
          root.current?.querySelector<HTMLElement>(`[data-note="${goal}"]`)?.focus();
        } else {
          return;
        }
        event.preventDefault();
      },
    };
    return me;
  }, []);

  const shownDeleted = dismissed ? null : (deleted.at(-1) ?? null);
  return { board, editing, deleted: shownDeleted, current, menu, hands };
}
