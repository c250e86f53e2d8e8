/**
 * The notebook around the widget, where the host gives it: JupyterLab, Notebook 7 and JupyterLite do.
 *
 * Answers are mirrored into its metadata, so that the saved file carries them even when the kernel
 * is dead. The kernel never writes an open notebook.
 */
import { canonical, mergeSteps, sameEntry } from "./entries";
import type { Bundle } from "./protocol";
import type { Entries } from "./step";

export const MARK = "empathy_widgets";
export const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

export interface Answers {
  format_version: 1;
  document_id: string;
  exercise: string;
  steps: Record<string, Entries>;
}

/** Our own part of a notebook's metadata; fields that others add are left as they are. */
export interface Mark {
  format_version?: 1;
  exercise?: string;
  lang?: string;
  content?: string;
  notebook?: string;
  answers?: Answers;
  hand_in?: Record<string, unknown>;
  [other: string]: unknown;
}

/** A notebook as a file holds it. */
export interface NotebookJson {
  metadata: { [MARK]?: Mark; widgets?: unknown; [other: string]: unknown };
  cells: CellJson[];
  [other: string]: unknown;
}

export interface CellJson {
  cell_type: string;
  source: string | string[];
  metadata: {
    tags?: string[];
    [MARK]?: { step?: string; twin?: string };
    [other: string]: unknown;
  };
  outputs?: Output[];
  [other: string]: unknown;
}

interface Output {
  data?: Bundle;
  metadata?: { [MARK]?: TwinStamp; [other: string]: unknown };
  [other: string]: unknown;
}

/** When a twin was put in place, and how many edits it shows. */
export interface TwinStamp {
  at: string;
  edits: number;
}

/** The parts of JupyterLab's document context that we use; absent in Voila and marimo. */
interface Context {
  path: string;
  save(): Promise<void>;
  model: {
    getMetadata(name: string): Mark | undefined;
    setMetadata(name: string, value: Mark): void;
    toJSON(): NotebookJson;
    cells: Iterable<CellModel>;
  };
}

interface CellModel {
  getMetadata?(name: string): { step?: string } | undefined;
  sharedModel?: {
    getOutputs?(): Output[];
    updateOutputs?(start: number, end: number, outputs: unknown[], origin: string): void;
  };
}

export class Notebook {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The notebook that holds a widget, or undefined where the host does not give it. */
  static around(model: { widget_manager?: unknown }): Notebook | undefined {
    const context = (model.widget_manager as { context?: Context } | undefined)?.context;
    const known = typeof context?.model?.setMetadata === "function";
    return context && known ? new Notebook(context) : undefined;
  }

  /** The file name. */
  get name(): string {
    return this.#context.path.split(/[/:]/).at(-1) ?? "";
  }

  get mark(): Mark {
    return this.#context.model.getMetadata(MARK) ?? {};
  }

  /** The entries it carries for a step. */
  entries(step: string): Entries {
    const found = this.mark.answers?.steps[step] ?? {};
    return Object.fromEntries(Object.entries(found).map(([id, entry]) => [id, canonical(entry)]));
  }

  /** Join entries of a step with what it carries; touches nothing when they are there already. */
  keep(document: { id: string; exercise: string }, step: string, entries: Entries): void {
    const { mark } = this;
    const same = mark.answers?.document_id === document.id;
    const there = same ? this.entries(step) : {};
    const joined = mergeSteps(there, entries);
    const isThere = Object.entries(joined).every(([id, entry]) => sameEntry(there[id], entry));
    if (isThere && (same || Object.keys(joined).length === 0)) {
      return;
    }
    const answers: Answers = {
      format_version: 1,
      document_id: document.id,
      exercise: document.exercise,
      steps: { ...(same ? mark.answers?.steps : {}), [step]: joined },
    };
    this.#context.model.setMetadata(MARK, {
      ...mark,
      format_version: 1,
      exercise: document.exercise,
      notebook: this.name,
      answers,
    });
  }

  /**
   * Put the static twin into the step's output, beside the live widget.
   *
   * It goes straight into the shared document, as JupyterLab's own silent changes do: an ordinary
   * change of an output would draw the widget anew and take the focus from the learner.
   */
  putTwin(place: { step?: string; model?: string }, twin: Bundle, stamp: TwinStamp): void {
    for (const cell of this.#context.model.cells) {
      const shared = cell.sharedModel;
      const isStep = place.step !== undefined && cell.getMetadata?.(MARK)?.step === place.step;
      if (!shared?.updateOutputs || !(isStep || place.model)) {
        continue;
      }
      for (const [at, output] of (shared.getOutputs?.() ?? []).entries()) {
        const view = output.data?.[WIDGET_VIEW] as { model_id?: string } | undefined;
        if (view && (isStep || view.model_id === place.model)) {
          const data = { ...output.data, ...twin };
          const renewed = { ...output, data, metadata: { ...output.metadata, [MARK]: stamp } };
          shared.updateOutputs(at, at + 1, [renewed], "silent-change");
        }
      }
    }
  }

  save(): Promise<void> {
    return this.#context.save();
  }

  toJSON(): NotebookJson {
    return this.#context.model.toJSON();
  }
}

/** How many edits made these entries what they are; it grows with every edit. */
export function editsIn(entries: Entries): number {
  return Object.values(entries).reduce((sum, { clock }) => sum + clock[0], 0);
}
