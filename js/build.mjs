/** Builds the widgets: one ES module and one style sheet beside the Python that serves them. */
import { context } from "esbuild";

const build = await context({
  entryPoints: [{ in: "src/widget.tsx", out: "widget" }],
  outdir: "../empathy_widgets/widgets/static",
  bundle: true,
  format: "esm",
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
