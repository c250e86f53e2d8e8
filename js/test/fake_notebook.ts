/** A stand-in for JupyterLab's document context: metadata, cells with shared outputs, saving. */
import { MARK, type Mark, WIDGET_VIEW } from "../src/shared/notebook";

export interface SilentChange {
  start: number;
  outputs: unknown[];
  origin: string;
}

export function fakeNotebook(mark: Mark = {}, path = "folder/01-well.ipynb") {
  const metadata: Record<string, Mark> = { [MARK]: structuredClone(mark) };
  const changes: SilentChange[] = [];
  const output = {
    output_type: "display_data",
    data: { [WIDGET_VIEW]: { model_id: "m1" }, "text/plain": "old" } as Record<string, unknown>,
  };
  const cell = {
    getMetadata: (name: string) => (name === MARK ? { step: "need" } : undefined),
    sharedModel: {
      getOutputs: () => [output],
      updateOutputs: (start: number, _end: number, outputs: unknown[], origin: string) => {
        changes.push({ start, outputs, origin });
      },
    },
  };
  let saves = 0;
  let sets = 0;
  return {
    changes,
    mark: () => metadata[MARK] ?? {},
    saves: () => saves,
    sets: () => sets,
    manager: {
      context: {
        path,
        save: async () => {
          saves += 1;
        },
        model: {
          getMetadata: (name: string) => structuredClone(metadata[name]),
          setMetadata: (name: string, value: Mark) => {
            sets += 1;
            metadata[name] = structuredClone(value);
          },
          toJSON: () => ({ metadata: structuredClone(metadata), cells: [] }),
          cells: [cell],
        },
      },
    },
  };
}
