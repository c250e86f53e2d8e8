/** Every edit reaches the disk, or the learner is told; typing is never lost. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { edit } from "../src/shared/entries";
import { Session } from "../src/shared/session";
import { LONGEST, PATIENCE, RAREST, TRAILING } from "../src/shared/sync";
import { FakeKernel, type Traits } from "./fake_kernel";
import { fakeNotebook } from "./fake_notebook";

const TRAITS: Traits = {
  kind: "text",
  step: "need",
  lang: "en",
  props: { title: "Need", exercise: "well", content: "c", version: "1" },
  strings: {},
};
const open: Session[] = [];

function start(kernel: FakeKernel, manager?: unknown): Session {
  const session = new Session(kernel.model(TRAITS, manager));
  session.start();
  open.push(session);
  return session;
}

const type = (session: Session, text: string): void =>
  session.store.edit("text", { value: { text } });
const textIn = (session: Session): unknown => session.store.entries.text?.value.text;
const edits = (kernel: FakeKernel) => kernel.received.filter((message) => message.type === "edit");

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  for (const session of open.splice(0)) {
    session.stop();
  }
  vi.useRealTimers();
});

test("one message after a pause in typing, then it is saved", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  type(session, "She");
  type(session, "She walks");
  expect(session.saved.state).toBe("saving");
  vi.advanceTimersByTime(TRAILING - 1);
  expect(edits(kernel)).toHaveLength(0);
  vi.advanceTimersByTime(30);
  expect(edits(kernel)).toHaveLength(1);
  expect(kernel.entries.text?.value).toEqual({ text: "She walks" });
  expect(session.saved.state).toBe("saved");
});

test("steady typing is sent at least once a second", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  for (let key = 0; key < 40; key += 1) {
    type(session, "x".repeat(key));
    vi.advanceTimersByTime(100);
  }
  expect(edits(kernel).length).toBeGreaterThanOrEqual(Math.floor(4_000 / LONGEST) - 1);
});

test("a blur or a page that is left sends at once", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  type(session, "to the well");
  session.store.flush();
  vi.advanceTimersByTime(15);
  expect(edits(kernel)).toHaveLength(1);
  type(session, "to the well and back");
  dispatchEvent(new Event("pagehide"));
  vi.advanceTimersByTime(15);
  expect(edits(kernel)).toHaveLength(2);
});

test("silence is said after 2.5 s, even to somebody who types on, and is over when the kernel answers", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  kernel.alive = false;
  for (let key = 0; key < 40; key += 1) {
    type(session, "x".repeat(key));
    vi.advanceTimersByTime(100);
  }
  expect(session.saved).toMatchObject({ state: "not_saved", why: "slow" });
  kernel.alive = true;
  vi.advanceTimersByTime(RAREST);
  expect(kernel.entries.text?.value).toEqual({ text: "x".repeat(39) });
  expect(session.saved.state).toBe("saved");
});

test("everything that was not acknowledged goes out again, at growing intervals", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  kernel.alive = false;
  type(session, "one");
  vi.advanceTimersByTime(TRAILING);
  session.store.edit("other", { value: { text: "two" } });
  vi.advanceTimersByTime(PATIENCE * 8);
  kernel.alive = true;
  vi.advanceTimersByTime(RAREST);
  expect(Object.keys(kernel.entries).sort()).toEqual(["other", "text"]);
  expect(session.sync.unsaved()).toEqual([]);
});

test("a kernel that died is said at once; after a restart without this step nothing claims to be saved", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  kernel.die();
  expect(session.saved).toMatchObject({ state: "not_saved", why: "gone" });
  type(session, "still here");
  vi.advanceTimersByTime(60_000);
  expect(session.saved.state).toBe("not_saved");
});

test("a sign of death that was false is taken back by the first answer", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  session.sync.suspect();
  vi.advanceTimersByTime(50);
  expect(session.saved.state).toBe("saved");
});

test("a full disk is said in the words of the kernel, and saving is tried again", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  kernel.full = "Not saved: the disk is full.";
  type(session, "a");
  vi.advanceTimersByTime(TRAILING + 50);
  expect(session.saved).toEqual({ state: "not_saved", why: "refused", reason: kernel.full });
  kernel.full = "";
  vi.advanceTimersByTime(RAREST);
  expect(session.saved.state).toBe("saved");
});

test("a check that is not on disk is said at once, and tried again until it is", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  const trouble = "Not saved: the disk is full.";
  kernel.extra = { trouble };
  session.check();
  vi.advanceTimersByTime(50);
  expect(session.saved).toEqual({ state: "not_saved", why: "refused", reason: trouble });
  vi.advanceTimersByTime(PATIENCE + 50);
  expect(session.saved.state).toBe("not_saved");
  kernel.extra = {};
  vi.advanceTimersByTime(RAREST);
  expect(session.saved.state).toBe("saved");
});

test("two tabs on one step see each other, and what both wrote at once is kept", () => {
  const kernel = new FakeKernel();
  const [one, two] = [start(kernel), start(kernel)];
  vi.advanceTimersByTime(50);
  type(one, "Tab one");
  type(two, "Tab two");
  vi.advanceTimersByTime(1_000);
  expect(textIn(one)).toBe(textIn(two));
  const kept = one.store.entries.text?.kept.map(({ value }) => value.text);
  expect([textIn(one), ...(kept ?? [])].sort()).toEqual(["Tab one", "Tab two"]);
});

test("fifty notes in each of two tabs are a hundred notes in both and in the kernel", () => {
  const kernel = new FakeKernel();
  const [one, two] = [start(kernel), start(kernel)];
  vi.advanceTimersByTime(50);
  for (let note = 0; note < 50; note += 1) {
    one.store.edit(`n-one-${note}`, { value: { text: `${note}` } });
    two.store.edit(`n-two-${note}`, { value: { text: `${note}` } });
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(2_000);
  for (const entries of [one.store.entries, two.store.entries, kernel.entries]) {
    expect(Object.keys(entries)).toHaveLength(100);
  }
});

test("every push is mirrored into the notebook, beside what others put there", () => {
  const kernel = new FakeKernel();
  const notebook = fakeNotebook({ lang: "nl", content: "c0" });
  const session = start(kernel, notebook.manager);
  vi.advanceTimersByTime(50);
  expect(notebook.sets()).toBe(0);
  type(session, "an hour");
  vi.advanceTimersByTime(TRAILING + 50);
  expect(notebook.mark()).toMatchObject({ lang: "nl", content: "c0", notebook: "01-well.ipynb" });
  expect(notebook.mark().answers).toMatchObject({
    format_version: 1,
    document_id: kernel.documentId,
    exercise: "well",
    steps: { need: { text: { value: { text: "an hour" } } } },
  });
});

test("what is typed with a dead kernel is in the notebook and comes back with the next one", () => {
  const kernel = new FakeKernel();
  const notebook = fakeNotebook();
  const session = start(kernel, notebook.manager);
  vi.advanceTimersByTime(50);
  kernel.die();
  type(session, "typed into the void");
  vi.advanceTimersByTime(LONGEST);
  session.stop();

  const next = new FakeKernel();
  const again = start(next, notebook.manager);
  vi.advanceTimersByTime(50);
  expect(textIn(again)).toBe("typed into the void");
  expect(next.entries.text?.value).toEqual({ text: "typed into the void" });
});

test("the browser's own storage is the last net, for the same document only", () => {
  const kernel = new FakeKernel();
  const notebook = fakeNotebook();
  const session = start(kernel, notebook.manager);
  vi.advanceTimersByTime(50);
  type(session, "in storage");
  vi.advanceTimersByTime(LONGEST);
  const mark = structuredClone(notebook.mark());
  const unsaved = { ...mark, answers: mark.answers && { ...mark.answers, steps: {} } };
  expect(textIn(start(new FakeKernel(), fakeNotebook(unsaved).manager))).toBe("in storage");
  expect(textIn(start(new FakeKernel(), fakeNotebook().manager))).toBeUndefined();
});

test("another document takes the place of this one, without what was typed meanwhile being lost", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  type(session, "of the old document");
  vi.advanceTimersByTime(2_000);
  session.store.edit("other", { value: { text: "typed this moment" } });
  kernel.documentId = "2d".repeat(16);
  kernel.entries = { text: edit(undefined, { client: "k", value: { text: "of the new one" } }) };
  kernel.tellState();
  expect(textIn(session)).toBe("of the new one");
  expect(session.store.entries.other?.value.text).toBe("typed this moment");
});

test("the static twin goes into the step's output silently, beside the live widget", () => {
  const kernel = new FakeKernel();
  const notebook = fakeNotebook();
  start(kernel, notebook.manager);
  vi.advanceTimersByTime(50);
  const twin = { "text/html": "<p>An hour</p>", "text/plain": "An hour" };
  kernel.tell({ type: "ack", client: "", rev: 0, entries: {}, twin });
  expect(notebook.changes).toHaveLength(1);
  expect(notebook.changes[0]).toMatchObject({ start: 0, origin: "silent-change" });
  expect(notebook.changes[0]?.outputs[0]).toMatchObject({
    data: twin,
    metadata: { empathy_widgets: { edits: 0 } },
  });
});

test("Ctrl+S waits for what is unsaved and then saves the notebook", async () => {
  const kernel = new FakeKernel();
  const notebook = fakeNotebook();
  const session = start(kernel, notebook.manager);
  vi.advanceTimersByTime(50);
  type(session, "just now");
  const saving = session.saveAll();
  await vi.advanceTimersByTimeAsync(50);
  await saving;
  expect(notebook.saves()).toBe(1);
  expect(kernel.entries.text?.value.text).toBe("just now");
});

test("the copy to download is a whole document that Python can read", () => {
  const kernel = new FakeKernel();
  const session = start(kernel);
  vi.advanceTimersByTime(50);
  type(session, "keep me");
  const file = session.answersFile();
  expect(file.name).toBe("well-0f0f0f0f.json");
  expect(JSON.parse(file.text)).toMatchObject({
    format_version: 1,
    document_id: kernel.documentId,
    exercise: "well",
    steps: { need: { text: { value: { text: "keep me" } } } },
  });
});
