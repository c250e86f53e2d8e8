/** What is known about the person, theme by theme, each with how we know it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { EVIDENCE, SHAPE } from "../empathy_map/moves";
import { textOf } from "../shared/entries";
import { Menu } from "../shared/Menu";
import { Add } from "../shared/rows";
import { useWish } from "../shared/wish";
import { type Sheet, Write } from "./parts";
import { evidenceOf, type ThemeInfo } from "./sheet";

export function Themes(p: Sheet): JSX.Element {
  const { props, entries, t, readOnly } = p;
  const [root, wish] = useWish();
  const [opened, setOpened] = useState<string[]>([]);
  const isFilled = ({ key }: ThemeInfo): boolean => !!textOf(entries[`theme.${key}`]).trim();
  const isShown = (theme: ThemeInfo): boolean =>
    theme.asked || opened.includes(theme.key) || isFilled(theme);
  const hidden = props.themes.filter((theme) => !isShown(theme));
  const assumed = props.themes.filter(
    (theme) => isFilled(theme) && evidenceOf(entries[`theme.${theme.key}`]) === "assumed",
  );
  return (
    <div class="ew-themes" ref={root}>
      {props.themes.filter(isShown).map((theme) => (
        <Theme key={theme.key} theme={theme} p={p} />
      ))}
      {hidden.length > 0 && !readOnly && (
        <p class="ew-row ew-wide">
          <span class="ew-soft">{t("persona.themes.more")}</span>
          {hidden.map(({ key, title }) => (
            <Add
              key={key}
              text={title}
              onClick={() => {
                wish(`[data-theme="${key}"] textarea`);
                setOpened([...opened, key]);
              }}
            />
          ))}
        </p>
      )}
      {assumed.length > 0 && (
        <p class="ew-soft ew-wide">
          <span aria-hidden="true">{SHAPE.assumed}</span>{" "}
          {t("persona.assumed_only", { themes: assumed.map(({ title }) => title).join(", ") })}
        </p>
      )}
    </div>
  );
}

function Theme({ theme, p }: { theme: ThemeInfo; p: Sheet }): JSX.Element {
  const { entries, store, t, readOnly, announce } = p;
  const { key, title, prompt } = theme;
  const id = `theme.${key}`;
  const isFilled = !!textOf(entries[id]).trim();
  const evidence = evidenceOf(entries[id]);
  const shown = (
    <span>
      <span aria-hidden="true">{SHAPE[evidence]}</span> {t(`map.evidence.${evidence}`)}
    </span>
  );
  return (
    <section class="ew-theme" data-theme={key} data-evidence={isFilled ? evidence : "empty"}>
      <h4>{isFilled ? title : `${t("persona.empty")}: ${title}`}</h4>
      <Write p={p} id={id} label={title} hint={prompt} part={key} />
      {isFilled && (
        <div class="ew-known">
          {readOnly ? (
            shown
          ) : (
            <Menu
              label={`${t(`map.evidence.${evidence}`)}. ${title}: ${t("map.evidence")}`}
              items={EVIDENCE.map((one) => ({
                id: one,
                text: `${SHAPE[one]} ${t(`map.evidence.${one}`)}`,
                checked: one === evidence,
              }))}
              onPick={(one) => {
                store.group(() => store.edit(id, { value: { evidence: one } }));
                announce(`${title}: ${t(`map.evidence.${one}`)}`);
              }}
            >
              {shown}
            </Menu>
          )}
          <Write
            p={p}
            id={id}
            field="source"
            label={`${title}: ${t("persona.source")}`}
            hint={t("persona.source")}
          />
        </div>
      )}
    </section>
  );
}
