/** A clock that never rushes anybody: it says once that time is up, and can be hidden or stopped. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../shared/step";
import type { RegionInfo } from "./areas";

interface TimerProps {
  regions: RegionInfo[];
  t: Translate;
  announce(message: string): void;
  onStop(): void;
}

/** Minutes for the whole map, or for each region. */
const PACES = ["map.20", "map.10", "each.3", "each.5"] as const;
type Pace = (typeof PACES)[number];

export function Timer({ regions, t, announce, onStop }: TimerProps): JSX.Element {
  const [pace, setPace] = useState<Pace>("map.20");
  const [start, setStart] = useState(() => Date.now());
  const [now, setNow] = useState(start);
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);

  const [kind, minutes] = pace.split(".");
  const part = Number(minutes) * 60;
  const past = Math.max(0, Math.floor((now - start) / 1000));
  const turn = Math.floor(past / part);
  const region = kind === "each" ? regions[turn] : undefined;
  const isOver = kind === "each" ? !region : turn > 0;
  const left = part - (past % part);
  const sentence = isOver
    ? t("map.timer.over")
    : region
      ? t("map.timer.now", { region: region.title })
      : "";

  const said = useRef(sentence);
  useEffect(() => {
    if (sentence && sentence !== said.current) {
      announce(sentence);
    }
    said.current = sentence;
  }, [sentence]);

  return (
    <p class="ew-timer ew-row">
      <span role="timer" aria-label={t("map.bar.timer")} data-over={isOver}>
        {!(isOver || isHidden) && (
          <b>
            {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
          </b>
        )}{" "}
        {!isHidden && sentence}
      </span>
      <select
        class="ew-input"
        aria-label={t("map.timer.pace")}
        value={pace}
        onChange={(event) => {
          setPace(event.currentTarget.value as Pace);
          setStart(Date.now());
          setNow(Date.now());
        }}
      >
        {PACES.map((one) => (
          <option key={one} value={one}>
            {t(`map.timer.${one.split(".")[0]}`, { n: one.split(".")[1] ?? "" })}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="ew-button"
        aria-pressed={isHidden}
        onClick={() => setHidden(!isHidden)}
      >
        {t("map.timer.hide")}
      </button>
      <button type="button" class="ew-button" onClick={onStop}>
        {t("map.timer.stop")}
      </button>
    </p>
  );
}
