/**
 * Builds the widgets: one ES module and one style sheet beside the Python that serves them.
 * `--watch` builds after every change; `--demo` builds what demo/index.html loads.
 */
import { readFile, writeFile } from "node:fs/promises";
import { context } from "esbuild";
import { minify } from "terser";

const BUNDLE = "../empathy_widgets/widgets/static/widget.js";
const demo = process.argv.includes("--demo");
const build = await context({
  entryPoints: [demo ? "demo/demo.ts" : "src/widget.tsx"],
  outdir: demo ? "demo/build-output" : "../empathy_widgets/widgets/static",
  bundle: true,
  // A page opened as a file may load scripts, but no modules.
  format: demo ? "iife" : "esm",
  target: "es2022",
  minify: true,
  // h("p", null, text) says the same as jsx("p", { children: text }), in fewer bytes.
  inject: ["src/jsx.ts"],
  tsconfigRaw: {
    compilerOptions: {
      useDefineForClassFields: false,
      jsx: "react",
      jsxFactory: "h",
      jsxFragmentFactory: "Fragment",
    },
  },
  logLevel: "info",
  legalComments: "none",
});

if (process.argv.includes("--watch")) {
  await build.watch();
} else {
  await build.rebuild();
  await build.dispose();
  if (!demo) {
    await squeeze(BUNDLE);
  }
}

/** A second, slower pass over the script; it saves one byte in thirty. */
async function squeeze(path) {
  const { code } = await minify(await readFile(path, "utf8"), {
    module: true,
    ecma: 2022,
    // "unsafe" only for those who change what String or toString do; nobody here does.
    compress: {
      passes: 4,
      pure_getters: true,
      inline: 1,
      // Plain "if"s are longer than "?" and ":", but alike, and pack better.
      if_return: false,
      conditionals: false,
      unsafe: true,
      unsafe_arrows: true,
      keep_fargs: false,
    },
  });
  await writeFile(path, code);
}
