/** What changed since the first map, as a list under the second; it follows every edit. */
import type { JSX } from "preact";
import type { Translate } from "../shared/step";
import { type Change, diffMaps, KINDS } from "./changes";
import { allNotes, type Board } from "./moves";

const SIGNS: Record<Change["kind"], string> = {
  confirmed: "✓",
  changed: "↻",
  guess: "○",
  new: "+",
  dropped: "-",
};

interface DiffProps {
  before: Board;
  after: Board;
  t: Translate;
}

export function Diff({ before, after, t }: DiffProps): JSX.Element {
  const [old, now] = [allNotes(before), allNotes(after)];
  const changes = diffMaps(old, now);
  const regionOf = (id: string): string => {
    const note = [...now, ...old].find((one) => one.id === id);
    return note ? t(`map.region.${note.region}`) : "";
  };
  return (
    <section class="ew-diff">
      <h4>{t("map.diff")}</h4>
      {changes.every(({ kind }) => kind === "guess") && <p class="ew-soft">{t("map.diff.none")}</p>}
      {KINDS.map((kind) => {
        const some = changes.filter((change) => change.kind === kind);
        return (
          some.length > 0 && (
            <div key={kind} data-kind={kind}>
              <h5>
                <span aria-hidden="true">{SIGNS[kind]}</span> {t(`map.diff.${kind}`)}{" "}
                <span class="ew-soft">{some.length}</span>
              </h5>
              <ul>
                {some.map((change) => (
                  <li key={change.note}>
                    <span class="ew-soft">{regionOf(change.note)}:</span>{" "}
                    {kind === "dropped" ? <del>{change.before}</del> : change.after}
                    {kind === "changed" && (
                      <>
                        <br />
                        <span class="ew-soft">{t("map.diff.before")}</span>{" "}
                        <del>{change.before}</del>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
