/** The real words, as the kernel would send them. */
import both from "../../empathy_widgets/content/strings.json";
import type { Lang } from "../src/shared/step";

export function words(lang: Lang): Record<string, string> {
  return Object.fromEntries(Object.entries(both).map(([key, texts]) => [key, texts[lang]]));
}
