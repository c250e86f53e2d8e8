/** `text`: write freely. */
import type { JSX } from "preact";
import { Field } from "../shared/Field";
import type { StepProps } from "../shared/step";

interface TextProps {
  title: string;
  starter: string;
}

export function Text({ props, entries, t, store, readOnly }: StepProps<TextProps>): JSX.Element {
  return (
    <Field
      id="text"
      entry={entries.text}
      label={t("text.label")}
      t={t}
      store={store}
      rows={4}
      placeholder={props.starter}
      readOnly={readOnly}
    />
  );
}
