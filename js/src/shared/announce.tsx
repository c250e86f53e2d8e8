/** Says things to a screen reader, politely; the region is there before anything is said. */
import type { JSX } from "preact";
import { useReducer } from "preact/hooks";

export function useAnnouncer(): [(message: string) => void, JSX.Element] {
  const [said, announce] = useReducer(
    ({ turn }, message: string) => ({ message, turn: turn + 1 }),
    { message: "", turn: 0 },
  );
  // A mark that is not heard makes the same sentence a new one, so that it is spoken again.
  const region = (
    <div class="ew-hidden" aria-live="polite" data-ew-announcer>
      {said.message}
      {said.turn % 2 ? "\u200b" : ""}
    </div>
  );
  return [announce, region];
}
