/** A plot, drawn as SVG; what it shows stands beside it in words that follow every change. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { randomName } from "../shared/store";
import type { Chart } from "./charts";

export function Plot({ chart }: { chart: Chart }): JSX.Element {
  const [id] = useState(randomName);
  return (
    <div class="ew-plot">
      <div role="img" aria-labelledby={id}>
        {chart.heights.length > 0 ? <Pareto {...chart} /> : <Groups {...chart} />}
      </div>
      <p id={id} class={chart.groups.length > 0 ? "ew-hidden" : ""} aria-live="polite">
        {chart.words}
      </p>
    </div>
  );
}

const PARTS = [0, 20, 40, 60, 80, 100];

function Pareto({ heights, sums, count }: Chart): JSX.Element {
  const width = 100 / heights.length;
  const line = sums.map((part, at) => `${(at + 1) * width},${100 - 100 * part}`).join(" ");
  const edge = count * width;
  return (
    <div class="ew-pareto">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="ew-gridline" d={PARTS.map((part) => `M0 ${100 - part}H100`).join("")} />
        {heights.map((height, at) => (
          <rect
            key={at}
            fill={`var(--c${at < count ? 0 : 2})`}
            x={at * width}
            y={100 - 100 * height}
            width={0.85 * width}
            height={100 * height}
          />
        ))}
        <polyline points={line} />
        <path class="ew-cut-line" d={`M${edge} 0V100`} />
      </svg>
      {PARTS.map((part) => (
        <span key={part} style={{ bottom: `${part}%` }}>
          {part}%
        </span>
      ))}
    </div>
  );
}

function Groups({ groups, mark }: Chart): JSX.Element {
  return (
    <>
      {groups.map(({ title, bars }) => (
        <div key={title} class="ew-group">
          <b>{title}</b>
          {bars.map(({ name, length, text, colour }) => (
            <div key={name} class="ew-bar">
              <span>{name}</span>
              <svg width="100%" height="20" aria-hidden="true">
                <rect fill={`var(--c${colour})`} y="4" width={`${100 * length}%`} height="12" />
                {mark !== undefined && (
                  <line
                    class="ew-cut-line"
                    x1={`${100 * mark}%`}
                    x2={`${100 * mark}%`}
                    y1="0"
                    y2="20"
                  />
                )}
              </svg>
              <span>{text}</span>
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
