import { Component, type FunctionComponent, type JSX } from "preact";

/** The same view, drawn anew only when one of its props is another object than before. */
export function memo<P extends object>(View: FunctionComponent<P>): new () => Component<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return (Object.keys(next) as (keyof P)[]).some((name) => next[name] !== this.props[name]);
    }

    override render(): JSX.Element {
      return <View {...(this.props as P)} />;
    }
  };
}
