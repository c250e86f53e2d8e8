/** Under the map: what the shapes of evidence mean, and every key. */
import type { JSX } from "preact";
import type { Tool } from "../shared/Bar";
import type { Translate } from "../shared/step";
import { EVIDENCE, SHAPE } from "./moves";

const KEYS = [
  ["arrows", ""],
  ["edges", ""],
  ["move", ""],
  ["enter", "Enter"],
  ["line", ""],
  ["menu", "M"],
  ["delete", "Delete"],
  ["escape", "Escape"],
  ["light", ""],
  ["stage", ""],
  ["show", "?"],
] as const;

interface FootProps {
  t: Translate;
  readOnly: boolean;
  showsKeys: boolean;
  onKeys(): void;
  tools: Tool[];
}

export function Foot({ t, readOnly, showsKeys, onKeys, tools }: FootProps): JSX.Element {
  return (
    <>
      <div class="ew-map-foot">
        <ul aria-label={t("map.legend")}>
          {EVIDENCE.map((evidence) => (
            <li key={evidence}>
              <span aria-hidden="true">{SHAPE[evidence]}</span>{" "}
              {t(evidence === "assumed" ? "map.legend.assumed" : `map.evidence.${evidence}`)}
            </li>
          ))}
        </ul>
        <button type="button" class="ew-link" aria-expanded={showsKeys} onClick={onKeys}>
          <kbd>?</kbd> {t("map.keys")}
        </button>
      </div>
      {showsKeys && (
        <dl class="ew-keys">
          {!readOnly &&
            KEYS.map(([key, name]) => (
              <Key key={key} name={name || t(`map.keys.name.${key}`)} does={t(`map.keys.${key}`)} />
            ))}
          {tools.map(({ name, key }) => (
            <Key key={name} name={key} does={t(`map.bar.${name}`)} />
          ))}
        </dl>
      )}
    </>
  );
}

function Key({ name, does }: { name: string; does: string }): JSX.Element {
  return (
    <div>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
