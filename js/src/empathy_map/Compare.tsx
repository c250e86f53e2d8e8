/** Two or three people side by side, region by region: what they share, and what sets them apart. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Translate, Value } from "../shared/step";
import "./compare.css";
import { Face, type FaceParts } from "./Face";
import { SHAPE } from "./moves";
import { howInWords, type Said } from "./Note";

/** As the kernel found them; it knows which notes say the same in other words. */
export interface Compared {
  /** Nobody, as long as fewer than two maps hold notes. */
  people: { name: string; about: string[]; face: Value | null }[];
  regions: {
    key: string;
    /** What at least two of them say: a note of each, or null. */
    shared: (Said | null)[][];
    /** What each has alone. */
    apart: Said[][];
  }[];
}

const PARTS = ["all", "shared", "apart"] as const;

export function Compare({ compared, t }: { compared: Compared; t: Translate }): JSX.Element {
  const [part, setPart] = useState<(typeof PARTS)[number]>("all");
  const { people, regions } = compared;
  if (!people.length) {
    return <p class="ew-soft">{t("map.compare.wait")}</p>;
  }
  const row = (kind: string, cells: Said[][], key = 0): JSX.Element => (
    <ul key={key} class={`ew-columns ew-${kind}`} aria-label={t(`map.compare.${kind}`)}>
      {people.map(({ name }, at) => (
        <li key={at}>
          <b>{name}</b>
          {cells[at]?.map((note) => (
            <p key={note.text} dir="auto">
              {note.text}{" "}
              <span class="ew-soft">
                <span aria-hidden="true">{SHAPE[note.evidence]}</span> {howInWords(note, t)}
              </span>
            </p>
          ))}
          {!cells[at]?.length && "–"}
        </li>
      ))}
    </ul>
  );
  return (
    <section class="ew-compare" data-people={people.length} aria-label={t("map.compare")}>
      <p class="ew-row">
        {PARTS.map((one) => (
          <button
            key={one}
            type="button"
            class="ew-button"
            aria-pressed={one === part}
            onClick={() => setPart(one)}
          >
            {t(`map.compare.${one}`)}
          </button>
        ))}
      </p>
      <ul class="ew-columns ew-people">
        {people.map(({ name, about, face }, at) => (
          <li key={at}>
            <Face face={face as FaceParts | null} label="" />
            <b dir="auto">{name}</b>
            {about.map((text) => (
              <span key={text} class="ew-soft" dir="auto">
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {part !== "apart" && regions.every(({ shared }) => !shared.length) && (
        <p class="ew-soft">{t("map.compare.none")}</p>
      )}
      {regions.map(({ key, shared, apart }, at) => {
        const isOwn = apart.some((own) => own.length);
        const isShown = { all: true, shared: shared.length, apart: isOwn }[part];
        return (
          isShown && (
            <div key={key} data-region={key}>
              <h4>
                <span class="ew-number">{at + 1}</span> {t(`map.region.${key}`)}
              </h4>
              {part !== "apart" &&
                shared.map((notes, number) =>
                  row(
                    "shared",
                    notes.map((note) => (note ? [note] : [])),
                    number,
                  ),
                )}
              {part !== "shared" && isOwn && row("apart", apart)}
              {!shared.length && !isOwn && <p class="ew-soft">{t("map.compare.blank")}</p>}
            </div>
          )
        );
      })}
    </section>
  );
}
