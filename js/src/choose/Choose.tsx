/** `choose`: pick one or more options; after a check each picked option has its own feedback. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Told } from "../shared/feedback";
import type { Entry, StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import "./choose.css";

interface ChooseProps {
  title: string;
  several: boolean;
  options: { id: string; text: string }[];
}

export function Choose(p: StepProps<ChooseProps>): JSX.Element {
  const { props, entries, t, store, readOnly, findings } = p;
  const [name] = useState(() => randomName());
  const chosen = chosenIn(entries.choice);

  const pick = (id: string, on: boolean): void => {
    const next = new Set(props.several ? chosenIn(store.entries.choice) : []);
    if (on) {
      next.add(id);
    } else {
      next.delete(id);
    }
    const options = props.options.map((option) => option.id).filter((other) => next.has(other));
    store.edit("choice", { value: { options } });
  };

  return (
    <fieldset class="ew-options" disabled={readOnly}>
      <legend class="ew-soft">{t(props.several ? "choose.several" : "choose.one")}</legend>
      {props.options.map(({ id, text }) => {
        const finding = findings.find(({ part }) => part === id);
        return (
          <div key={id} class="ew-option">
            <label>
              <input
                type={props.several ? "checkbox" : "radio"}
                name={name}
                checked={chosen.includes(id)}
                aria-describedby={finding && `${name}-${id}`}
                onChange={(event) => pick(id, event.currentTarget.checked)}
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

export function chosenIn(entry: Entry | undefined): string[] {
  const options = entry?.deleted ? undefined : entry?.value.options;
  return Array.isArray(options) ? options : [];
}
