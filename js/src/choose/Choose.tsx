/** `choose`: pick one or more options; after a check each picked option has its own feedback. */
import type { JSX } from "preact";
import { listOf } from "../shared/entries";
import { Options } from "../shared/Options";
import type { StepProps } from "../shared/step";

interface ChooseProps {
  title: string;
  several: boolean;
  options: { id: string; text: string }[];
}

export function Choose(p: StepProps<ChooseProps>): JSX.Element {
  const { props, entries, t, store } = p;
  const pick = (id: string, on: boolean): void => {
    const others = props.several ? listOf(store.entries.choice, "options") : [];
    const options = props.options
      .map((option) => option.id)
      .filter((other) => (other === id ? on : others.includes(other)));
    store.edit("choice", { value: { options } });
  };
  return (
    <Options
      {...p}
      {...props}
      legend={<legend class="ew-soft">{t(props.several ? "choose.several" : "choose.one")}</legend>}
      chosen={listOf(entries.choice, "options")}
      onPick={pick}
    />
  );
}
