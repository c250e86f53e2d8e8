/** The versions of the sheet, the latest first: when, why, and what it said otherwise before. */
import type { JSX } from "preact";
import { textOf } from "../shared/entries";
import { type Sheet, useTable, Write } from "./parts";
import { diffTexts, type FieldChange, snapshot, textsAt } from "./sheet";

export function Versions(p: Sheet & { texts: Record<string, string> }): JSX.Element {
  const { t, readOnly, lang, texts } = p;
  const { root, rows, add } = useTable(p, "version-");
  const kept = rows.filter(([, entry]) => textOf(entry, "texts"));
  const said = kept.map(([, entry]) => textsAt(textOf(entry, "texts")));
  const last = kept.at(-1);
  /** What a version changed in the one before it, as far as both were kept. */
  const changesOf = (id: string): FieldChange[] | undefined => {
    const at = kept.findIndex(([one]) => one === id);
    const [old, now] = [said[at - 1], said[at]];
    return old && now && diffTexts(old, now);
  };
  const numbers = rows.map(([, entry]) => Number.parseInt(textOf(entry, "version"), 10) || 0);
  const next = String(Math.max(rows.length, ...numbers) + 1);
  const keep = (): void => {
    const day = { day: "numeric", month: "long", year: "numeric" } as const;
    const date = new Date().toLocaleDateString(lang === "nl" ? "nl-NL" : "en-GB", day);
    add({ version: next, date, changed: "", texts: snapshot(texts) });
  };

  return (
    <div class="ew-stack" ref={root}>
      <p>{t("persona.versions.about")}</p>
      {last && (
        <div>
          <h5>{t("persona.versions.since", { version: textOf(last[1], "version") })}</h5>
          <Changes p={p} changes={diffTexts(said.at(-1) ?? {}, texts)} />
        </div>
      )}
      {!readOnly && (
        <p>
          <button type="button" class="ew-button" onClick={keep}>
            {t("persona.versions.keep", { version: next })}
          </button>
        </p>
      )}
      {rows.toReversed().map(([id, entry]) => (
        <section key={id} class="ew-stack ew-version" data-row={id}>
          <h5>{t("persona.version", { version: textOf(entry, "version") })}</h5>
          <Write p={p} id={id} field="changed" label={t("persona.changed")} />
          <Write p={p} id={id} field="date" label={t("persona.date")} />
          <Changes p={p} changes={changesOf(id)} />
        </section>
      ))}
    </div>
  );
}

interface ChangesProps {
  p: Sheet;
  changes: FieldChange[] | undefined;
}

function Changes({ p, changes }: ChangesProps): JSX.Element | null {
  const { t } = p;
  const nameOf = (field: string): string => {
    const isPart = field.includes("."); // such as "theme.day"
    const key = isPart ? field : field.startsWith("slider-") ? "sliders" : `field.${field}`;
    return t(`persona.${key}`);
  };
  if (!changes) {
    return null;
  }
  return changes.length === 0 ? (
    <p class="ew-soft">{t("persona.versions.same")}</p>
  ) : (
    <ul class="ew-changes">
      {changes.map(({ kind, field, before, after }) => (
        <li key={field}>
          <b>{nameOf(field)}</b> <span class="ew-soft">{t(`persona.change.${kind}`)}</span>{" "}
          {before && <del>{before}</del>} {after && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
