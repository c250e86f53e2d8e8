/** The steps of the demo, in both languages: one of every kind, and both panels. */

import type { Result } from "../src/shared/protocol";
import type { Lang, Value } from "../src/shared/step";
import { figure } from "./figures";
import { form, journey, levels, order } from "./grids";
import { type DemoStep, finding, made, props, result, type Say, step } from "./making";
import { sideBySide, threePeople, workedMap } from "./maps";
import { persona } from "./persona";

export function steps(lang: Lang): DemoStep[] {
  const say: Say = (en, nl) => (lang === "nl" ? nl : en);
  return [
    sort(say),
    order(say),
    choose(say),
    text(say),
    lines(say),
    form(say),
    levels(say),
    journey(say),
    { ...map(say), compared: threePeople(lang) },
    workedMap(lang),
    sideBySide(lang),
    persona(say),
    figure(lang, "core", { cut: 12, "how-many": "12", next: "offer" }),
    figure(lang, "survey", { cut: 4, sizes: "80", verdict: "rejected" }),
    figure(lang, "effect", { cut: 10, satisfaction: "0,067" }),
    panel(say, "check", "check"),
    panel(say, "hand_in", "hand-in"),
  ];
}

function sort(say: Say): DemoStep {
  const findings = [
    finding(
      "card",
      "met",
      say("Her own goal comes first here.", "Hier gaat haar eigen doel voor."),
      "target",
    ),
    finding(
      "card",
      "not_met",
      say("You put this with inward.", "Je legde dit bij naar binnen."),
      "asked",
      {
        question: say("Whose day does she want to know about?", "Wiens dag wil ze leren kennen?"),
      },
    ),
  ];
  return {
    ...step("sort", "mindset"),
    props: {
      ...props(say("Inward or outward?", "Naar binnen of naar buiten?")),
      prompt: say(
        "Put each sentence where it belongs: with somebody who looks at their own goal, or at the other.",
        "Leg elke zin waar die hoort: bij iemand die naar het eigen doel kijkt, of naar de ander.",
      ),
      boxes: [
        { id: "inward", title: say("Looks inward", "Kijkt naar binnen") },
        { id: "outward", title: say("Looks outward", "Kijkt naar buiten") },
      ],
      cards: [
        {
          id: "target",
          text: say(
            "We must open twelve wells this year.",
            "We moeten dit jaar twaalf putten openen.",
          ),
        },
        {
          id: "asked",
          text: say("Who did you walk with this morning?", "Met wie liep je vanmorgen?"),
        },
        {
          id: "thanks",
          text: say(
            "They will be glad, once it is there.",
            "Ze zullen blij zijn, als hij er eenmaal is.",
          ),
        },
        {
          id: "day",
          text: say(
            "Show me what a morning looks like for you.",
            "Laat me zien hoe een ochtend er voor jou uitziet.",
          ),
        },
      ],
    },
    entries: made({ target: { box: "inward" }, asked: { box: "inward" }, day: { box: "outward" } }),
    result: result(findings, 2, 2, 4),
  };
}

function choose(say: Say): DemoStep {
  return {
    ...step("choose", "lesson"),
    props: {
      ...props(say("What would you do first?", "Wat zou je eerst doen?")),
      several: false,
      options: [
        {
          id: "build",
          text: say("Build the well and explain it well", "De put bouwen en goed uitleggen"),
        },
        { id: "ask", text: say("Walk along for a week and ask", "Een week meelopen en vragen") },
        {
          id: "vote",
          text: say("Let the village vote on the place", "Het dorp over de plek laten stemmen"),
        },
      ],
    },
    entries: made({ choice: { options: ["vote"] } }),
    result: result(
      [
        finding(
          "option",
          "not_met",
          say("A vote asks where, not whether.", "Een stemming vraagt waar, niet of."),
          "vote",
          {
            question: say(
              "What would you still not know after the vote?",
              "Wat zou je na de stemming nog niet weten?",
            ),
          },
        ),
      ],
      0,
      0,
      1,
    ),
  };
}

function text(say: Say): DemoStep {
  const written = say(
    "They want to be together without anybody listening in. The walk is the only hour that is theirs.",
    "Ze willen samen zijn zonder dat iemand meeluistert. De wandeling is het enige uur dat van hen is.",
  );
  const findings = [
    finding("together", "met", say("You name being together.", "Je noemt het samenzijn."), "", {
      title: say("Being together", "Samenzijn"),
      evidence: say(
        "be together without anybody listening in",
        "samen zijn zonder dat iemand meeluistert",
      ),
    }),
    finding(
      "not_water",
      "not_met",
      say("The water itself is not the need.", "Het water zelf is niet de behoefte."),
      "",
      {
        title: say("More than water", "Meer dan water"),
        question: say(
          "What would they miss if the water came to them?",
          "Wat zouden ze missen als het water naar hen kwam?",
        ),
      },
    ),
    finding(
      "own_hour",
      "open",
      say(
        "Says that the hour is free from others' demands.",
        "Zegt dat het uur vrij is van wat anderen vragen.",
      ),
      "",
      {
        title: say("An hour of their own", "Een eigen uur"),
      },
    ),
  ];
  return {
    ...step("text", "need"),
    props: {
      ...props(say("What do they need?", "Wat hebben ze nodig?")),
      prompt: say(
        "What did the walk give these women, and what would the well take away?",
        "Wat gaf de wandeling deze vrouwen, en wat zou de put wegnemen?",
      ),
      starter: say("What they need is…", "Wat ze nodig hebben is…"),
    },
    entries: made({ text: { text: written } }),
    openable: [
      {
        what: "hint",
        title: say("A question that helps on", "Een vraag die verder helpt"),
        due: true,
        opened: false,
      },
      {
        what: "model",
        title: say("One possible answer", "Een mogelijk antwoord"),
        due: false,
        opened: false,
      },
      {
        what: "reveal",
        title: say("What the women said", "Wat de vrouwen zeiden"),
        due: false,
        opened: false,
      },
    ],
    prose: {
      hint: [
        {
          p: say(
            "Who else is at home when they are not walking?",
            "Wie is er verder thuis als ze niet lopen?",
          ),
        },
      ],
      model: [
        {
          p: say(
            "An hour a day with each other, away from home.",
            "Een uur per dag met elkaar, weg van huis.",
          ),
        },
      ],
      reveal: [
        { h: say("A week later", "Een week later") },
        {
          quote: say(
            "Nobody asked us what we do on the way.",
            "Niemand vroeg ons wat we onderweg doen.",
          ),
        },
        { ul: [say("They talk.", "Ze praten."), say("They laugh.", "Ze lachen.")] },
      ],
    },
    result: result(findings, 1, 2, 3),
  };
}

function lines(say: Say): DemoStep {
  return {
    ...step("lines", "ask"),
    props: {
      ...props(say("Three questions", "Drie vragen")),
      prompt: say(
        "Which three questions would you ask on the way?",
        "Welke drie vragen zou je onderweg stellen?",
      ),
      starter: say("What…", "Wat…"),
      count: 3,
    },
    entries: made({
      "line-1": {
        text: say("What do you talk about on the way?", "Waar praten jullie onderweg over?"),
      },
    }),
  };
}

function map(say: Say): DemoStep {
  const note = (
    text: string,
    region: string,
    evidence: string,
    source = "",
    theme = "",
  ): Value => ({
    text,
    region,
    evidence,
    source,
    theme,
  });
  return {
    ...step("empathy_map", "guess"),
    page: say("Printed, this map fits on one A4 page.", "Afgedrukt past deze kaart op één A4."),
    props: {
      ...props(say("Fatima, before the well", "Fatima, vóór de put")),
      prompt: say(
        "Fill the map for one of the women. Guessing is fine; say that it is a guess.",
        "Vul de kaart in voor een van de vrouwen. Raden mag; zeg erbij dat het een gok is.",
      ),
      question: say(
        "What would water in the middle of the village mean to her?",
        "Wat zou water midden in het dorp voor haar betekenen?",
      ),
      follows: false,
    },
    entries: made({
      name: { text: "Fatima" },
      role: { text: say("34, three children", "34, drie kinderen") },
      face: {
        hair: "curly",
        hair_colour: "black",
        skin: "5",
        glasses: "round",
        expression: "smile",
      },
      "n-a": note(
        say("Twelve women on the path at six", "Twaalf vrouwen op het pad om zes uur"),
        "see",
        "observed",
      ),
      "n-b": note(
        say("“They are building near the square”", "‘Ze bouwen bij het plein’"),
        "hear",
        "told",
        say("interview, 3 May", "gesprek, 3 mei"),
      ),
      "n-c": note(
        say(
          "This hour is the only one nobody needs me",
          "Dit uur is het enige waarin niemand me nodig heeft",
        ),
        "think_feel",
        "inferred",
        "",
        "t-a",
      ),
      "n-d": note(say("Takes the long way back", "Neemt de lange weg terug"), "say_do", "assumed"),
      "t-a": { text: say("Time with the others", "Tijd met de anderen") },
      "need-a": { text: say("to be heard", "gehoord worden") },
      "insight-a": {
        text: say(
          "The walk she complains about is her best hour",
          "De tocht waarover ze klaagt is haar beste uur",
        ),
      },
      "c-a": {
        text: say("Did she say so herself?", "Zei ze dat zelf?"),
        about: "n-c",
        author: "Ben",
        resolved: false,
      },
    }),
    result: result(
      [
        finding(
          "regions",
          "not_met",
          say("Two regions are still empty.", "Twee vakken zijn nog leeg."),
          "gains",
          {
            title: say("All six regions", "Alle zes vakken"),
            question: say(
              "What would make it a good day for her?",
              "Wat zou het een goede dag voor haar maken?",
            ),
          },
        ),
      ],
      2,
      5,
      6,
    ),
  };
}

function panel(say: Say, kind: string, id: string): DemoStep {
  const row = (
    title: string,
    state: Result["state"],
    min: number | null,
    max: number | null,
    possible: number,
  ) => ({
    step: title,
    title,
    state,
    checked: min !== null,
    points_min: min,
    points_max: max,
    points_possible: possible,
  });
  return {
    ...step(kind, id),
    props: props(say("The well", "De waterput")),
    summary: {
      steps: [
        row(say("Inward or outward?", "Naar binnen of naar buiten?"), "complete", 2, 2, 4),
        row(say("Fatima, before the well", "Fatima, vóór de put"), "started", 2, 5, 6),
        row(say("What do they need?", "Wat hebben ze nodig?"), "started", null, null, 3),
        row(say("Looking back", "Terugkijken"), "empty", null, null, 0),
      ],
      points_min: 4,
      points_max: 7,
      points_checked: 10,
      points_possible: 13,
      pass_mark: 0.6,
      handed_in: false,
      missing: [say("Looking back", "Terugkijken")],
      file_name: "well-0f0f0f0f.ipynb",
    },
  };
}
