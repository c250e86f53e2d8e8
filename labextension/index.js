/*
 * What a workbook shows in JupyterLab and Notebook 7 before anything is run.
 *
 * Every step without a live widget shows its last saved twin and one line, "Press ▶▶ to go on".
 * A run that is asked for before the kernel is there is remembered. A hand-in can be copied to go on in.
 *
 * Plain JavaScript, loaded as it stands: JupyterLab takes a prebuilt extension to be an object with
 * `init` and `get` under its name. It uses what the application hands over and imports nothing.
 */
(() => {
  const MARK = "empathy_widgets";
  const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

  /** The cell that tells how far a learner is with every workbook. */
  const CONTENTS = "contents";

  const WORDS = {
    en: {
      press: ["Press ", " to go on"],
      run: "▶▶ Run all cells and go on",
      behind: "This shows your work as it was on {time}. What you wrote after that is kept in this notebook and comes back with ▶▶.",
      look: "Look again",
      starting: "The kernel is starting; this page goes on by itself.",
      handIn: "This is a hand-in. It shows what was handed in and cannot be changed.",
      goOn: "Go on working in a copy",
      failed: "The copy could not be made: {reason}",
    },
    nl: {
      press: ["Druk op ", " om verder te gaan"],
      run: "▶▶ Alle cellen uitvoeren en verdergaan",
      behind: "Dit is je werk zoals het was op {time}. Wat je daarna schreef, staat in dit notebook en komt terug met ▶▶.",
      look: "Opnieuw kijken",
      starting: "De kernel start; deze pagina gaat vanzelf verder.",
      handIn: "Dit is ingeleverd werk. Het laat zien wat er is ingeleverd en kan niet worden veranderd.",
      goOn: "Verder werken in een kopie",
      failed: "De kopie kon niet worden gemaakt: {reason}",
    },
  };

  /** Commands that run the whole notebook, whether from the toolbar, the menu or the keyboard. */
  const RUN_ALL = new Set([
    "notebook:run-all-cells",
    "notebook:restart-run-all",
    "runmenu:run-all",
    "runmenu:restart-and-run-all",
    "kernelmenu:restart-and-run-all",
  ]);

  // A live widget hides what stands in for it; without one, nothing of the dead one is seen.
  const STYLE = `
    .ew-stand-in { margin: 4px 16px 8px calc(var(--jp-cell-prompt-width, 64px) + 8px); font-family: var(--jp-content-font-family); }
    .jp-Cell.ew-step .jp-InputPlaceholder,
    .jp-Cell:has(.empathy-widget) > .ew-stand-in,
    .jp-Cell.ew-saved-widget:not(:has(.empathy-widget)) .jp-OutputArea-child:not(:has([data-mime-type*="error"])),
    .ew-starting .ew-press, body :not(.ew-starting) > .ew-wait { display: none; }
    .ew-press, .ew-wait, .ew-hand-in { margin: 6px 0; color: var(--jp-content-font-color1); font-size: 14px; }
    .ew-press button, .ew-hand-in button {
      font: inherit; min-height: 30px; padding: 2px 12px; margin: 0 2px; cursor: pointer; border-radius: 7px;
      border: 1px solid var(--jp-border-color1); background: var(--jp-layout-color1); color: inherit;
    }
    .ew-hand-in { padding: 8px 12px; border-left: 3px solid var(--jp-brand-color1); background: var(--jp-layout-color2); }
    .ew-stand-in button:focus-visible, .ew-hand-in button:focus-visible { outline: 2px solid var(--jp-brand-color1); }
  `;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  }

  /** Until the kernel can take a run: started, connected and answering. */
  async function kernelReady(sessionContext) {
    await sessionContext.ready;
    if (!sessionContext.session?.kernel || sessionContext.session.kernel.status === "dead") {
      await sessionContext.restartKernel();
    }
    const { kernel } = sessionContext.session;
    await kernel.info;
    if (kernel.connectionStatus !== "connected") {
      await new Promise((resolve) => {
        const look = (_, status) => {
          if (status === "connected") {
            kernel.connectionStatusChanged.disconnect(look);
            resolve();
          }
        };
        kernel.connectionStatusChanged.connect(look);
      });
    }
  }

  function isReady(sessionContext) {
    const kernel = sessionContext.session?.kernel;
    return Boolean(sessionContext.isReady && kernel?.connectionStatus === "connected" && kernel.status !== "unknown");
  }

  /** One open workbook. */
  class Workbook {
    constructor(app, panel) {
      this.app = app;
      this.panel = panel;
      this.standIns = new Map();
      this.runs = null;
      this.draw = this.draw.bind(this);
      this.onCommand = this.onCommand.bind(this);
      this.lookAgain = this.lookAgain.bind(this);
      panel.content.model.cells.changed.connect(this.draw);
      app.commands.commandExecuted.connect(this.onCommand);
      app.shell.currentChanged?.connect(this.lookAgain);
      this.draw();
      this.drawHandIn();
    }

    get mark() {
      return this.panel.content.model?.getMetadata(MARK) ?? {};
    }

    get words() {
      return WORDS[this.mark.lang] ?? WORDS.en;
    }

    dispose() {
      this.app.commands.commandExecuted.disconnect(this.onCommand);
      this.app.shell.currentChanged?.disconnect(this.lookAgain);
      for (const standIn of this.standIns.values()) {
        standIn.dispose();
      }
      this.standIns.clear();
    }

    draw() {
      for (const cell of this.panel.content.widgets) {
        if (cell.model.type === "code" && cell.model.getMetadata(MARK)?.step && !this.standIns.has(cell)) {
          this.standIns.set(cell, new StandIn(this, cell));
          cell.disposed.connect(() => {
            this.standIns.get(cell)?.dispose();
            this.standIns.delete(cell);
          });
        }
      }
    }

    /** JupyterLab drops a run that comes before the kernel is connected, mostly without a word. */
    async onCommand(_, { id, result }) {
      const { shell } = this.app;
      const early = !this.runs && shell.currentWidget === this.panel && !isReady(this.panel.sessionContext);
      if (!RUN_ALL.has(id) || !early) {
        return;
      }
      const before = this.executions();
      const accepted = await result;
      await kernelReady(this.panel.sessionContext);
      if (accepted !== false && this.executions() === before) {
        await this.runAll();
      }
    }

    /** What was run and what is running, to see whether a run got through. */
    executions() {
      return this.panel.content.widgets
        .filter(({ model }) => model.type === "code")
        .map(({ model }) => `${model.executionCount} ${model.executionState}`)
        .join();
    }

    /** Run everything as soon as it can be; pressing twice is pressing once. */
    runAll() {
      this.runs ??= this.runOnce().finally(() => {
        this.runs = null;
        this.panel.node.classList.remove("ew-starting");
      });
      return this.runs;
    }

    /** The learner stays at the step they were at, though JupyterLab goes to the last cell. */
    async runOnce() {
      const { panel, app } = this;
      panel.node.classList.add("ew-starting");
      await kernelReady(panel.sessionContext);
      const { activeCell } = panel.content;
      app.shell.activateById(panel.id);
      await app.commands.execute("notebook:run-all-cells");
      if (activeCell && !activeCell.isDisposed) {
        panel.content.activeCellIndex = panel.content.widgets.indexOf(activeCell);
        activeCell.node.scrollIntoView({ block: "nearest" });
      }
    }

    /** Who comes back to the contents sees how far they are now. */
    lookAgain(_, { newValue }) {
      const shown = [...this.standIns.values()].some((standIn) => standIn.isContents && standIn.wasRun);
      if (newValue === this.panel && shown && isReady(this.panel.sessionContext)) {
        this.runAll();
      }
    }

    /** A hand-in says that it is one, and how to go on. */
    drawHandIn() {
      const [first] = this.panel.content.widgets;
      if (!this.mark.hand_in || !first) {
        return;
      }
      const { words } = this;
      const button = make("button", "", words.goOn);
      button.type = "button";
      const said = make("p", "");
      said.setAttribute("role", "status");
      button.addEventListener("click", () =>
        this.copyToGoOn().catch((error) => {
          said.textContent = words.failed.replace("{reason}", error.message);
        }),
      );
      const banner = make("div", "ew-hand-in", make("p", "", words.handIn), button, said);
      keepKeysIn(banner);
      first.ready.then(() => first.node.prepend(banner));
    }

    /** A workbook of its own beside the hand-in, with the same answers under a new id. */
    async copyToGoOn() {
      const { contents } = this.app.serviceManager;
      const { path } = this.panel.context;
      const notebook = this.panel.context.model.toJSON();
      const mark = notebook.metadata[MARK];
      const target = await freeName(contents, path.replace(/\.ipynb$/, ""));
      delete mark.hand_in;
      mark.notebook = target.split("/").at(-1);
      if (mark.answers) {
        mark.answers.document_id = randomId();
      }
      for (const cell of notebook.cells) {
        if (cell.metadata.tags?.includes("parameters")) {
          const source = [cell.source].flat().join("");
          cell.source = source.replace(/^answers\s*=.*$/m, "answers = None  # None to learn; an Answers document to grade");
        }
      }
      await contents.save(target, { type: "notebook", format: "json", content: notebook });
      await this.app.commands.execute("docmanager:open", { path: target });
    }
  }

  /** What stands in a step's cell as long as no live widget does. */
  class StandIn {
    constructor(workbook, cell) {
      this.workbook = workbook;
      this.cell = cell;
      this.twin = null;
      this.node = make("div", "ew-stand-in");
      this.update = this.update.bind(this);
      keepKeysIn(this.node);
      cell.addClass("ew-step");
      cell.model.outputs.changed.connect(this.update);
      // A notebook draws only the cells near the window; a cell is filled when its turn comes.
      cell.ready.then(() => {
        if (!cell.isDisposed) {
          cell.node.append(this.node);
          this.update();
        }
      });
    }

    get isContents() {
      return this.cell.model.getMetadata(MARK)?.step === CONTENTS;
    }

    get wasRun() {
      return this.cell.model.outputs.length > 0;
    }

    dispose() {
      this.cell.model?.outputs?.changed.disconnect(this.update);
      this.twin?.dispose();
      this.node.remove();
    }

    update() {
      const { workbook, cell, node } = this;
      const outputs = cell.model.outputs.toJSON();
      const widget = outputs.find((output) => output.data?.[WIDGET_VIEW]);
      const html = widget?.data["text/html"] ?? (outputs.length ? "" : cell.model.getMetadata(MARK).twin);
      cell.toggleClass("ew-saved-widget", Boolean(widget));
      this.twin?.dispose();
      this.twin = null;
      node.replaceChildren();
      if (html) {
        this.drawTwin([html].flat().join(""));
      }
      if (widget) {
        node.append(...this.behind(widget.metadata?.[MARK]));
      }
      if (!workbook.mark.hand_in) {
        node.append(...this.goOn());
      }
    }

    /** Drawn by JupyterLab's own renderer as something that nobody trusts, so it is sanitised. */
    drawTwin(html) {
      this.twin = this.workbook.panel.content.rendermime.createRenderer("text/html");
      this.node.append(this.twin.node);
      this.twin.renderModel({ data: { "text/html": html }, metadata: {}, trusted: false, setData() {} });
    }

    /** With a dead kernel a twin is not renewed; then it says up to when it is current. */
    behind(stamp) {
      const { mark, words } = this.workbook;
      const entries = Object.values(mark.answers?.steps?.[this.cell.model.getMetadata(MARK).step] ?? {});
      const edits = entries.reduce((sum, entry) => sum + (Number(entry?.clock?.[0]) || 0), 0);
      if (!stamp || stamp.edits >= edits) {
        return [];
      }
      const time = new Date(stamp.at).toLocaleString(mark.lang === "nl" ? "nl-NL" : "en-GB", {
        day: "numeric",
        month: "long",
        hour: "2-digit",
        minute: "2-digit",
      });
      return [make("p", "ew-press", words.behind.replace("{time}", time))];
    }

    goOn() {
      const { words } = this.workbook;
      const again = this.isContents && this.wasRun;
      const button = make("button", "", again ? words.look : "▶▶");
      button.type = "button";
      if (!again) {
        button.setAttribute("aria-label", words.run);
      }
      button.addEventListener("click", () => this.workbook.runAll());
      const waiting = make("p", "ew-wait", words.starting);
      waiting.setAttribute("role", "status");
      return [make("p", "ew-press", ...(again ? [button] : [words.press[0], button, words.press[1]])), waiting];
    }
  }

  /** Keys pressed on our buttons are not shortcuts of the notebook. */
  function keepKeysIn(node) {
    node.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
    node.addEventListener("keydown", (event) => event.stopPropagation());
  }

  async function freeName(contents, stem) {
    for (let number = 1; ; number += 1) {
      const path = `${stem}-${number}.ipynb`;
      const taken = await contents.get(path, { content: false }).then(
        () => true,
        (error) => {
          if (error.response?.status === 404) {
            return false;
          }
          throw error;
        },
      );
      if (!taken) {
        return path;
      }
    }
  }

  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const plugin = {
    id: "empathy-widgets:before-running",
    description: "Shows each step of a workbook before anything is run.",
    autoStart: true,
    activate(app) {
      document.head.append(make("style", "ew-style", STYLE));
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew(panel, context) {
          let workbook = null;
          context.ready.then(() => {
            if (!panel.isDisposed && context.model.getMetadata(MARK)) {
              workbook = new Workbook(app, panel);
            }
          });
          return {
            isDisposed: false,
            dispose() {
              this.isDisposed = true;
              workbook?.dispose();
            },
          };
        },
      });
    },
  };

  globalThis._JUPYTERLAB ??= {};
  globalThis._JUPYTERLAB["empathy-widgets"] = {
    init() {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
