/**
 * Builds the widgets: one ES module and one style sheet beside the Python that serves them.
 * `--watch` builds after every change; `--demo` builds what demo/index.html loads.
 */
import { context } from "esbuild";

const demo = process.argv.includes("--demo");
const build = await context({
  entryPoints: [demo ? "demo/demo.ts" : "src/widget.tsx"],
  outdir: demo ? "demo/build-output" : "../empathy_widgets/widgets/static",
  bundle: true,
  // A page opened as a file may load scripts, but no modules.
  format: demo ? "iife" : "esm",
  target: "es2022",
  minify: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "info",
  legalComments: "none",
});

if (process.argv.includes("--watch")) {
  await build.watch();
} else {
  await build.rebuild();
  await build.dispose();
}
