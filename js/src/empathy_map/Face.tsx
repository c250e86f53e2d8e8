/** A drawn face, and the dialogue in which it is chosen. The shapes are data that the kernel sends. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type shapes from "../../../empathy_widgets/views/face_parts.json";
import type { Entry, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import "./face.css";

export const CHOICES = {
  hair: ["none", "short", "curly", "long", "bun", "scarf"],
  hair_colour: ["black", "brown", "red", "blond", "grey"],
  skin: ["1", "2", "3", "4", "5", "6"],
  beard: ["none", "stubble", "moustache", "full"],
  glasses: ["none", "round", "square"],
  expression: ["smile", "calm", "worried", "surprised"],
} as const;

type Choice = keyof typeof CHOICES;
export type FaceParts = Record<Choice, string>;

const PLAIN: FaceParts = {
  hair: "short",
  hair_colour: "brown",
  skin: "3",
  beard: "none",
  glasses: "none",
  expression: "calm",
};

let parts: typeof shapes;

/** Take over the shapes that faces are drawn with, from `empathy_widgets/views/face_parts.json`. */
export function drawFacesWith(found: typeof shapes): void {
  parts = found;
}

interface Shape {
  d?: string;
  circle?: number[];
  fill?: string;
  stroke?: string;
  width?: number;
  rule?: string;
}

interface Layer {
  when?: Record<string, string | undefined>;
  shapes: Shape[];
}

/** The face that an entry holds; null when none was chosen. */
export function faceOf(entry: Entry | undefined): FaceParts | null {
  if (!entry || entry.deleted) {
    return null;
  }
  const face = { ...PLAIN };
  for (const choice of Object.keys(CHOICES) as Choice[]) {
    const value = entry.value[choice];
    if ((CHOICES[choice] as readonly unknown[]).includes(value)) {
      face[choice] = value as string;
    }
  }
  return face;
}

/** The face in words. */
export function faceInWords(face: FaceParts | null, t: Translate): string {
  return face
    ? t("face.alt", {
        hair: [
          t(`face.hair.${face.hair}`),
          ...(face.beard === "none" ? [] : [t(`face.beard.${face.beard}`)]),
        ].join(", "),
        glasses: t(`face.glasses.${face.glasses}`),
        expression: t(`face.expression.${face.expression}`),
      })
    : t("face.alt.none");
}

interface FaceProps {
  face: FaceParts | null;
  /** What a screen reader says; without it the drawing is passed over. */
  label?: string;
  /** Only the head, for a small picture. */
  isClose?: boolean;
}

export function Face({ face, label, isClose = false }: FaceProps): JSX.Element {
  const layers: Layer[] = face ? parts.layers : parts.unknown;
  const shown = layers.filter(({ when = {} }) =>
    Object.entries(when).every(([choice, value]) => face?.[choice as Choice] === value),
  );
  return (
    <svg
      class="ew-face"
      viewBox={isClose ? "14 6 68 68" : `0 0 ${parts.size} ${parts.size}`}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {shown.flatMap(({ shapes }) => shapes.map((shape) => draw(shape, face)))}
    </svg>
  );
}

function draw(shape: Shape, face: FaceParts | null): JSX.Element {
  const look = {
    fill: colour(shape.fill, face),
    stroke: colour(shape.stroke, face),
    "stroke-width": shape.width,
    "stroke-linecap": "round",
    "fill-rule": shape.rule,
  } as const;
  const [cx, cy, r] = shape.circle ?? [];
  return shape.d ? (
    <path d={shape.d} {...(look as object)} />
  ) : (
    <circle cx={cx} cy={cy} r={r} {...(look as object)} />
  );
}

function colour(slot: string | undefined, face: FaceParts | null): string {
  const found = slot && (parts.slots as Record<string, string | Record<string, string>>)[slot];
  if (!found) {
    return "none";
  }
  return typeof found === "string" ? found : (found[face?.[found.by as Choice] ?? ""] ?? "none");
}

interface ChooserProps {
  face: FaceParts | null;
  t: Translate;
  onChoose(change: Partial<FaceParts>): void;
  onClear(): void;
}

/** Every choice as a row of small faces; the arrow keys choose within a row. */
export function FaceChooser({ face, t, onChoose, onClear }: ChooserProps): JSX.Element {
  const [name] = useState(randomName);
  return (
    <div class="ew-face-chooser">
      {(Object.keys(CHOICES) as Choice[]).map((choice) => (
        <fieldset key={choice}>
          <legend>{t(`face.${choice}`)}</legend>
          {CHOICES[choice].map((value) => {
            const words = t(`face.${choice}.${value}`);
            return (
              <label key={value} title={words}>
                <input
                  type="radio"
                  name={`${name}-${choice}`}
                  value={value}
                  checked={face?.[choice] === value}
                  onChange={() =>
                    onChoose(face ? { [choice]: value } : { ...PLAIN, [choice]: value })
                  }
                />
                <Face face={{ ...(face ?? PLAIN), [choice]: value }} isClose />
                <span class="ew-hidden">{words}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
      {face && (
        <button type="button" class="ew-button" onClick={onClear}>
          {t("face.clear")}
        </button>
      )}
    </div>
  );
}
