/** Options to tick, one or more; after a check each picked option has its own feedback. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Told } from "./feedback";
import type { Finding, Translate } from "./step";
import { randomName } from "./store";
import "./options.css";

interface OptionsProps {
  legend: JSX.Element;
  options: { id: string; text: string }[];
  chosen: string[];
  several?: boolean;
  findings?: Finding[];
  describedBy?: string | undefined;
  readOnly: boolean;
  t: Translate;
  onPick(id: string, on: boolean): void;
}

export function Options(p: OptionsProps): JSX.Element {
  const { options, chosen, several, findings = [], t, onPick } = p;
  const [name] = useState(randomName);
  return (
    <fieldset class="ew-options" disabled={p.readOnly} aria-describedby={p.describedBy}>
      {p.legend}
      {options.map(({ id, text }) => {
        const finding = findings.find(({ part }) => part === id);
        return (
          <div key={id} class="ew-option">
            <label>
              <input
                type={several ? "checkbox" : "radio"}
                name={name}
                checked={chosen.includes(id)}
                aria-describedby={finding && `${name}-${id}`}
                onChange={(event) => onPick(id, event.currentTarget.checked)}
              />
              <span>{text}</span>
            </label>
            {finding && <Told id={`${name}-${id}`} finding={finding} t={t} />}
          </div>
        );
      })}
    </fieldset>
  );
}
