/** Who stands on the sheet: a drawn face, or one to three photos that the kernel made small. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Face, FaceChooser, faceInWords, faceOf } from "../empathy_map/Face";
import { textOf } from "../shared/entries";
import { Remove } from "../shared/rows";
import { type Sheet, useTable, Write } from "./parts";
import { PHOTOS } from "./sheet";

/** The kernel takes files up to this size, in bytes; a larger one would cut the line to it. */
const MAX_FILE = 10_000_000;

export function Portrait(p: Sheet): JSX.Element {
  const { entries, store, t, readOnly, announce } = p;
  const { root, remove, undo } = useTable(p, "photo-");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [choosing, setChoosing] = useState(false);
  const face = faceOf(entries.face);
  const photos = PHOTOS.filter((slot) => textOf(entries[slot], "data"));
  const name = textOf(entries.name).trim() || t("persona.name.none");

  const take = async (files: File[]): Promise<void> => {
    const free = PHOTOS.filter((slot) => !photos.includes(slot));
    const said = new Set(files.length > free.length ? [t("persona.photo.problem.full")] : []);
    setBusy(true);
    store.flush();
    for (const file of files.slice(0, free.length)) {
      const slot = free[0] ?? "";
      const trouble =
        file.size > MAX_FILE
          ? t("persona.photo.problem.too_large")
          : await p.sendPhoto(slot, await file.arrayBuffer());
      if (trouble) {
        said.add(trouble);
      } else {
        free.shift();
        store.group(() => {
          store.came(slot);
          if (textOf(entries[`${slot}.alt`])) {
            store.edit(`${slot}.alt`, { value: { text: "" } }); // that was of another photo
          }
        });
      }
    }
    setBusy(false);
    setProblem([...said].join(" "));
    if (said.size === 0) {
      announce(t("persona.photo.added"));
    }
  };

  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && !readOnly) {
      event.preventDefault();
      event.stopPropagation();
      void take(files);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same as a drop
    <div
      class="ew-portrait"
      ref={root}
      onDragOver={(event) => !readOnly && event.preventDefault()}
      onDrop={onDrop}
    >
      {photos.length === 0 && <Face face={face} label={faceInWords(face, t)} />}
      <div class="ew-photos">
        {photos.map((slot, at) => (
          <figure key={slot} data-row={slot}>
            <img
              src={`data:image/jpeg;base64,${textOf(entries[slot], "data")}`}
              alt={textOf(entries[`${slot}.alt`]).trim() || t("persona.photo.of", { name })}
            />
            {!readOnly && (
              <>
                <Remove
                  label={t("persona.photo.remove", { n: at + 1 })}
                  onClick={() => remove(slot)}
                />
                <Write
                  p={p}
                  id={`${slot}.alt`}
                  label={`${t("persona.photo", { n: at + 1 })}: ${t("persona.photo.alt")}`}
                  hint={t("persona.photo.alt")}
                />
              </>
            )}
          </figure>
        ))}
      </div>
      {!readOnly && (
        <div class="ew-row">
          <PhotoButton
            label={t(busy ? "persona.photo.busy" : "persona.photo.add")}
            onFiles={take}
          />
          {photos.length === 0 && (
            <button
              type="button"
              class="ew-button"
              aria-expanded={choosing}
              onClick={() => setChoosing(!choosing)}
            >
              {t("persona.face")}
            </button>
          )}
          {undo}
        </div>
      )}
      <p role="status" class="ew-problem">
        {problem}
      </p>
      {choosing && photos.length === 0 && !readOnly && (
        <FaceChooser
          face={face}
          t={t}
          onChoose={(value) => store.group(() => store.edit("face", { value, deleted: false }))}
          onClear={() => store.group(() => store.edit("face", { deleted: true }))}
        />
      )}
    </div>
  );
}

interface PhotoButtonProps {
  label: string;
  onFiles(files: File[]): void;
}

function PhotoButton({ label, onFiles }: PhotoButtonProps): JSX.Element {
  return (
    <>
      <button
        type="button"
        class="ew-button"
        onClick={(event) => (event.currentTarget.nextElementSibling as HTMLInputElement).click()}
      >
        {label}
      </button>
      <input
        type="file"
        accept="image/png,image/jpeg,image/webp"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ""; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
