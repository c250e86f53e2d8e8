/** Notes of an earlier map for the sheet: the learner chooses which, and where; each keeps its evidence. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { SHAPE } from "../empathy_map/moves";
import type { Sheet } from "./rows";
import { notesToTake, withNotes } from "./sheet";

export function TakeNotes(p: Sheet & { onTaken(theme: string): void }): JSX.Element | null {
  const { props, entries, store, t, announce } = p;
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const [places, setPlaces] = useState<Record<string, string>>({});
  const notes = notesToTake(props.previous, entries);
  const chosen = notes.filter(({ id }) => !left.includes(id));
  if (notes.length === 0) {
    const isBlank = Object.keys(props.previous ?? {}).length === 0;
    return isBlank ? <p class="ew-soft">{t("persona.take.empty")}</p> : null;
  }
  const themeOf = (note: (typeof notes)[number]): string =>
    places[note.id] ?? props.usual[note.region] ?? "day";

  const take = (): void => {
    const filled = props.themes.filter(({ key }) => {
      const mine = chosen.filter((note) => themeOf(note) === key);
      if (mine.length > 0) {
        const id = `theme.${key}`;
        store.edit(id, { value: withNotes(entries[id], mine), deleted: false });
      }
      return mine.length > 0;
    });
    setOpen(false);
    setLeft([]);
    announce(t("persona.take.done", { n: chosen.length }));
    p.onTaken(filled[0]?.key ?? "");
  };

  return (
    <div class="ew-take">
      <p class="ew-row">
        <button type="button" class="ew-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("persona.take")}
        </button>
        <span class="ew-soft">{t("persona.take.left", { n: notes.length })}</span>
      </p>
      {open && (
        <>
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(note.id)}
                    onChange={({ currentTarget }) =>
                      setLeft(
                        currentTarget.checked
                          ? left.filter((id) => id !== note.id)
                          : [...left, note.id],
                      )
                    }
                  />{" "}
                  <span dir="auto">{note.text}</span>{" "}
                  <span class="ew-soft">
                    <span aria-hidden="true">{SHAPE[note.evidence]}</span>{" "}
                    {t(`map.evidence.${note.evidence}`)}
                    {note.source && ` · ${note.source}`}
                  </span>
                </label>
                <select
                  class="ew-select"
                  aria-label={t("persona.take.to", { text: note.text })}
                  value={themeOf(note)}
                  onChange={({ currentTarget }) =>
                    setPlaces({ ...places, [note.id]: currentTarget.value })
                  }
                >
                  {props.themes.map(({ key, title }) => (
                    <option key={key} value={key}>
                      {title}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="ew-button ew-main"
            aria-disabled={chosen.length === 0}
            onClick={() => chosen.length > 0 && take()}
          >
            {t("persona.take.do", { n: chosen.length })}
          </button>
        </>
      )}
    </div>
  );
}
