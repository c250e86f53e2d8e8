/** A map that an author filled: drawn like any other, to look at in every view and not to change. */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useAnnouncer } from "../shared/announce";
import type { Session } from "../shared/session";
import type { Entries } from "../shared/step";
import { StepStore } from "../shared/store";
import { EmpathyMap } from "./EmpathyMap";

export interface Worked {
  title: string;
  entries: Entries;
}

interface WorkedMapProps extends Pick<Session, "lang" | "t"> {
  entries: Entries;
}

export function WorkedMap({ entries, lang, t }: WorkedMapProps): JSX.Element {
  const [announce, announcer] = useAnnouncer();
  const store = useMemo(() => {
    const made = new StepStore("");
    made.replace(entries);
    return made;
  }, [entries]);
  return (
    <div>
      <EmpathyMap
        props={{ question: "", follows: false, previous: null }}
        lang={lang}
        t={t}
        store={store}
        entries={store.entries}
        announce={announce}
        readOnly
        findings={[]}
      />
      {announcer}
    </div>
  );
}

/** On the page, in a cell of its own. */
export function WorkedMapPanel({ session }: { session: Session }): JSX.Element {
  const { title, entries } = session.props as unknown as Worked;
  return (
    <section class="ew-frame" aria-label={title}>
      <h3>{title}</h3>
      <WorkedMap entries={entries} lang={session.lang} t={session.t} />
    </section>
  );
}
