/** The words of the interface come from the kernel, in the learner's language. */
import type { Lang, Translate } from "./step";

/** `{name}` is filled in; with `n: 1` a key of the same name that ends in ".one" goes first. */
export function translator(strings: Record<string, string>, lang: Lang = "en"): Translate {
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 2, useGrouping: false });
  const word = (value: string | number): string =>
    typeof value === "number" ? numbers.format(value) : value;
  return (key, values = {}) => {
    const one = values.n === 1 ? strings[`${key}.one`] : undefined;
    const sentence = one ?? strings[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => word(values[name] ?? whole));
  };
}

/** A moment in the learner's own clock: the time when it is today, else the day too. */
export function clockTime(iso: string, lang: Lang, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) {
    return "";
  }
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const today = at.toDateString() === now.toDateString();
  const day = today ? {} : ({ day: "numeric", month: "long" } as const);
  return at.toLocaleString(lang === "nl" ? "nl-NL" : "en-GB", { ...day, ...time });
}
