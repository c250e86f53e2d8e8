/**
 * Gets every edit to disk, and knows whether it is there.
 *
 * Edits go out 250 ms after the last one and at most 1 s after the first. The kernel acknowledges
 * what is on disk; without an answer in 2.5 s the learner is told, and everything that was not
 * acknowledged goes out again, at growing intervals, until it is.
 */
import type { FromKernel, ToKernel } from "./protocol";
import type { Entries } from "./step";
import type { StepStore } from "./store";

export const TRAILING = 250;
export const LONGEST = 1_000;
export const PATIENCE = 2_500;
export const RAREST = 30_000;

export type Saved =
  | { state: "saved"; at: string }
  | { state: "saving" }
  /** `slow`: no answer; `gone`: the kernel stopped; `refused`: it could not save, and says why. */
  | { state: "not_saved"; why: "slow" | "gone" | "refused"; reason: string };

export interface SyncOptions {
  client: string;
  store: StepStore;
  /** What cannot be sent is not lost: no acknowledgement comes, so it is sent again. */
  send(message: ToKernel): void;
  /** Makes the greeting, which the kernel answers with the state of the step. */
  hello(): ToKernel;
  /** Keeps entries where they survive without a kernel: notebook metadata and localStorage. */
  keep(entries: Entries): void;
  /** The saved state changed. */
  changed(): void;
}

export class Sync {
  saved: Saved = { state: "saved", at: "" };
  readonly #options: SyncOptions;
  /** Edited here and not sent yet. */
  readonly #fresh = new Set<string>();
  /** Sent and not acknowledged: the last revision that carried the entry. */
  readonly #sent = new Map<string, number>();
  #rev = 0;
  #greeted = false;
  #patience = PATIENCE;
  #trailing: Timer;
  #longest: Timer;
  #deadline: Timer;
  #waiting: (() => void)[] = [];

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  /** Greet the kernel. */
  start(): void {
    this.#options.send(this.#options.hello());
    this.#expectAnswer();
  }

  stop(): void {
    this.push();
    this.#clear();
    clearTimeout(this.#deadline);
  }

  /** An entry was changed here. */
  edited(id: string): void {
    this.#fresh.add(id);
    if (this.saved.state === "saved") {
      this.#show({ state: "saving" });
    }
    clearTimeout(this.#trailing);
    this.#trailing = setTimeout(() => this.push(), TRAILING);
    this.#longest ??= setTimeout(() => this.push(), LONGEST);
  }

  /** Send now what was edited since the last time. */
  push(): void {
    this.#clear();
    if (this.#fresh.size > 0) {
      const ids = [...this.#fresh];
      this.#fresh.clear();
      this.#send(ids);
    }
  }

  /** The ids of what is not known to be on disk. */
  unsaved(): string[] {
    return [...new Set([...this.#fresh, ...this.#sent.keys()])];
  }

  /** Send everything; true when it is on disk, false when no acknowledgement came in time. */
  flushed(): Promise<boolean> {
    this.push();
    if (this.#sent.size === 0) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  hear(message: FromKernel): void {
    if (message.type === "state") {
      this.#onState(message.saved_at ?? "", message.trouble ?? "");
    } else if (message.type === "ack" && message.client === this.#options.client) {
      this.#onAck(message.rev, message.saved_at ?? "");
    } else if (message.type === "not_saved" && message.client === this.#options.client) {
      this.#show({ state: "not_saved", why: "refused", reason: message.reason });
      this.#expectAnswer();
    }
  }

  /** A fast sign that the kernel stopped; it may come without reason, so a greeting finds out. */
  suspect(): void {
    this.#greeted = false;
    this.#show({ state: "not_saved", why: "gone", reason: "" });
    this.start();
  }

  #onState(savedAt: string, trouble: string): void {
    this.#greeted = true;
    if (trouble) {
      // A check or a photo that is not on disk: greet again later, the kernel then tries again.
      this.#greeted = false;
      this.#show({ state: "not_saved", why: "refused", reason: trouble });
      this.#expectAnswer();
    } else if (this.#sent.size === 0) {
      this.#answered();
      this.#settle(savedAt);
    } else if (this.saved.state === "not_saved") {
      this.#answered();
      this.#send([...this.#sent.keys()]);
    }
  }

  #onAck(rev: number, savedAt: string): void {
    for (const [id, carried] of this.#sent) {
      if (carried <= rev) {
        this.#sent.delete(id);
      }
    }
    this.#answered();
    if (this.#sent.size > 0) {
      this.#expectAnswer();
    } else {
      this.#settle(savedAt);
    }
  }

  #settle(savedAt: string): void {
    this.#show(this.#fresh.size > 0 ? { state: "saving" } : { state: "saved", at: savedAt });
    for (const done of this.#waiting.splice(0)) {
      done();
    }
  }

  #onSilence(): void {
    this.#deadline = undefined;
    this.#patience = Math.min(this.#patience * 2, RAREST);
    if (this.saved.state !== "not_saved") {
      this.#show({ state: "not_saved", why: "slow", reason: "" });
    }
    if (!this.#greeted) {
      this.#options.send(this.#options.hello());
    }
    if (this.#sent.size > 0) {
      this.#send([...this.#sent.keys()]);
    } else {
      this.#expectAnswer();
    }
  }

  #send(ids: string[]): void {
    this.#rev += 1;
    const all = this.#options.store.entries;
    const entries: Entries = {};
    for (const id of ids) {
      const entry = all[id];
      if (entry) {
        entries[id] = entry;
        this.#sent.set(id, this.#rev);
      }
    }
    this.#options.keep(entries);
    this.#options.send({ type: "edit", client: this.#options.client, rev: this.#rev, entries });
    // Somebody who types on must not push the moment away at which silence is noticed.
    if (this.#deadline === undefined) {
      this.#expectAnswer();
    }
  }

  #answered(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    this.#patience = PATIENCE;
  }

  #expectAnswer(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#onSilence(), this.#patience);
  }

  #clear(): void {
    clearTimeout(this.#trailing);
    clearTimeout(this.#longest);
    this.#trailing = undefined;
    this.#longest = undefined;
  }

  #show(saved: Saved): void {
    this.saved = saved;
    this.#options.changed();
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
