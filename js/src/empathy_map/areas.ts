/**
 * Where notes stand in a view of the map: the same rules as `empathy_widgets/model/map_layouts.py`.
 * A view only says where a note is shown; switching changes nothing.
 */
import type { Translate, Value } from "../shared/step";

export const REGIONS = ["see", "hear", "think_feel", "say_do", "pains", "gains"] as const;
export type RegionKey = (typeof REGIONS)[number];

export const TAGS = ["", "say", "do"] as const;
export type Tag = (typeof TAGS)[number];

export const VIEWS = ["six", "seven"] as const;
export type View = (typeof VIEWS)[number];

export type AreaKey = RegionKey | "say" | "do" | "say_or_do";

export interface Area {
  key: AreaKey;
  /** Of its question; 0 when it has none of its own. */
  number: number;
  region: RegionKey;
  /** Only notes with this tag; all of the region without. */
  tag?: Tag;
}

/** An area with its words. */
export interface RegionInfo extends Area {
  title: string;
  prompt: string;
  /** The region whose findings and comments are shown here; a divided region shows them once. */
  part: string;
}

const plain = (key: RegionKey, number: number): Area => ({ key, number, region: key });

export const AREAS: Record<View, readonly Area[]> = {
  six: REGIONS.map((key, at) => plain(key, at + 1)),
  seven: [
    plain("see", 3),
    { key: "say", number: 4, region: "say_do", tag: "say" },
    { key: "do", number: 5, region: "say_do", tag: "do" },
    { key: "say_or_do", number: 0, region: "say_do", tag: "" },
    plain("hear", 6),
    plain("think_feel", 7),
    plain("pains", 0),
    plain("gains", 0),
  ],
};

export function withWords(areas: readonly Area[], t: Translate): RegionInfo[] {
  return areas.map((area) => ({
    ...area,
    part: area.tag === undefined || area.tag === "say" ? area.region : "",
    title: t(`map.region.${area.key}`),
    prompt: t(`map.region.${area.key}.prompt`),
  }));
}

/** What a note takes on that is put into an area. */
export function valueIn({ region, tag }: Area): Value {
  return { region, ...(tag !== undefined && { tag }) };
}
