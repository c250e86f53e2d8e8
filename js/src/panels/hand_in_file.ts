/** Makes one self-contained notebook of the open one: readable anywhere, runnable by plain papermill. */
import {
  type Answers,
  type CellJson,
  editsIn,
  MARK,
  type NotebookJson,
  WIDGET_VIEW,
} from "../shared/notebook";
import type { Bundle } from "../shared/protocol";

export interface Stamp {
  at: string;
  learner: string;
  content: string;
  lang: string;
  version: string;
}

/**
 * The hand-in of a notebook.
 *
 * @param behind says that a twin shows the work as it was at a moment, when the answers are newer
 * @throws Error when the notebook carries no answers
 */
export function handIn(
  notebook: NotebookJson,
  stamp: Stamp,
  behind: (at: string) => string,
): { name: string; text: string } {
  const made = structuredClone(notebook);
  const mark = made.metadata[MARK] ?? {};
  const { answers } = mark;
  if (!answers) {
    throw new Error("The notebook carries no answers yet.");
  }
  delete made.metadata.widgets;
  made.metadata[MARK] = { ...mark, hand_in: { ...stamp } };
  made.cells = made.cells.map((cell) =>
    withAnswers(withoutWidgets(told(cell, answers, behind)), answers),
  );
  const name = `${answers.exercise}-${answers.document_id.slice(0, 8)}.ipynb`;
  return { name, text: `${JSON.stringify(made, null, 1)}\n` };
}

/** A twin that the kernel could not renew says up to when it is current. */
function told(cell: CellJson, answers: Answers, behind: (at: string) => string): CellJson {
  const edits = editsIn(answers.steps[cell.metadata[MARK]?.step ?? ""] ?? {});
  const outputs = cell.outputs?.map((output) => {
    const stamp = output.metadata?.[MARK];
    return stamp && output.data && stamp.edits < edits
      ? { ...output, data: noted(output.data, behind(stamp.at)) }
      : output;
  });
  return outputs ? { ...cell, outputs } : cell;
}

function noted(data: Bundle, note: string): Bundle {
  const text = (type: string): string => [data[type] ?? ""].flat().join("");
  return {
    ...data,
    "text/html": `<p><strong>${note}</strong></p>${text("text/html")}`,
    "text/plain": `${note}\n\n${text("text/plain")}`,
  };
}

function withoutWidgets(cell: CellJson): CellJson {
  const { twin: _, ...mark } = cell.metadata[MARK] ?? {};
  const metadata = cell.metadata[MARK] ? { ...cell.metadata, [MARK]: mark } : cell.metadata;
  const outputs = cell.outputs?.map((output) => {
    const { [WIDGET_VIEW]: __, ...data } = output.data ?? {};
    return output.data ? { ...output, data } : output;
  });
  return { ...cell, metadata, ...(outputs && { outputs }) };
}

/** The cell tagged "parameters" tells the answers, so that the file shows them when it is run. */
function withAnswers(cell: CellJson, answers: Answers): CellJson {
  if (!cell.metadata.tags?.includes("parameters")) {
    return cell;
  }
  const lines = [cell.source].flat().join("").split("\n");
  const source = lines
    .map((line) => (/^answers\s*=/.test(line) ? `answers = ${pythonLiteral(answers)}` : line))
    .join("\n");
  return { ...cell, source };
}

/** What JSON and Python write differently. */
const PYTHON: Record<string, string> = {
  true: "True",
  false: "False",
  null: "None",
  ",": ", ",
  ":": ": ",
};

/** JSON as a Python literal on one line. */
export function pythonLiteral(value: unknown): string {
  const token = /"(?:[^"\\]|\\.)*"|[,:]|true|false|null/g;
  return JSON.stringify(value).replace(token, (found) => PYTHON[found] ?? escaped(found));
}

/** JSON's escapes mean the same in Python; what would end a line there is escaped too. */
function escaped(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
