/**
 * Keeps JupyterLab's own shortcuts out of a widget: with the focus on a button, "x" would cut the cell.
 *
 * Lumino matches the element that has the focus, so the mark that keeps it quiet is set there; and
 * no key leaves the root on its way up, after our own handlers had it.
 */
const QUIET = "data-lm-suppress-shortcuts";

/** Guard everything below `root`; `onSave` answers Ctrl+S and Cmd+S. Returns the way back. */
export function guardKeys(root: HTMLElement, onSave: () => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  root.addEventListener(
    "focusin",
    (event) => {
      if (event.target instanceof Element) {
        event.target.setAttribute(QUIET, "true");
      }
    },
    { signal },
  );
  root.addEventListener(
    "keydown",
    (event) => {
      event.stopPropagation();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        onSave();
      }
    },
    { signal },
  );
  for (const kind of ["keyup", "keypress", "copy", "cut", "paste"] as const) {
    root.addEventListener(kind, (event) => event.stopPropagation(), { signal });
  }
  return () => ends.abort();
}
