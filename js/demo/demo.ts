/** Draws every kind of step against a kernel that is not there. */
import widget from "../src/widget";
import { FakeKernel } from "../test/fake_kernel";
import { words } from "../test/words";
import { steps } from "./steps";

const asked = new URLSearchParams(location.search);
const lang = asked.get("lang") === "nl" ? "nl" : "en";
document.documentElement.lang = lang;
document.body.dataset.jpThemeLight = String(!asked.has("dark"));

for (const step of steps(lang)) {
  if (asked.has("kind") && asked.get("kind") !== step.kind) {
    continue;
  }
  const kernel = new FakeKernel(60);
  kernel.entries = asked.has("filled") ? step.entries : {};
  kernel.openable = step.openable;
  kernel.prose = step.prose;
  kernel.extra = { previous: step.previous ?? null, page: step.page ?? "" };
  kernel.summary = step.summary ?? null;
  kernel.compared = step.compared ?? null;
  kernel.onCheck = () => step.result;
  kernel.full = asked.has("full") ? "Not saved: the disk is full." : "";
  const model = kernel.model({ ...step, lang, strings: words(lang) });
  const element = document.createElement("div");
  document.querySelector("main")?.append(element);
  widget.render({ model, el: element });
  if (asked.has("dead")) {
    setTimeout(() => kernel.die(), 500);
  }
}
