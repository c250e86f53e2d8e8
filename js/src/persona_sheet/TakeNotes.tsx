/** Notes of an earlier map for the sheet: the learner says where each goes, and it keeps its evidence. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Note, SHAPE } from "../empathy_map/moves";
import { Select } from "../shared/Select";
import type { Sheet } from "./parts";
import { notesToTake, withNotes } from "./sheet";

/** Where a note goes that stays on the map. */
const STAYS = "";

export function TakeNotes(
  p: Sheet & { onTaken(theme: string | undefined): void },
): JSX.Element | null {
  const { props, entries, store, t, announce } = p;
  const [open, setOpen] = useState(false);
  const [places, setPlaces] = useState<Record<string, string>>({});
  const notes = notesToTake(props.previous, entries);
  if (notes.length === 0) {
    const isBlank = Object.keys(props.previous ?? {}).length === 0;
    return isBlank ? <p class="ew-soft">{t("persona.take.empty")}</p> : null;
  }
  const themeOf = ({ id, region }: Note): string => places[id] ?? props.usual[region] ?? STAYS;
  const n = notes.filter((note) => themeOf(note) !== STAYS).length;

  const take = (): void => {
    const mineOf = (theme: string): Note[] => notes.filter((note) => themeOf(note) === theme);
    const filled = props.themes.filter(({ key }) => mineOf(key).length > 0);
    store.group(() => {
      for (const { key } of filled) {
        const id = `theme.${key}`;
        store.edit(id, { value: withNotes(entries[id], mineOf(key)), deleted: false });
      }
    });
    setOpen(false);
    announce(t("persona.take.done", { n }));
    p.onTaken(filled[0]?.key);
  };

  return (
    <div class="ew-stack">
      <p class="ew-row">
        <button type="button" class="ew-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("persona.take")}
        </button>
        <span class="ew-soft">{t("persona.take.left", { n: notes.length })}</span>
      </p>
      {open && (
        <>
          <ul class="ew-take">
            {notes.map((note) => (
              <li key={note.id}>
                <span>
                  <span dir="auto">{note.text}</span>{" "}
                  <span class="ew-soft">
                    <span aria-hidden="true">{SHAPE[note.evidence]}</span>{" "}
                    {t(`map.evidence.${note.evidence}`)}
                    {note.source && ` · ${note.source}`}
                  </span>
                </span>
                <Select
                  class="ew-button"
                  aria-label={t("persona.take.to", { text: note.text })}
                  value={themeOf(note)}
                  options={[
                    { id: STAYS, text: t("persona.take.stays") },
                    ...props.themes.map(({ key, title }) => ({ id: key, text: title })),
                  ]}
                  onPick={(theme) => setPlaces({ ...places, [note.id]: theme })}
                />
              </li>
            ))}
          </ul>
          <p>
            <button
              type="button"
              class="ew-button ew-main"
              aria-disabled={n === 0}
              onClick={() => n > 0 && take()}
            >
              {t("persona.take.do", { n })}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
