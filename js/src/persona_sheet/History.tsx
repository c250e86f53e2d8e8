/** The versions of the sheet, the latest first: when, why, and what it said otherwise before. */
import type { JSX } from "preact";
import { textOf } from "../shared/entries";
import { type Sheet, useRows, Write } from "./rows";
import { diffTexts, type FieldChange, snapshot, textsAt } from "./sheet";

export function History(p: Sheet & { texts: Record<string, string> }): JSX.Element {
  const { t, readOnly, lang, texts } = p;
  const { root, rows, add } = useRows(p, "version-");
  const kept = rows.filter(([, entry]) => textOf(entry, "texts"));
  const at = (id: string): Record<string, string> =>
    textsAt(textOf(kept.find(([one]) => one === id)?.[1], "texts"));
  const before = (id: string): string => kept[kept.findIndex(([one]) => one === id) - 1]?.[0] ?? "";
  const last = kept.at(-1);
  const since = last ? diffTexts(at(last[0]), texts) : [];
  const numbers = rows.map(([, entry]) => Number.parseInt(textOf(entry, "version"), 10) || 0);
  const next = String(Math.max(rows.length, ...numbers) + 1);
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  const keep = (): void =>
    add({
      version: next,
      date: new Date().toLocaleDateString(lang === "nl" ? "nl-NL" : "en-GB", day),
      changed: "",
      texts: snapshot(texts),
    });

  return (
    <div class="ew-stack" ref={root}>
      <p>{t("persona.versions.about")}</p>
      {last && (
        <div>
          <h5>{t("persona.versions.since", { version: textOf(last[1], "version") })}</h5>
          <Changes p={p} changes={since} />
        </div>
      )}
      {!readOnly && (
        <p>
          <button type="button" class="ew-button" onClick={keep}>
            {t("persona.versions.keep", { version: next })}
          </button>
        </p>
      )}
      {rows.toReversed().map(([id, entry]) => {
        const version = textOf(entry, "version");
        return (
          <section key={id} class="ew-version" data-row={id}>
            <h5>{t("persona.version", { version })}</h5>
            <Write p={p} id={id} field="changed" label={t("persona.changed")} />
            <Write p={p} id={id} field="date" label={t("persona.date")} />
            {before(id) && <Changes p={p} changes={diffTexts(at(before(id)), at(id))} />}
          </section>
        );
      })}
    </div>
  );
}

function Changes({ p, changes }: { p: Sheet; changes: FieldChange[] }): JSX.Element {
  const { t, props } = p;
  const nameOf = (field: string): string => {
    const [kind, key] = field.split(".");
    const named = kind === "theme" ? props.themes : props.demographics;
    const known = key && named.find((one) => one.key === key)?.title;
    return known || t(field.startsWith("slider-") ? "persona.sliders" : `persona.field.${field}`);
  };
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
