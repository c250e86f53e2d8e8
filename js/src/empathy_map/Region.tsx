/** One region: its number, its name, its notes, and the place to add one. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import type { AreaKey, RegionInfo } from "./areas";
import type { Hands } from "./hands";
import type { Marks } from "./marks";
import { memo } from "./memo";
import type { Note } from "./moves";
import { Findings, NoteView } from "./Note";

export interface RegionProps {
  region: RegionInfo;
  regions: RegionInfo[];
  notes: Note[];
  /** The id of the note that is open for writing; null when it is elsewhere. */
  editing: string | null;
  /** The note that the Tab key reaches. */
  current: string | undefined;
  /** The note whose menu a key asked for, and how often. */
  menu: { id: string; count: number } | null;
  /** The note that was deleted last, when it stood here. */
  deleted: (Note & { area: AreaKey }) | null;
  marks: Marks;
  findings: Map<string, Finding[]>;
  /** It stands in the dark while another is worked on; or it is not revealed yet. */
  isDimmed: boolean;
  isVeiled: boolean;
  readOnly: boolean;
  t: Translate;
  store: Store;
  hands: Hands;
}

const NONE: Marks["themes"] = [];

export const Region = memo(function Region(props: RegionProps): JSX.Element {
  const { region, notes, editing, menu, deleted, marks, findings, readOnly, t, hands } = props;
  const [titleId] = useState(randomName);
  const reachable = notes.find(({ id }) => id === props.current)?.id ?? notes[0]?.id;
  const themeOf = (id: string): string => marks.themes.find((theme) => theme.id === id)?.text ?? "";
  const asked = marks.open.get(region.part) ?? 0;
  const isEmpty = notes.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark would have the same name in every map
    <div
      class="ew-region"
      data-region={region.key}
      data-veiled={props.isVeiled || undefined}
      inert={props.isDimmed}
      role="group"
      aria-labelledby={titleId}
    >
      <div class="ew-region-head">
        <h4 id={titleId}>
          {region.number > 0 && <span class="ew-number">{`${region.number} `}</span>}
          {region.title}
        </h4>
        {asked > 0 && <span class="ew-soft">{t("map.comment.at", { n: asked })}</span>}
        <span class="ew-count" title={t("map.count", { count: notes.length })}>
          <span class="ew-hidden">{t("map.count", { count: "" })}</span>
          {notes.length}
        </span>
      </div>
      <Findings findings={findings.get(region.part)} t={t} />
      <div class="ew-notes">
        {!isEmpty && (
          <ul>
            {notes.map((note, at) => (
              <NoteView
                key={note.id}
                note={note}
                isFirst={at === 0}
                isLast={at === notes.length - 1}
                isEditing={note.id === editing}
                isReachable={note.id === reachable}
                theme={themeOf(note.theme)}
                open={marks.open.get(note.id) ?? 0}
                themes={note.id === editing ? marks.themes : NONE}
                menuAsked={menu?.id === note.id ? menu.count : 0}
                findings={findings.get(note.id)}
                regions={props.regions}
                readOnly={readOnly}
                t={t}
                store={props.store}
                hands={hands}
              />
            ))}
          </ul>
        )}
        {deleted && (
          <p class="ew-gone">
            <span>{t("map.deleted", { text: deleted.text })}</span>
            <button type="button" class="ew-button" onClick={hands.undo}>
              {t("map.undo")}
            </button>
            <button
              type="button"
              class="ew-button"
              aria-label={t("map.dismiss")}
              onClick={hands.dismiss}
            >
              ×
            </button>
          </p>
        )}
        {!readOnly && (
          <button
            type="button"
            class="ew-add"
            data-add={region.key}
            onClick={() => hands.add(region.key)}
          >
            <span aria-hidden="true">+ </span>
            {isEmpty ? (
              <>
                <span class="ew-hidden">{t("map.add.to", { region: region.title })}</span>{" "}
                {region.prompt}
              </>
            ) : (
              <>
                {t("map.add")}
                <span class="ew-hidden">: {region.title}</span>
              </>
            )}
          </button>
        )}
        {readOnly && isEmpty && <p class="ew-soft">{t("map.empty")}</p>}
      </div>
    </div>
  );
});
