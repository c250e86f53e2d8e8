/** The quiet row of buttons over the map; every one has a key of its own, listed under "?". */
import type { JSX } from "preact";
import type { Translate } from "../shared/step";

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

export function Bar({ tools, t }: { tools: Tool[]; t: Translate }): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, nothing to fill in
    <div class="ew-bar" role="group" aria-label={t("map.bar")}>
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
