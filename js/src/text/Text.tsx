/** `text`: write freely. */
import type { JSX } from "preact";
import { Field } from "../shared/Field";
import type { StepProps } from "../shared/step";

interface TextProps {
  title: string;
  starter: string;
}

export function Text(p: StepProps<TextProps>): JSX.Element {
  return (
    <Field {...p} id="text" label={p.t("text.label")} rows={4} placeholder={p.props.starter} />
  );
}
