// biome-ignore-all assist/source/organizeImports: alike beside alike packs better
/** What anywidget loads: draws a step or a panel into an element and keeps it alive. */
import "./shared/widget.css"; // first, so that every kind can add to it
import { render as draw, type JSX } from "preact";
import { useLayoutEffect, useReducer } from "preact/hooks";

import { type Kind, Step } from "./shared/Frame";
import { guardKeys } from "./shared/keys";
import { Session, type WidgetModel } from "./shared/session";

import { Check } from "./panels/Check";
import { HandIn } from "./panels/HandIn";

import { Choose } from "./choose/Choose";
import { Form } from "./form/Form";
import { Lines } from "./lines/Lines";
import { Order } from "./order/Order";
import { Sort } from "./sort/Sort";
import { Table } from "./table/Table";
import { Text } from "./text/Text";

import { EmpathyMap } from "./empathy_map/EmpathyMap";
import { drawFacesWith } from "./empathy_map/Face";
import { WorkedMapPanel } from "./empathy_map/WorkedMap";
import { PersonaSheet } from "./persona_sheet/PersonaSheet";
import { Data } from "./data/Data";

const KINDS: Record<string, Kind> = {
  choose: { View: Choose, showsParts: true },
  sort: { View: Sort },
  order: { View: Order },
  text: { View: Text },
  lines: { View: Lines },
  form: { View: Form, showsParts: true },
  table: { View: Table },
  data: { View: Data, showsParts: true },
  empathy_map: { View: EmpathyMap, showsParts: true, compares: true },
  persona_sheet: { View: PersonaSheet, showsParts: true },
};

const PANELS: Record<string, (panel: { session: Session }) => JSX.Element> = {
  check: Check,
  hand_in: HandIn,
  worked_map: WorkedMapPanel,
};

function Widget({ session }: { session: Session }): JSX.Element {
  const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0);
  // At once, not after the paint: the kernel's first answer must not come before it.
  useLayoutEffect(() => session.store.subscribe(() => redraw(undefined)), [session]);
  const Panel = PANELS[session.kind];
  const kind = KINDS[session.kind];
  if (Panel) {
    return <Panel session={session} />;
  }
  if (!kind) {
    throw new Error(`There is no kind of step called "${session.kind}"`);
  }
  return <Step session={session} kind={kind} />;
}

function render({ model, el }: { model: WidgetModel; el: HTMLElement }): () => void {
  drawFacesWith(model.get("face_parts") as Parameters<typeof drawFacesWith>[0]);
  const session = new Session(model);
  el.classList.add("empathy-widget");
  el.lang = session.lang;
  const release = guardKeys(el, () => session.saveAll());
  draw(<Widget session={session} />, el);
  if (session.kind !== "worked_map") {
    session.start(); // a map to read has nothing to say to the kernel
  }
  return () => {
    session.stop();
    release();
    draw(null, el);
  };
}

export default { render };
