/** What stands around every step: title, saved state, help to open, the check and what it says. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Compare } from "../empathy_map/Compare";
import { WorkedMap } from "../empathy_map/WorkedMap";
import { useAnnouncer } from "./announce";
import { Blocks } from "./blocks";
import { Feedback, pointsInWords } from "./feedback";
import type { Openable, SavedDocument } from "./protocol";
import { download, type Session } from "./session";
import type { StepProps, WithPhotos } from "./step";
import { randomName } from "./store";
import { clockTime } from "./strings";

export interface Kind {
  // biome-ignore lint/suspicious/noExplicitAny: each kind has props of its own
  View: (p: StepProps<any> & WithPhotos) => JSX.Element;
  /** The view shows findings about a part beside that part. */
  showsParts?: boolean;
  /** The view itself shows maps side by side, where there are some. */
  compares?: boolean;
}

export function Step({ session, kind }: { session: Session; kind: Kind }): JSX.Element {
  const { t, props, state, store } = session;
  const [announce, announcer] = useAnnouncer();
  const result = state?.result ?? null;
  const { View, showsParts = false } = kind;

  const wasChecking = useRef(false);
  useLayoutEffect(() => {
    if (wasChecking.current && !session.checking && result) {
      const count = (verdict: string): number =>
        result.findings.filter((finding) => finding.verdict === verdict).length;
      announce(
        t("ui.checked", {
          points: pointsInWords(result, t),
          good: count("met"),
          think: count("not_met"),
        }),
      );
    }
    wasChecking.current = session.checking;
  });

  return (
    <Frame session={session} announcer={announcer}>
      {session.compared && !kind.compares && <Compare compared={session.compared} t={t} />}
      <View
        compared={session.compared}
        props={{ ...props, previous: state?.previous ?? null }}
        lang={session.lang}
        t={t}
        store={store}
        entries={store.entries}
        announce={announce}
        sendPhoto={(slot, bytes) => session.sendPhoto(slot, bytes)}
        readOnly={session.readOnly}
        findings={session.outdated ? [] : (result?.findings ?? [])}
      />
      {/* Drawn with its first words, which are read where they stand; what changes later is called out. */}
      {session.page && (
        <p role="status" class="ew-soft">
          {session.page}
        </p>
      )}
      {!props.alone && <Help session={session} announce={announce} />}
      {result && <Feedback session={session} result={result} showsParts={showsParts} />}
    </Frame>
  );
}

interface FrameProps {
  session: Session;
  /** The heading; that of the step unless told. */
  title?: string;
  announcer?: JSX.Element;
  children: ComponentChildren;
}

/** Title, question and saved state around a step or a panel. */
export function Frame({ session, title, announcer, children }: FrameProps): JSX.Element {
  const { props, kind, step } = session;
  const [heading] = useState(randomName);
  return (
    <section class={`ew-frame ew-kind-${kind}`} aria-labelledby={heading} data-ew-step={step}>
      <header class="ew-header">
        <div>
          <h3 id={heading}>{title ?? props.title}</h3>
          {props.prompt && <p class="ew-prompt">{props.prompt}</p>}
        </div>
        <SavedState session={session} />
      </header>
      <Trouble session={session} />
      <Banners session={session} />
      {children}
      {announcer}
    </section>
  );
}

function SavedState({ session: { saved, lang, t, props } }: { session: Session }): JSX.Element {
  const words = {
    saving: () => t("ui.saving"),
    not_saved: () => `! ${t("ui.saved.not_yet")}`,
    saved: () => {
      const time = saved.state === "saved" && clockTime(saved.at, lang);
      return time
        ? `✓ ${t("ui.saved.at", { time })}`
        : t(props.alone ? "ui.saved.alone" : "ui.saved.by_itself");
    },
  };
  return <span class={`ew-saved ew-${saved.state}`}>{words[saved.state]()}</span>;
}

/** What is wrong with saving and what to do; said once, and said again when it is over. */
function Trouble({ session }: { session: Session }): JSX.Element {
  const { saved, t } = session;
  const troubled = saved.state === "not_saved";
  const before = useRef(false);
  useLayoutEffect(() => {
    before.current = troubled || (before.current && saved.state === "saving");
  });
  const over = !troubled && before.current && saved.state === "saved";
  const sentence = troubled
    ? saved.why === "refused"
      ? saved.reason
      : t(`ui.trouble.${saved.why}`)
    : "";
  const where = session.notebook ? "ui.trouble.in_notebook" : "ui.trouble.on_page";
  return (
    <div class={troubled ? "ew-trouble" : "ew-quiet"}>
      <p role="status">
        {troubled && `${sentence} ${t(where)}`}
        {over && <span class="ew-hidden">{t("ui.trouble.over")}</span>}
      </p>
      {troubled && (
        <button
          type="button"
          class="ew-button"
          onClick={() => {
            const file = session.answersFile();
            download(file.name, file.text);
          }}
        >
          {t("ui.trouble.copy")}
        </button>
      )}
    </div>
  );
}

/** Which saved answers to go on with; that this is a copy. */
function Banners({ session }: { session: Session }): JSX.Element | null {
  const { state, t } = session;
  if (state?.documents.length) {
    return <DocumentChooser session={session} documents={state.documents} />;
  }
  return state?.notice ? (
    <p class="ew-banner" role="note">
      {t(state.notice, state.notice_values)}
    </p>
  ) : null;
}

interface DocumentChooserProps {
  session: Session;
  documents: SavedDocument[];
}

function DocumentChooser({ session, documents }: DocumentChooserProps): JSX.Element {
  const { t, lang } = session;
  const [title] = useState(randomName);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, no form
    <div class="ew-banner" role="group" aria-labelledby={title}>
      <p id={title}>{t("ui.documents")}</p>
      <p class="ew-row">
        {documents.map((found) => (
          <button
            key={found.document_id}
            type="button"
            class="ew-button"
            onClick={() => session.chooseDocument(found.document_id)}
          >
            {t("ui.documents.one_of", {
              time: clockTime(found.saved_at, lang),
              n: found.entries,
            })}
          </button>
        ))}
        <button type="button" class="ew-button" onClick={() => session.chooseDocument("new")}>
          {t("ui.documents.new")}
        </button>
      </p>
    </div>
  );
}

interface HelpProps {
  session: Session;
  announce(message: string): void;
}

/** The check and what may be opened: hint, model answer, reveal. */
function Help({ session, announce }: HelpProps): JSX.Element {
  const { state, t, checking, readOnly } = session;
  const [shown, setShown] = useState<Openable["what"][]>([]);
  const all = state?.openable ?? [];
  const later = all.filter(({ due }) => !due).map(({ title }) => title);

  const toggle = ({ what, title }: Openable): void => {
    if (shown.includes(what)) {
      setShown(shown.filter((other) => other !== what));
      return;
    }
    setShown([...shown, what]);
    announce(t("ui.opened", { title }));
    if (!state?.opened[what]) {
      session.open(what);
    }
  };

  return (
    <div class="ew-help">
      <p class="ew-row">
        <button
          type="button"
          class="ew-button ew-main"
          aria-disabled={checking || readOnly}
          onClick={() => !checking && !readOnly && session.check()}
        >
          {t(checking ? "ui.checking" : "ui.check")}
        </button>
        {all
          .filter(({ due }) => due)
          .map((openable) => (
            <button
              key={openable.what}
              type="button"
              class="ew-button"
              aria-expanded={shown.includes(openable.what)}
              onClick={() => toggle(openable)}
            >
              {openable.title}
            </button>
          ))}
        {later.length > 0 && (
          <span class="ew-soft">{t("ui.later", { titles: later.join(", ") })}</span>
        )}
      </p>
      <p role="status" class="ew-unanswered">
        {session.unanswered && t("ui.unanswered")}
      </p>
      {all.map(({ what, title }) => {
        const blocks = state?.opened[what];
        return (
          blocks &&
          shown.includes(what) && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
            <div key={what} class="ew-opened" role="group" aria-label={title}>
              {what !== "hint" && <h4>{title}</h4>}
              <Blocks blocks={blocks} />
              {blocks.map(
                (block) =>
                  "map" in block && (
                    <WorkedMap key={what} entries={block.map.entries} lang={session.lang} t={t} />
                  ),
              )}
            </div>
          )
        );
      })}
    </div>
  );
}
