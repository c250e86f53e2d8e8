/** Everything one can do with the notes of a map; one object for the life of the map. */
import type { Group, History } from "../shared/history";
import { ranksFor } from "../shared/ranks";
import type { Clock, StepProps, Value } from "../shared/step";
import { randomName } from "../shared/store";
import { outcome } from "../shared/undo";
import { AREAS, type AreaKey, type View, valueIn } from "./areas";
import type { MapProps } from "./EmpathyMap";
import {
  type Board,
  boardOf,
  moveBy,
  type Note,
  neighbour,
  notesIn,
  type Place,
  placeOf,
  stepOf,
  walk,
} from "./moves";

export interface Hands {
  add(area: AreaKey): void;
  edit(id: string): void;
  write(id: string, value: Value, replaces?: Clock): void;
  done(id: string): void;
  /** A pasted list: one note a line, the first of them this one. */
  paste(id: string, lines: string[]): void;
  move(id: string, to: Place): void;
  step(id: string, by: 1 | -1): void;
  /** To the end of an area. */
  send(id: string, area: string): void;
  remove(id: string): void;
  comment(id: string): void;
  undo(): void;
  redo(): void;
  dismiss(): void;
  focus(id: string): void;
  key(event: KeyboardEvent, id: string): void;
}

/** The map as it is at this moment. */
export interface Now extends Omit<StepProps<MapProps>, "store"> {
  store: History;
  board: Board;
  editing: string | null;
  draft: Note | null;
  view: View;
}

/** What the hands ask of the page. */
export interface Page {
  open(id: string, draft?: Note): void;
  close(): void;
  /** Move the focus there, as soon as it is drawn. */
  focus(selector: string): void;
  /** Say something about a note. */
  comment(about: string): void;
  reach(area: AreaKey, id: string): void;
  openMenu(id: string): void;
  dismiss(): void;
  find(selector: string): HTMLElement | null;
}

export function makeHands(latest: { current: Now }, page: Page): Hands {
  /** The text of a note when it was opened, and how much there was to undo. */
  let before = { text: "", mark: 0 };

  const fresh = (): Board =>
    boardOf(latest.current.store.entries, {}, undefined, latest.current.view);
  const find = (id: string): Note | undefined => {
    const place = placeOf(latest.current.board, id);
    return place ? notesIn(latest.current.board, place.region)[place.index] : undefined;
  };
  const focusNote = (id: string): void => page.focus(`[data-note="${id}"]`);
  const focusAdd = (area: AreaKey): void => page.focus(`[data-add="${area}"]`);
  const areaOf = (key: AreaKey) => AREAS[latest.current.view].find((area) => area.key === key);

  const placeInWords = (key: string, id: string): string => {
    const { t } = latest.current;
    const board = fresh();
    const place = placeOf(board, id);
    return place
      ? t(key, {
          region: t(`map.region.${place.region}`),
          place: place.index + 1,
          count: notesIn(board, place.region).length,
        })
      : "";
  };
  const say = (key: string, id: string): void => {
    const words = placeInWords(key, id);
    if (words) {
      latest.current.announce(words);
    }
  };

  const turn = (way: "undo" | "redo"): void => {
    const { store, announce, t, readOnly } = latest.current;
    const turned = readOnly ? null : store[way]();
    const words = t(outcome(way, turned));
    if (!turned) {
      announce(words);
      return;
    }
    const id = [...turned.group.keys()].find((name) => placeOf(fresh(), name));
    announce(id ? `${words} ${placeInWords("map.stands", id)}` : words);
    const isInBar = document.activeElement?.closest(".ew-tools");
    if (!isInBar) {
      id ? focusNote(id) : focusNear(turned.group);
    }
  };
  /** What was added is gone again: the focus goes to where it stood. */
  const focusNear = (group: Group): void => {
    const place = [...group.keys()].map((id) => placeOf(latest.current.board, id)).find(Boolean);
    if (place) {
      focusAdd(place.region);
    }
  };

  const me: Hands = {
    add(key) {
      if (latest.current.editing) {
        me.done(latest.current.editing);
      }
      const area = areaOf(key);
      if (area) {
        const here = notesIn(fresh(), key);
        const id = `n-${randomName()}`;
        const rank = ranksFor(here, id, here.length)[0]?.rank ?? "";
        const { region, tag = "" } = area;
        before = { text: "", mark: latest.current.store.mark };
        const note: Note = {
          id,
          text: "",
          region,
          evidence: "assumed",
          source: "",
          author: "",
          tag,
          theme: "",
          rank,
        };
        page.open(id, note);
      }
    },

    edit(id) {
      const { editing: open, readOnly, store } = latest.current;
      if (open && open !== id) {
        me.done(open);
      }
      if (!readOnly) {
        before = { text: find(id)?.text ?? "", mark: store.mark };
        page.open(id);
      }
    },

    write(id, value, replaces) {
      const { draft, store } = latest.current;
      if (draft?.id === id && !store.entries[id]) {
        const { text, region, evidence, source, author, tag, rank } = draft;
        const whole = { text, region, evidence, source, author, tag, ...value };
        store.edit(id, { value: whole, rank });
      } else {
        store.edit(id, { value, ...(replaces && { replaces }) });
      }
    },

    done(id) {
      const { draft, store } = latest.current;
      const entry = store.entries[id];
      const isNew = draft?.id === id;
      const isBlank = !String(entry?.value.text ?? "").trim();
      const area = placeOf(latest.current.board, id)?.region;
      page.close();
      if (entry && !entry.deleted && isBlank) {
        // A note emptied on purpose is deleted as it was, so that "Undo" brings its words back.
        store.edit(id, { value: { text: before.text } });
        me.remove(id);
      } else if (isNew && area) {
        focusAdd(area);
        say("map.added", id);
      } else {
        focusNote(id);
      }
      store.joinFrom(before.mark);
      store.flush();
    },

    paste(id, lines) {
      const { store, announce, t } = latest.current;
      const [first = "", ...rest] = lines;
      me.write(id, { text: first });
      const value = store.entries[id]?.value ?? {};
      let at = id;
      for (const text of rest) {
        const board = fresh();
        const place = placeOf(board, at);
        if (place) {
          const name = `n-${randomName()}`;
          const [own, ...others] = ranksFor(notesIn(board, place.region), name, place.index + 1);
          store.edit(name, { value: { ...value, text }, rank: own?.rank ?? "" });
          for (const { id: other, rank } of others) {
            store.edit(other, { rank });
          }
          at = name;
        }
      }
      me.done(id);
      announce(t("map.pasted", { n: lines.length }));
    },

    move(id, to) {
      const { board: shown, store, readOnly } = latest.current;
      const area = areaOf(to.region);
      if (!area) {
        return;
      }
      store.group(() => {
        const ranks = readOnly ? [] : ranksFor(notesIn(shown, to.region), id, to.index);
        for (const { id: name, rank } of ranks) {
          store.edit(name, { rank, ...(name === id && { value: valueIn(area) }) });
        }
      });
      focusNote(id);
      page.reach(to.region, id);
      say("map.moved", id);
    },

    step(id, by) {
      const to = moveBy(latest.current.board, id, by);
      if (to) {
        me.move(id, to);
      }
    },

    send(id, key) {
      const { board, view } = latest.current;
      const area = AREAS[view].find((one) => one.key === key);
      if (area && placeOf(board, id)?.region !== area.key) {
        me.move(id, { region: area.key, index: notesIn(board, area.key).length });
      }
    },

    remove(id) {
      const { board: shown, store, announce, t, readOnly } = latest.current;
      const place = placeOf(shown, id);
      if (!place || readOnly) {
        return;
      }
      const next = neighbour(shown, id);
      const text = String(store.entries[id]?.value.text ?? "");
      page.close();
      if (store.entries[id]) {
        store.group(() => store.edit(id, { deleted: true }));
      }
      if (text.trim()) {
        announce(t("map.deleted.say"));
      }
      next ? focusNote(next) : focusAdd(place.region);
    },

    comment: (id) => page.comment(id),
    undo: () => turn("undo"),
    redo: () => turn("redo"),

    dismiss() {
      const group = latest.current.store.last;
      page.dismiss();
      const [id] = group?.keys() ?? [];
      const area = id && areaOfEntry(latest.current, id);
      if (area) {
        focusAdd(area);
      }
    },

    focus(id) {
      const place = placeOf(latest.current.board, id);
      if (place) {
        page.reach(place.region, id);
      }
    },

    key(event, id) {
      const by = stepOf(event.key);
      const acts: Record<string, () => void> = {
        Enter: () => me.edit(id),
        Delete: () => me.remove(id),
        Backspace: () => me.remove(id),
        m: () => page.openMenu(id),
      };
      const plain = !(event.ctrlKey || event.metaKey || event.altKey);
      const act = plain && acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      const goal = walk(latest.current.board, id, event.key);
      if (by && (event.shiftKey || event.altKey)) {
        me.step(id, by);
      } else if (act) {
        act();
      } else if (plain && (by || goal)) {
        page.find(`[data-note="${goal}"]`)?.focus();
      } else {
        return;
      }
      event.preventDefault();
    },
  };
  return me;
}

/** Where a note stood that is not on the board any more. */
function areaOfEntry({ store, view }: Now, id: string): AreaKey | undefined {
  const value = store.entries[id]?.value ?? {};
  const tag = value.tag ?? "";
  const here = AREAS[view].filter(({ region }) => region === value.region);
  return (here.find((area) => area.tag === tag) ?? here[0])?.key;
}
