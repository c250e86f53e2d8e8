/**
 * A stand-in for the kernel and for what anywidget gives a widget of its model.
 *
 * Faithful to what was measured in JupyterLab: messages arrive later and in order, `get` gives copies,
 * a dead kernel swallows messages without an error, and every page of a step hears every answer.
 * Like the real one it merges, acknowledges only what it holds, and makes the state of a step.
 */
import face_parts from "../../empathy_widgets/views/face_parts.json";
import type { Compared } from "../src/empathy_map/Compare";
import { edit, mergeSteps } from "../src/shared/entries";
import type {
  FromKernel,
  Openable,
  Result,
  State,
  Summary,
  ToKernel,
} from "../src/shared/protocol";
import type { WidgetModel } from "../src/shared/session";
import type { Entries } from "../src/shared/step";

type Listener = (message: never) => void;

export interface Traits {
  kind: string;
  step: string;
  lang: "en" | "nl";
  props: object;
  strings: Record<string, string>;
  face_parts?: object;
}

export class FakeKernel {
  alive = true;
  /** When set, saving fails for this reason. */
  full = "";
  entries: Entries = {};
  documentId = "0f".repeat(16);
  received: ToKernel[] = [];
  result: Result | null = null;
  openable: Openable[] = [];
  prose: State["opened"] = {};
  opened: State["opened"] = {};
  extra: Partial<State> = {};
  summary: Summary | null = null;
  compared: Compared | null = null;
  onCheck: (entries: Entries) => Result | null = () => this.result;
  private readonly models: FakeModel[] = [];

  constructor(private readonly delay = 10) {}

  /** A view of the step in one page. */
  model(traits: Traits, widgetManager?: unknown): FakeModel {
    const made = new FakeModel(
      { ...traits, face_parts },
      (message, buffers) => this.later(() => this.hear(message, buffers)),
      widgetManager,
    );
    this.models.push(made);
    return made;
  }

  /** Tell every page of the step. */
  tell(message: FromKernel): void {
    for (const model of this.models) {
      model.emit("msg:custom", structuredClone(message));
    }
  }

  tellState(): void {
    this.tell({
      type: "state",
      document_id: this.documentId,
      entries: this.entries,
      saved_at: "",
      read_only: false,
      notice: "",
      notice_values: {},
      documents: [],
      result: this.result,
      openable: this.openable.map((one) => ({ ...one, opened: one.what in this.opened })),
      opened: this.opened,
      previous: null,
      twin: null,
      ...this.extra,
    });
    if (this.summary) {
      this.tell({ type: "panel", data: this.summary });
    }
    if (this.compared) {
      this.tell({ type: "compared", data: this.compared });
    }
  }

  /** Somebody else wrote: another tab or another kernel on the same answers. */
  news(entries: Entries): void {
    this.entries = mergeSteps(this.entries, entries);
    this.tell({ type: "ack", client: "", rev: 0, entries, twin: null });
  }

  /** The kernel restarts from the menu: a fast sign to every page, and no answer any more. */
  die(): void {
    this.alive = false;
    for (const model of this.models) {
      model.emit("comm_live_update", undefined);
    }
  }

  private hear(message: ToKernel, buffers: ArrayBuffer[]): void {
    if (!this.alive) {
      return;
    }
    this.received.push(message);
    if (message.type === "hello") {
      this.entries = mergeSteps(this.entries, message.entries);
      this.tellState();
    } else if (message.type === "edit") {
      this.entries = mergeSteps(this.entries, message.entries);
      const { client, rev } = message;
      const entries = {};
      this.tell({ type: "ack", client: "", rev: 0, entries: message.entries, twin: null });
      this.tell(
        this.full
          ? { type: "not_saved", client, rev, reason: this.full, entries }
          : { type: "ack", client, rev, entries, saved_at: new Date().toISOString(), twin: null },
      );
    } else if (message.type === "check") {
      this.result = this.onCheck(this.entries);
      this.openable = this.openable.map((one) => ({ ...one, due: true }));
      this.tellState();
    } else if (message.type === "open") {
      this.opened = { ...this.opened, [message.what]: this.prose[message.what] ?? [] };
      this.tellState();
    } else if (message.type === "photo") {
      this.takePhoto(message.slot, new Uint8Array(buffers[0] ?? new ArrayBuffer()));
    } else if (message.type === "choose_document") {
      this.documentId = "1e".repeat(16);
      this.extra = {};
      this.tellState();
    }
  }

  /** The real one makes a photo small; this one keeps a JPEG as it is and refuses the rest. */
  private takePhoto(slot: string, bytes: Uint8Array): void {
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
    if (isJpeg) {
      const data = btoa(String.fromCharCode(...bytes));
      this.news({ [slot]: edit(this.entries[slot], { client: "kernel", value: { data } }) });
    }
    this.tell({ type: "photo", slot, problem: isJpeg ? "" : "This is no photo." });
  }

  private later(act: () => void): void {
    setTimeout(act, this.delay);
  }
}

export class FakeModel implements WidgetModel {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(
    private readonly traits: Traits,
    private readonly hear: (message: ToKernel, buffers: ArrayBuffer[]) => void,
    readonly widget_manager?: unknown,
  ) {}

  get(name: string): unknown {
    return structuredClone(this.traits[name as keyof Traits]);
  }

  send(message: unknown, _callbacks?: unknown, buffers: ArrayBuffer[] = []): void {
    this.hear(JSON.parse(JSON.stringify(message)) as ToKernel, buffers);
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  off(event: string, listener: Listener): void {
    this.listeners.get(event)?.delete(listener);
  }

  emit(event: string, message: unknown): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) {
      listener(message as never);
    }
  }
}
