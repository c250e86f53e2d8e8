/** `form`: named fields; what the check asks about a field stands beside it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Blank, type BlankKind, titleOf } from "../shared/Blank";
import { Told } from "../shared/feedback";
import type { StepProps } from "../shared/step";
import { randomName } from "../shared/store";
import "./form.css";

interface FormProps {
  title: string;
  fields: (BlankKind & { help: string })[];
}

export function Form(p: StepProps<FormProps>): JSX.Element {
  const { props, t, findings } = p;
  const [name] = useState(randomName);
  return (
    <div class="ew-form">
      {props.fields.map((field) => {
        const { id, type, optional, help } = field;
        const finding = findings.find(({ part, verdict }) => part === id && verdict === "not_met");
        const label = [titleOf(field), optional && t("ui.optional")];
        const describes = [help && `${name}-${id}-help`, finding && `${name}-${id}`];
        return (
          <div key={id} class={`ew-of-${type}`}>
            <Blank
              {...p}
              blank={field}
              id={id}
              label={label.filter(Boolean).join(" · ")}
              rows={3}
              describedBy={describes.filter(Boolean).join(" ") || undefined}
            />
            {help && (
              <p id={`${name}-${id}-help`} class="ew-soft">
                {help}
              </p>
            )}
            {finding && <Told id={`${name}-${id}`} finding={finding} t={t} />}
          </div>
        );
      })}
    </div>
  );
}
