/** Beside the map: themes with their notes, needs and insights; and what reviewers ask or say. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Field } from "../shared/Field";
import type { History } from "../shared/history";
import { Select } from "../shared/Select";
import type { Entries, Translate } from "../shared/step";
import { REGIONS } from "./areas";
import {
  COMMENT,
  type Comment,
  commentsOf,
  type Item,
  itemsOf,
  LISTS,
  type ListName,
  oneMore,
} from "./marks";
import type { Note } from "./moves";

export interface BesideProps {
  entries: Entries;
  store: History;
  notes: Note[];
  readOnly: boolean;
  t: Translate;
  announce(message: string): void;
  /** The note about which somebody wants to say something, and how often that was asked. */
  comment: { about: string; count: number };
}

export function Beside(props: BesideProps): JSX.Element {
  const { entries, store, readOnly, t, announce, comment } = props;
  const root = useRef<HTMLDivElement>(null);
  const wish = useRef("");
  const lists = (Object.keys(LISTS) as ListName[]).map(
    (name) => [name, itemsOf(entries, LISTS[name])] as const,
  );
  const comments = commentsOf(entries);
  const open = comments.filter(({ resolved }) => !resolved).length;

  useLayoutEffect(() => {
    const element = wish.current && root.current?.querySelector<HTMLElement>(wish.current);
    if (element) {
      wish.current = "";
      element.closest("details")?.setAttribute("open", "");
      element.focus();
    }
  });
  const add = (prefix: string, about = ""): void => {
    const { id, rank } = oneMore(store.entries, prefix);
    store.group(() => store.edit(id, { value: { text: "", ...(about && { about }) }, rank }));
    wish.current = `[data-item="${id}"] textarea`;
  };
  const remove = (id: string, prefix: string): void => {
    store.group(() => store.edit(id, { deleted: true }));
    announce(t("map.deleted.say"));
    wish.current = `[data-more="${prefix}"]`;
  };
  const asked = useRef(comment.count);
  useLayoutEffect(() => {
    if (comment.count !== asked.current) {
      asked.current = comment.count;
      add(COMMENT, comment.about);
    }
  }, [comment.count]);

  const { comment: _, ...rest } = props;
  const common = { ...rest, add, remove };
  const filled = lists.reduce((sum, [, items]) => sum + items.length, 0);
  return (
    <div class="ew-beside" ref={root}>
      {(!readOnly || filled > 0) && (
        <details open={filled > 0}>
          <summary>{t("map.beside")}</summary>
          <div class="ew-beside-lists">
            {lists.map(([name, items]) => (
              <List key={name} name={name} items={items} {...common} />
            ))}
          </div>
        </details>
      )}
      {(!readOnly || comments.length > 0) && (
        <details open={comments.length > 0}>
          <summary>
            {t("map.comments")}
            {comments.length > 0 && <> {t("map.comments.open", { n: open })}</>}
          </summary>
          <ul>
            {comments.map((one) => (
              <CommentView key={one.id} comment={one} {...common} />
            ))}
          </ul>
          <More prefix={COMMENT} words={t("map.comments.add")} {...common} />
        </details>
      )}
    </div>
  );
}

interface Acts extends Omit<BesideProps, "comment"> {
  add(prefix: string): void;
  remove(id: string, prefix: string): void;
}

function List(props: Acts & { name: ListName; items: Item[] }): JSX.Element {
  const { name, items, notes, t, readOnly, store, remove } = props;
  const prefix = LISTS[name];
  return (
    <div>
      <h5>{t(`map.${name}`)}</h5>
      {!readOnly && <p class="ew-soft">{t(`map.${name}.prompt`)}</p>}
      <ul>
        {items.map(({ id, text }, at) => {
          const label = t(`map.${name}.one`, { n: at + 1 });
          const mine = name === "themes" ? notes.filter(({ theme }) => theme === id) : [];
          return (
            <li key={id} data-item={id}>
              {readOnly ? (
                <b>{text}</b>
              ) : (
                <div class="ew-item">
                  <Field id={id} label={label} hideLabel t={t} store={store} />
                  <Remove label={`${label}: ${text}`} onRemove={() => remove(id, prefix)} t={t} />
                </div>
              )}
              {mine.length > 0 && (
                <ul class="ew-soft">
                  {mine.map((note) => (
                    <li key={note.id}>{note.text}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <More prefix={prefix} words={t(`map.${name}.add`)} {...props} />
    </div>
  );
}

function CommentView(props: Acts & { comment: Comment }): JSX.Element {
  const { comment, notes, t, readOnly, store, remove } = props;
  const { id, text, about, author, resolved } = comment;
  const note = notes.find((one) => one.id === about);
  const where = note ? `“${note.text}”` : t(about ? `map.region.${about}` : "map.comments.whole");
  if (readOnly) {
    return (
      <li data-resolved={resolved}>
        <b>{where}</b> {text}{" "}
        <span class="ew-soft">
          {author} {resolved && t("map.comments.resolved")}
        </span>
      </li>
    );
  }
  return (
    <li data-item={id} data-resolved={resolved}>
      <label class="ew-soft">
        {t("map.comments.about")}{" "}
        <Select
          class="ew-input"
          value={about}
          options={[
            { id: "", text: t("map.comments.whole") },
            ...REGIONS.map((region) => ({ id: region as string, text: t(`map.region.${region}`) })),
            ...(note ? [{ id: note.id, text: where }] : []),
          ]}
          onPick={(other) => store.edit(id, { value: { about: other } })}
        />
      </label>
      <Field id={id} label={t("map.comments.one")} t={t} store={store} />
      <Field id={id} field="author" label={t("map.author")} t={t} store={store} />
      <div class="ew-row">
        <label>
          <input
            type="checkbox"
            checked={resolved}
            onChange={() => store.edit(id, { value: { resolved: !resolved } })}
          />{" "}
          {t("map.comments.resolved")}
        </label>
        <Remove
          label={`${t("map.comments.one")}: ${text}`}
          onRemove={() => remove(id, COMMENT)}
          t={t}
        />
      </div>
    </li>
  );
}

function Remove(props: { label: string; t: Translate; onRemove(): void }): JSX.Element {
  return (
    <button type="button" class="ew-button" onClick={props.onRemove}>
      {props.t("map.delete")}
      <span class="ew-hidden">: {props.label}</span>
    </button>
  );
}

function More({ prefix, words, add, readOnly }: Acts & { prefix: string; words: string }) {
  return readOnly ? null : (
    <button type="button" class="ew-button" data-more={prefix} onClick={() => add(prefix)}>
      {words}
    </button>
  );
}
