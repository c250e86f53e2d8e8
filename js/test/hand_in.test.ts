/** The hand-in is one notebook that carries its answers and nothing that needs a kernel. */
import { expect, test } from "vitest";
import { handIn, pythonLiteral } from "../src/panels/hand_in_file";
import type { NotebookJson } from "../src/shared/notebook";

const VIEW = "application/vnd.jupyter.widget-view+json";
const STAMP = {
  at: "2026-11-21T12:00:00Z",
  learner: "Amina",
  content: "c",
  lang: "en",
  version: "1",
};

const BEHIND = (at: string): string => `as it was at ${at}`;

function workbook(): NotebookJson {
  return {
    nbformat: 4,
    metadata: {
      kernelspec: { name: "python3" },
      widgets: { state: {} },
      empathy_widgets: {
        exercise: "well",
        answers: {
          format_version: 1,
          document_id: "0f".repeat(16),
          exercise: "well",
          steps: {
            need: {
              text: {
                clock: [1, "a"],
                rank: "",
                deleted: false,
                value: { text: "Samen zijn: één uur 🙂\u2028\"'''\\", none: null },
                seen: { a: 1 },
                kept: [],
              },
            },
          },
        },
      },
    },
    cells: [
      {
        cell_type: "code",
        metadata: { tags: ["parameters"] },
        source: ['lang = "en"  # "en" or "nl"\n', "answers = None  # None to learn"],
        outputs: [],
      },
      {
        cell_type: "code",
        metadata: { tags: ["step"], empathy_widgets: { step: "need", twin: "<p>empty</p>" } },
        source: 'book.step("need")',
        outputs: [
          { output_type: "display_data", data: { [VIEW]: {}, "text/html": "<p>full</p>" } },
        ],
      },
    ],
  };
}

test("it is stamped, keeps the receipts and drops what only a live page needs", () => {
  const { name, text } = handIn(workbook(), STAMP, BEHIND);
  const made = JSON.parse(text) as NotebookJson;
  expect(name).toBe("well-0f0f0f0f.ipynb");
  expect(made.metadata.widgets).toBeUndefined();
  expect(made.metadata.empathy_widgets?.hand_in).toEqual(STAMP);
  expect(made.cells[1]?.metadata.empathy_widgets).toEqual({ step: "need" });
  expect(made.cells[1]?.outputs?.[0]?.data).toEqual({ "text/html": "<p>full</p>" });
});

test("the parameters cell tells the answers on one line; the language stays", () => {
  const made = JSON.parse(handIn(workbook(), STAMP, BEHIND).text) as NotebookJson;
  const lines = String(made.cells[0]?.source).split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('lang = "en"  # "en" or "nl"');
  expect(lines[1]).toMatch(/^answers = \{"format_version": 1, /);
  expect(lines[1]).toContain('"none": None');
  expect(lines[1]).toContain("één uur 🙂\\u2028\\\"'''\\\\");
});

test("a twin that is older than the answers says so", () => {
  const open = workbook();
  const [output] = open.cells[1]?.outputs ?? [];
  if (!output) {
    throw new Error("the step has an output");
  }
  output.metadata = { empathy_widgets: { at: "14:02", edits: 0 } };
  const made = JSON.parse(handIn(open, STAMP, BEHIND).text) as NotebookJson;
  const html = made.cells[1]?.outputs?.[0]?.data?.["text/html"];
  expect(html).toBe("<p><strong>as it was at 14:02</strong></p><p>full</p>");

  output.metadata = { empathy_widgets: { at: "14:02", edits: 1 } };
  expect(handIn(open, STAMP, BEHIND).text).not.toContain("as it was");
});

test("the open notebook itself is not touched", () => {
  const open = workbook();
  handIn(open, STAMP, BEHIND);
  expect(open).toEqual(workbook());
});

test("a notebook without answers is refused with a reason", () => {
  expect(() => handIn({ metadata: {}, cells: [] }, STAMP, BEHIND)).toThrow(
    "carries no answers yet",
  );
});

test("JSON becomes Python", () => {
  expect(pythonLiteral([true, false, null, 1.5, -2, "a\nb", {}])).toBe(
    '[True, False, None, 1.5, -2, "a\\nb", {}]',
  );
});
