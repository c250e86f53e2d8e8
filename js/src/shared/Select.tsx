/** A native list to choose from. */
import type { JSX } from "preact";

interface SelectProps {
  options: { id: string; text: string }[];
  onPick(id: string): void;
  value: string;
  class: string;
  id?: string;
  disabled?: boolean;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
}

export function Select({ options, onPick, ...rest }: SelectProps): JSX.Element {
  return (
    <select {...rest} onChange={(event) => onPick(event.currentTarget.value)}>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
