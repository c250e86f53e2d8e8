import { expect, test } from "vitest";
import { translator } from "../src/shared/strings";

const STRINGS = { points: "{points} / {possible}" };

test("a part of a point is written as the language of the workbook writes it", () => {
  const points = { points: 5.666_666, possible: 6 };

  expect(translator(STRINGS, "nl")("points", points)).toBe("5,67 / 6");
  expect(translator(STRINGS, "en")("points", points)).toBe("5.67 / 6");
});

test("what stands between braces and has no value stays as it is", () => {
  expect(translator(STRINGS)("points", { points: 1 })).toBe("1 / {possible}");
});
