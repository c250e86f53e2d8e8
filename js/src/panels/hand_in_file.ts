/** Makes one self-contained notebook of the open one: readable anywhere, runnable by plain papermill. */
import {
  type Answers,
  type CellJson,
  MARK,
  type NotebookJson,
  WIDGET_VIEW,
} from "../shared/notebook";

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
 * @throws Error when the notebook carries no answers
 */
export function handIn(notebook: NotebookJson, stamp: Stamp): { name: string; text: string } {
  const made = structuredClone(notebook);
  const mark = made.metadata[MARK] ?? {};
  if (!mark.answers) {
    throw new Error("The notebook carries no answers yet.");
  }
  delete made.metadata.widgets;
  made.metadata[MARK] = { ...mark, hand_in: { ...stamp } };
  made.cells = made.cells.map((cell) => withAnswers(withoutWidgets(cell), mark.answers));
  const name = `${mark.answers.exercise}-${mark.answers.document_id.slice(0, 8)}.ipynb`;
  return { name, text: `${JSON.stringify(made, null, 1)}\n` };
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
function withAnswers(cell: CellJson, answers: Answers | undefined): CellJson {
  if (!cell.metadata.tags?.includes("parameters")) {
    return cell;
  }
  const lines = [cell.source].flat().join("").split("\n");
  const source = lines
    .map((line) => (/^answers\s*=/.test(line) ? `answers = ${pythonLiteral(answers)}` : line))
    .join("\n");
  return { ...cell, source };
}

/** JSON as a Python literal on one line. */
export function pythonLiteral(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(pythonLiteral).join(", ")}]`;
  }
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value).map(
      ([name, field]) => `${quoted(name)}: ${pythonLiteral(field)}`,
    );
    return `{${fields.join(", ")}}`;
  }
  if (typeof value === "string") {
    return quoted(value);
  }
  return (
    { true: "True", false: "False", null: "None", undefined: "None" }[String(value)] ??
    String(value)
  );
}

/** JSON's escapes mean the same in Python; what would end a line there is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
