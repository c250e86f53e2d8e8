/** `book.hand_in()`: what is complete, your name or number, and one file to download. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import { Frame } from "../shared/Frame";
import { download, type Session } from "../shared/session";
import { clockTime } from "../shared/strings";
import { handIn } from "./hand_in_file";
import { SummaryTable } from "./SummaryTable";

export function HandIn({ session }: { session: Session }): JSX.Element {
  const { summary, t, store } = session;
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState("");

  const make = async (): Promise<void> => {
    setMaking(true);
    setSaid(t("hand_in.making"));
    try {
      setSaid(await handInNow(session));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setSaid(t("hand_in.failed", { reason }));
    }
    setMaking(false);
  };

  return (
    <Frame session={session} title={t("hand_in.panel")}>
      {summary ? (
        <>
          <SummaryTable summary={summary} t={t} />
          <p>
            {summary.missing.length > 0
              ? t("hand_in.missing", { titles: summary.missing.join(", ") })
              : t("hand_in.nothing_missing")}
          </p>
          {summary.handed_in && !said && <p class="ew-soft">{t("hand_in.again")}</p>}
        </>
      ) : (
        <p class="ew-soft">{t("check.waiting")}</p>
      )}
      <div class="ew-learner">
        <Field
          id="learner"
          label={t("hand_in.learner")}
          t={t}
          store={store}
          describedBy={`${session.step}-why`}
        />
        <p class="ew-soft" id={`${session.step}-why`}>
          {t("hand_in.why_learner")}
        </p>
      </div>
      <p class="ew-row">
        <button
          type="button"
          class="ew-button ew-main"
          aria-disabled={making}
          onClick={() => !making && make()}
        >
          {t("hand_in.download")}
        </button>
      </p>
      <p role="status">{session.unanswered ? t("ui.unanswered") : said}</p>
    </Frame>
  );
}

/** Save everything, make the file and give it to the learner; returns what to say of it. */
async function handInNow(session: Session): Promise<string> {
  const { notebook, t, store, lang } = session;
  const { content, version } = session.props;
  const onDisk = await session.flushPage();
  if (!notebook) {
    session.ask({ type: "hand_in" });
    return "";
  }
  // The file is made from the page, so a notebook that cannot be saved can still be handed in.
  const saved = await notebook.save().then(
    () => true,
    () => false,
  );
  const stamp = {
    at: new Date().toISOString(),
    learner: textOf(store.entries.learner).trim(),
    content,
    lang,
    version,
  };
  const file = handIn(notebook.toJSON(), stamp, (at) =>
    t("hand_in.behind", { time: clockTime(at, lang) }),
  );
  download(file.name, file.text, "application/x-ipynb+json");
  session.send({ type: "handed_in" });
  return t(onDisk && saved ? "hand_in.made" : "hand_in.made_unsaved", { name: file.name });
}
