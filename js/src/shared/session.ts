/** One view of one step: its store, its line to the kernel and the notebook around it. */
import type { Compared } from "../empathy_map/Compare";
import { mergeSteps } from "./entries";
import { recall, remember } from "./local";
import { editsIn, Notebook } from "./notebook";
import type { FromKernel, Openable, State, Summary, ToKernel } from "./protocol";
import type { Entries, Lang, Translate } from "./step";
import { randomName, StepStore } from "./store";
import { translator } from "./strings";
import { PATIENCE, type Saved, Sync } from "./sync";

/** What anywidget gives a widget of its model. */
export interface WidgetModel {
  get(name: string): unknown;
  send(message: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void;
  on(event: string, listener: (message: never) => void): void;
  off(event: string, listener: (message: never) => void): void;
  widget_manager?: unknown;
}

/** What every step and panel may know of its workbook. */
export interface Props {
  exercise: string;
  content: string;
  version: string;
  title: string;
  prompt?: string;
  points?: number;
  /** Not in a workbook: kept by the kernel, not in the notebook; the id of its own model. */
  alone?: string;
}

/** All widgets of a page answer this: they send what is unsaved and put a promise in the detail. */
const FLUSH = "empathy-widgets:flush";

/** A large photo takes its time, on its way and in the kernel; in milliseconds. */
const PHOTO_PATIENCE = 20_000;

export class Session {
  readonly kind: string;
  readonly step: string;
  readonly lang: Lang;
  readonly props: Props;
  readonly t: Translate;
  readonly store: StepStore;
  readonly sync: Sync;
  /** The notebook that carries the answers; a widget on its own has none. */
  readonly notebook: Notebook | undefined;
  readonly #host: Notebook | undefined;
  readonly #model: WidgetModel;
  state: State | null = null;
  summary: Summary | null = null;
  /** Maps that are laid side by side at this step. */
  compared: Compared | null = null;
  /** Whether it fits on one printed page, in words, or "". */
  page?: string;
  /** A check is on its way. */
  checking = false;
  /** The learner asked for something and nothing came back. */
  unanswered = false;
  /** The answer was changed since the check. */
  outdated = false;
  readonly #photos = new Map<string, (problem: string) => void>();
  readonly #ends = new AbortController();
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(model: WidgetModel) {
    this.#model = model;
    this.kind = String(model.get("kind"));
    this.step = String(model.get("step"));
    this.lang = model.get("lang") === "nl" ? "nl" : "en";
    this.props = model.get("props") as Props;
    this.t = translator(model.get("strings") as Record<string, string>, this.lang);
    this.#host = Notebook.around(model);
    this.notebook = this.props.alone ? undefined : this.#host;
    const client = `b${randomName(11)}`;
    this.store = new StepStore(
      client,
      (id) => this.#onEdit(id),
      () => this.sync.push(),
    );
    this.sync = new Sync({
      client,
      store: this.store,
      send: (message) => this.send(message),
      hello: () => this.#hello(client),
      keep: (entries) => this.#keep(entries),
      changed: () => this.store.tell(),
    });
    this.store.merge(this.#found());
  }

  get saved(): Saved {
    return this.sync.saved;
  }

  get readOnly(): boolean {
    return this.state?.read_only ?? false;
  }

  get documentId(): string | null {
    return this.state?.document_id ?? this.notebook?.mark.answers?.document_id ?? null;
  }

  start(): void {
    const { signal } = this.#ends;
    this.#model.on("msg:custom", this.#onMessage);
    this.#model.on("comm_live_update", this.#onCommLive);
    addEventListener("pagehide", () => this.sync.push(), { signal });
    document.addEventListener("visibilitychange", () => this.sync.push(), { signal });
    document.addEventListener(
      FLUSH,
      (event) => (event as CustomEvent<Promise<boolean>[]>).detail.push(this.sync.flushed()),
      { signal },
    );
    this.sync.start();
  }

  stop(): void {
    clearTimeout(this.#patience);
    this.sync.stop();
    this.#ends.abort();
    this.#model.off("msg:custom", this.#onMessage);
    this.#model.off("comm_live_update", this.#onCommLive);
  }

  check(): void {
    this.sync.push();
    this.checking = true;
    this.outdated = false;
    this.ask({ type: "check" });
  }

  open(what: Openable["what"]): void {
    this.ask({ type: "open", what });
  }

  chooseDocument(documentId: string): void {
    this.ask({ type: "choose_document", document_id: documentId });
  }

  /** Ask the kernel for something; the learner is told when no answer comes. */
  ask(message: ToKernel): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      this.checking = false;
      this.unanswered = true;
      this.store.tell();
    }, PATIENCE);
    this.send(message);
    this.store.tell();
  }

  /** Send a photo to the kernel, which makes it small; what is wrong with it in words, or "". */
  sendPhoto(slot: string, bytes: ArrayBuffer): Promise<string> {
    return new Promise((answer) => {
      const late = setTimeout(() => answer(this.t("ui.unanswered")), PHOTO_PATIENCE);
      this.#photos.set(slot, (problem) => {
        clearTimeout(late);
        answer(problem);
      });
      this.send({ type: "photo", slot }, [bytes]);
    });
  }

  send(message: ToKernel, buffers?: ArrayBuffer[]): void {
    try {
      this.#model.send(message, undefined, buffers);
    } catch (error) {
      console.warn("empathy_widgets: no kernel", error);
    }
  }

  /** Everything on this page sent; true when all of it is on disk. */
  async flushPage(): Promise<boolean> {
    const waiting: Promise<boolean>[] = [];
    document.dispatchEvent(new CustomEvent(FLUSH, { detail: waiting }));
    return (await Promise.all(waiting)).every(Boolean);
  }

  /** Send everything and save the notebook, as Ctrl+S asks. */
  async saveAll(): Promise<void> {
    await this.flushPage();
    await this.#host?.save();
  }

  /** A copy of the answers that a learner can keep when nothing can be saved. */
  answersFile(): { name: string; text: string } {
    const id = this.documentId ?? "";
    const carried = this.notebook?.mark.answers;
    const steps = carried?.document_id === id ? carried.steps : {};
    const answers = {
      format_version: 1,
      document_id: id,
      exercise: this.props.exercise,
      steps: { ...steps, [this.step]: mergeSteps(steps[this.step] ?? {}, this.store.entries) },
    };
    return {
      name: `${this.props.exercise}-${id.slice(0, 8)}.json`,
      text: JSON.stringify(answers, null, 1),
    };
  }

  #hello(client: string): ToKernel {
    return {
      type: "hello",
      client,
      notebook: this.notebook?.name ?? null,
      document_id: this.documentId,
      entries: mergeSteps(this.#found(), this.store.entries),
    };
  }

  /** What the notebook and this browser hold of this step. */
  #found(): Entries {
    const carried = this.notebook?.mark.answers;
    const id = this.state?.document_id ?? carried?.document_id;
    const inBrowser = id ? recall(id, this.step) : {};
    const inNotebook = id && carried?.document_id === id ? this.notebook?.entries(this.step) : {};
    return mergeSteps(inNotebook ?? {}, inBrowser);
  }

  #keep(entries: Entries): void {
    const id = this.documentId;
    if (id && !this.props.alone) {
      this.notebook?.keep({ id, exercise: this.props.exercise }, this.step, entries);
      remember(id, this.step, this.store.entries);
    }
  }

  #onEdit(id: string): void {
    this.outdated = this.state?.result != null && !id.startsWith("self.");
    this.sync.edited(id);
  }

  readonly #onMessage = (message: FromKernel): void => {
    if (message.type === "state") {
      this.#onState(message);
    } else if (message.type === "panel") {
      this.summary = message.data;
    } else if (message.type === "compared") {
      this.compared = message.data;
    } else if (message.type === "ack" || message.type === "not_saved") {
      this.store.merge(message.entries);
      if (Object.keys(message.entries).length > 0) {
        this.#keep(message.entries);
      }
    } else if (message.type === "photo") {
      this.#photos.get(message.slot)?.(message.problem);
      this.#photos.delete(message.slot);
    } else if (message.type === "file") {
      this.#answered();
      download(message.name, message.text);
    }
    this.sync.hear(message);
    this.page = (message as Partial<State>).page ?? this.page;
    if ((message.type === "state" || message.type === "ack") && message.twin) {
      // What the kernel has not acknowledged is not in its twin.
      const edits = editsIn(this.store.entries) - this.sync.unsaved().length;
      const place = this.props.alone ? { model: this.props.alone } : { step: this.step };
      this.#host?.putTwin(place, message.twin, { at: new Date().toISOString(), edits });
    }
    this.store.tell();
  };

  #onState(state: State): void {
    const before = this.documentId;
    this.state = state;
    this.#answered();
    if (before === null || before === state.document_id) {
      this.store.merge(state.entries);
    } else {
      this.store.replace(mergeSteps(state.entries, this.#unsaved()));
    }
    this.#keep(this.store.entries);
  }

  #answered(): void {
    clearTimeout(this.#patience);
    this.checking = false;
    this.unanswered = false;
  }

  #unsaved(): Entries {
    const { entries } = this.store;
    return Object.fromEntries(
      this.sync.unsaved().flatMap((id) => {
        const entry = entries[id];
        return entry ? [[id, entry]] : [];
      }),
    );
  }

  readonly #onCommLive = (): void => this.sync.suspect();
}

/** Give the learner a file. */
export function download(name: string, text: string, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
