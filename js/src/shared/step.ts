/** What every kind of step shares: its data, its store and what its component is given. */
import type { Compared } from "../empathy_map/Compare";

export type Lang = "en" | "nl";
export type Clock = [number, string];
export type Value = Record<string, string | number | boolean | null | string[]>;

export interface Version {
  clock: Clock;
  rank: string;
  deleted: boolean;
  value: Value;
}

export interface Entry extends Version {
  /** For each client the highest counter that this entry knows of. */
  seen: Record<string, number>;
  /** Versions that somebody else wrote at the same time, latest first. */
  kept: Version[];
}

export type Entries = Record<string, Entry>;

export interface Change {
  /** Fields to change; they are laid over the old value. */
  value?: Value | undefined;
  rank?: string | undefined;
  deleted?: boolean;
  /** The clock of the version that was on the screen while typing. */
  replaces?: Clock | undefined;
}

export interface Store {
  /** An immutable snapshot: a new object after each change. */
  readonly entries: Entries;
  edit(id: string, change: Change): void;
  /** Drop one rival version of an entry. */
  letGo(id: string, clock: Clock): void;
  /** Send everything now. */
  flush(): void;
}

/** A UI sentence by key, with its named placeholders filled in. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export interface Finding {
  criterion: string;
  verdict: "met" | "not_met" | "open";
  points: number;
  title: string;
  message: string;
  evidence: string;
  question: string;
  /** The option, card, line, note or region the finding is about; may be empty. */
  part: string;
}

export interface StepProps<P> {
  props: P;
  lang: Lang;
  t: Translate;
  store: Store;
  entries: Entries;
  /** Say something to a screen reader, politely. */
  announce(message: string): void;
  readOnly: boolean;
  findings: Finding[];
  /** Maps that are laid side by side here. */
  compared?: Compared | null;
}

/** What a kind with photos is given besides. */
export interface WithPhotos {
  /** Send a photo to the kernel, which makes it small; what is wrong with it in words, or "". */
  sendPhoto(slot: string, bytes: ArrayBuffer): Promise<string>;
}
