/** The second map begins with the notes of the first, under the same ids, so that the two compare. */
import type { JSX } from "preact";
import type { History } from "../shared/history";
import type { StepProps } from "../shared/step";
import type { MapProps } from "./EmpathyMap";
import { allNotes, boardOf } from "./moves";
import { FACTS, PERSON } from "./Person";

const FIELDS = [...PERSON, "question", "goal", "face", ...FACTS.map((fact) => `fact.${fact}`)];

interface FollowProps {
  p: StepProps<MapProps> & { store: History };
  count: number;
}

export function Follow({ p, count }: FollowProps): JSX.Element {
  const { props, entries, store, t, announce } = p;
  if (count === 0) {
    return <p class="ew-follow ew-soft">{t("map.follow.empty")}</p>;
  }
  const start = (): void => {
    const first = props.previous ?? {};
    store.group(() => {
      for (const note of allNotes(boardOf(first))) {
        const { value = {}, rank = "" } = note.entry ?? {};
        store.edit(note.id, { value, rank, deleted: false });
      }
      const beside = Object.keys(first).filter((id) => /^(t|need|insight)-/.test(id));
      for (const field of [...FIELDS, ...beside]) {
        const entry = first[field];
        if (entry && !entry.deleted && !entries[field]) {
          store.edit(field, { value: entry.value, rank: entry.rank });
        }
      }
    });
    announce(t("map.follow.say", { count }));
  };
  return (
    <p class="ew-follow">
      <button type="button" class="ew-button ew-main" onClick={start}>
        {t("map.follow")}
      </button>{" "}
      <span class="ew-soft">{t("map.follow.why")}</span>
    </p>
  );
}
