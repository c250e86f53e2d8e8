/** What travels between the browser and the kernel; told in full in `docs/protocol.md`. */
import type { Compared } from "../empathy_map/Compare";
import type { Worked } from "../empathy_map/WorkedMap";
import type { Entries, Finding } from "./step";

export type Block =
  | { p: string }
  | { h: string }
  | { quote: string }
  | { ul: string[] }
  | { map: Worked };

export interface Openable {
  what: "hint" | "model" | "reveal";
  title: string;
  due: boolean;
  opened: boolean;
}

export interface Result {
  state: "empty" | "started" | "complete";
  points_min: number;
  points_max: number;
  points_possible: number;
  findings: Finding[];
  self_check: Finding[];
}

export interface SavedDocument {
  document_id: string;
  saved_at: string;
  entries: number;
}

export type Bundle = Record<string, unknown>;

export interface State {
  type: "state";
  document_id: string;
  entries: Entries;
  saved_at?: string;
  /** What keeps the answers from the disk, in words, or "". */
  trouble?: string;
  read_only: boolean;
  notice: string;
  notice_values: Record<string, string>;
  documents: SavedDocument[];
  result: Result | null;
  openable: Openable[];
  opened: Partial<Record<Openable["what"], Block[]>>;
  previous?: Entries | null;
  /** Whether it fits on one printed page, in words; "" when there is nothing to print. */
  page?: string;
  twin: Bundle | null;
}

export interface StepSummary {
  step: string;
  title: string;
  state: Result["state"];
  checked: boolean;
  points_min: number | null;
  points_max: number | null;
  points_possible: number;
}

export interface Summary {
  steps: StepSummary[];
  points_min: number;
  points_max: number;
  points_checked: number;
  points_possible: number;
  pass_mark: number;
  handed_in: boolean;
  missing: string[];
  file_name: string;
}

export type FromKernel =
  | State
  | {
      type: "ack";
      client: string;
      rev: number;
      entries: Entries;
      saved_at?: string;
      twin?: Bundle | null;
      page?: string;
    }
  | { type: "not_saved"; client: string; rev: number; reason: string; entries: Entries }
  | { type: "file"; name: string; text: string }
  | { type: "photo"; slot: string; problem: string }
  | { type: "panel"; data: Summary }
  | { type: "compared"; data: Compared };

export type ToKernel =
  | {
      type: "hello";
      client: string;
      notebook: string | null;
      document_id: string | null;
      entries: Entries;
    }
  | { type: "edit"; client: string; rev: number; entries: Entries }
  | { type: "check" }
  | { type: "open"; what: Openable["what"] }
  | { type: "choose_document"; document_id: string }
  | { type: "photo"; slot: string }
  | { type: "hand_in" }
  | { type: "handed_in" };
