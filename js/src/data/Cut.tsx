/** The cut, moved with a slider or typed as a number; both are one value. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { randomName } from "../shared/store";

interface CutProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  readOnly: boolean;
  onCut(value: number): void;
}

export function Cut({ label, value, min, max, step, readOnly, onCut }: CutProps): JSX.Element {
  const [id] = useState(randomName);
  const [draft, setDraft] = useState<string | null>(null);
  const shared = { min, max, step, disabled: readOnly };
  const typed = (text: string): void => {
    setDraft(text);
    const number = Number(text.replace(",", "."));
    if (text.trim() && number >= min && number <= max) {
      onCut(number);
    }
  };
  return (
    <div class="ew-row ew-cut">
      <label for={id}>{label}</label>
      <input
        {...shared}
        id={id}
        type="range"
        value={value}
        onInput={(event) => onCut(event.currentTarget.valueAsNumber)}
      />
      <input
        {...shared}
        type="number"
        class="ew-input"
        aria-label={label}
        value={draft ?? value}
        onInput={(event) => typed(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
}
