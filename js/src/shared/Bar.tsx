/** A quiet row of buttons over a map or a sheet; every one has a key of its own. */
import type { JSX } from "preact";
import type { Translate } from "./step";

export interface Tool {
  /** Of its words: `map.bar.<name>`. */
  name: string;
  key: string;
  /** Whether it is on; absent for something that is done once. */
  pressed?: boolean;
  /** There is nothing to do now; the button stays reachable. */
  idle?: boolean;
  /** Shown in place of its name. */
  sign?: string;
  act(): void;
}

interface BarProps {
  /** The name of the row. */
  label: string;
  tools: Tool[];
  t: Translate;
}

export function Bar({ label, tools, t }: BarProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, nothing to fill in
    <div class="ew-tools" role="group" aria-label={label}>
      {tools.map(({ name, key, pressed, idle = false, sign, act }) => {
        const words = t(`map.bar.${name}`);
        return (
          <button
            key={name}
            type="button"
            class="ew-button"
            title={`${words} (${key})`}
            aria-label={sign && words}
            aria-pressed={pressed}
            aria-disabled={idle}
            aria-keyshortcuts={key.replace("Ctrl + ", "Control+")}
            onClick={act}
          >
            {sign ?? words}
          </button>
        );
      })}
    </div>
  );
}
