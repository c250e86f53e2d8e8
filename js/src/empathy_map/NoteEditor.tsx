/** A note open for writing. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { textOf } from "../shared/entries";
import { Field } from "../shared/Field";
import { Select } from "../shared/Select";
import type { Clock, Store, Translate } from "../shared/step";
import { randomName } from "../shared/store";
import { type RegionInfo, TAGS } from "./areas";
import type { Hands } from "./hands";
import type { Marks } from "./marks";
import { EVIDENCE, listOf, type Note, SHAPE } from "./moves";

interface EditorProps {
  note: Note;
  regions: RegionInfo[];
  t: Translate;
  store: Store;
  hands: Hands;
  themes: Marks["themes"];
}

export function NoteEditor({ note, t, store, hands, regions, themes }: EditorProps): JSX.Element {
  const text = useRef<HTMLTextAreaElement>(null);
  const [name] = useState(randomName);
  useLayoutEffect(() => {
    const field = text.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const region = regions.find(({ region: name }) => name === note.region);
  const write = (field: string) => (text: string, replaces: Clock | undefined) =>
    hands.write(note.id, { [field]: text }, replaces);

  const onPaste = (event: ClipboardEvent): void => {
    const lines = listOf(event.clipboardData?.getData("text/plain") ?? "");
    if (lines.length > 1 && !textOf(note.entry).trim()) {
      event.preventDefault();
      hands.paste(note.id, lines);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const inText = (event.target as Element).tagName === "TEXTAREA";
    const ends = event.key === "Escape" || (event.key === "Enter" && inText && !event.shiftKey);
    if (ends && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      hands.done(note.id);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a note is no form to send
    <div
      class="ew-note-editor"
      role="group"
      aria-label={t(note.text ? "map.note" : "map.new")}
      onKeyDown={onKeyDown}
    >
      <Field
        id={note.id}
        label={`${t("map.note")}, ${region?.title ?? ""}`}
        hideLabel
        placeholder={region?.prompt}
        rows={2}
        t={t}
        store={store}
        inputRef={text}
        onText={write("text")}
        onPaste={onPaste}
      />
      {note.region === "say_do" && (
        <Choices
          name={`${name}-tag`}
          title={t("map.tag")}
          values={TAGS}
          chosen={note.tag}
          wordsOf={(tag) => t(`map.tag.${tag || "none"}`)}
          onChoose={(tag) => hands.write(note.id, { tag })}
        />
      )}
      <Choices
        name={name}
        title={t("map.evidence")}
        values={EVIDENCE}
        chosen={note.evidence}
        wordsOf={(evidence) => t(`map.evidence.${evidence}`)}
        signOf={(evidence) => SHAPE[evidence]}
        onChoose={(evidence) => hands.write(note.id, { evidence })}
      />
      {(["source", "author"] as const).map((field) => (
        <Field
          key={field}
          id={note.id}
          field={field}
          label={t(`map.${field}`)}
          placeholder={t(`map.${field}.example`)}
          t={t}
          store={store}
          onText={write(field)}
        />
      ))}
      {themes.length > 0 && (
        <label class="ew-label">
          {t("map.theme")}{" "}
          <Select
            class="ew-input"
            value={note.theme}
            options={[{ id: "", text: t("map.theme.none") }, ...themes]}
            onPick={(theme) => hands.write(note.id, { theme })}
          />
        </label>
      )}
      <div class="ew-row">
        <button type="button" class="ew-button ew-main" onClick={() => hands.done(note.id)}>
          {t("map.done")}
        </button>
        {textOf(note.entry) && (
          <button type="button" class="ew-button" onClick={() => hands.remove(note.id)}>
            {t("map.delete")}
          </button>
        )}
      </div>
    </div>
  );
}

interface ChoicesProps<T extends string> {
  name: string;
  title: string;
  values: readonly T[];
  chosen: T;
  wordsOf(value: T): string;
  signOf?(value: T): string;
  onChoose(value: T): void;
}

/** One of a few, as a row of radio buttons. */
function Choices<T extends string>(props: ChoicesProps<T>): JSX.Element {
  const { name, title, values, chosen, wordsOf, signOf, onChoose } = props;
  return (
    <fieldset class="ew-evidence">
      <legend>{title}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>
            {signOf && <span aria-hidden="true">{signOf(value)} </span>}
            {wordsOf(value)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
