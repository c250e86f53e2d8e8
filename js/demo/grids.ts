/** The steps of the demo in which cards are put in sequence and fields and tables are filled. */
import { type DemoStep, finding, made, props, result, type Say, step } from "./making";

const BLANK = { type: "line", optional: false, options: [], unit: "", example: "" };

export function order(say: Say): DemoStep {
  const cards = [
    { id: "watch", text: say("Watch a morning of work", "Kijk een ochtend mee") },
    {
      id: "thank",
      text: say(
        "Say what you heard, and ask whether that is right",
        "Zeg wat je hoorde en vraag of dat klopt",
      ),
    },
    { id: "choose", text: say("Choose whom to visit", "Kies wie je bezoekt") },
    { id: "call", text: say("Call to ask if it suits", "Bel om te vragen of het schikt") },
    { id: "notes", text: say("Write out your notes", "Werk je aantekeningen uit") },
  ];
  return {
    ...step("order", "visit"),
    props: {
      ...props(say("A visit", "Een bezoek")),
      prompt: say(
        "In which order do you visit a customer?",
        "In welke volgorde bezoek je een klant?",
      ),
      cards,
    },
    entries: made({ call: {}, choose: {}, watch: {} }),
    result: result(
      [
        finding(
          "card",
          "met",
          say("Looking comes before explaining.", "Kijken gaat voor uitleggen."),
          "watch",
          {
            title: say("Watch a morning of work", "Kijk een ochtend mee"),
          },
        ),
        finding(
          "card",
          "not_met",
          say(
            "This card does not follow well on those around it.",
            "Dit kaartje sluit niet goed aan op de kaartjes eromheen.",
          ),
          "call",
          {
            title: say("Call to ask if it suits", "Bel om te vragen of het schikt"),
            question: say("Do you know whom to call?", "Weet je al wie je belt?"),
          },
        ),
      ],
      1,
      1,
      3,
    ),
  };
}

export function form(say: Say): DemoStep {
  return {
    ...step("form", "plan"),
    props: {
      ...props(say("Your plan", "Je plan")),
      prompt: say(
        "What will you now do or say differently, and how will they notice?",
        "Wat ga je nu anders doen of zeggen, en hoe merken ze dat?",
      ),
      fields: [
        {
          ...BLANK,
          id: "first",
          title: say("Smallest first step", "Kleinste eerste stap"),
          type: "text",
          example: say("such as: call Noor and ask", "bijvoorbeeld: Noor bellen en vragen"),
          help: say("Something that fits ten minutes.", "Iets dat in tien minuten past."),
        },
        { ...BLANK, id: "who", title: say("Who helps", "Wie helpt"), help: "" },
        { ...BLANK, id: "day", title: say("Which day", "Welke dag"), type: "date", help: "" },
        {
          ...BLANK,
          id: "minutes",
          title: say("Time it takes", "Tijd die het kost"),
          type: "number",
          unit: say("minutes", "minuten"),
          help: "",
        },
        {
          ...BLANK,
          id: "where",
          title: say("Where", "Waar"),
          type: "choice",
          options: [
            { id: "work", text: say("at their work", "op hun werk") },
            { id: "phone", text: say("by phone", "aan de telefoon") },
          ],
          help: "",
        },
        {
          ...BLANK,
          id: "told",
          title: say("I have told a colleague", "Ik heb het aan een collega verteld"),
          type: "tick",
          optional: true,
          help: "",
        },
      ],
    },
    entries: made({
      first: { text: say("Ask Noor", "Noor vragen") },
      day: { text: "2026-11-23" },
      where: { text: "work" },
      told: { text: "yes" },
    }),
    result: result(
      [
        finding(
          "filled",
          "met",
          say(
            "3 of the 5 fields that are asked are filled in.",
            "3 van de 5 gevraagde velden zijn ingevuld.",
          ),
          "",
          { title: say("Filled in", "Ingevuld") },
        ),
        finding(
          "field",
          "not_met",
          say(
            "This is still short; say it in 4 words or more.",
            "Dit is nog kort; zeg het in minstens 4 woorden.",
          ),
          "first",
          {
            question: say("What could you do today?", "Wat kun je vandaag doen?"),
          },
        ),
        finding(
          "field",
          "not_met",
          say("Nothing is filled in here yet.", "Hier is nog niets ingevuld."),
          "minutes",
          {
            question: say(
              "Which number comes nearest to what you know?",
              "Welk getal komt het dichtst bij wat je weet?",
            ),
          },
        ),
      ],
      2,
      2,
      3,
    ),
  };
}

export function levels(say: Say): DemoStep {
  return {
    ...step("table", "levels"),
    props: {
      ...props(say("Who decides", "Wie beslist")),
      prompt: say(
        "What moves each of them, and what would you say?",
        "Wat beweegt elk van hen, en wat zeg je dan?",
      ),
      rows_title: say("Level", "Niveau"),
      rows: [
        {
          id: "surgeon",
          title: say("Surgeon", "Chirurg"),
          about: say("Operates four days a week", "Opereert vier dagen per week"),
          given: { interest: say("Steady hands late in the day", "Vaste handen laat op de dag") },
        },
        { id: "board", title: say("Board", "Directie"), about: "", given: {} },
        { id: "insurer", title: say("Insurer", "Verzekeraar"), about: "", given: {} },
      ],
      columns: [
        { ...BLANK, id: "interest", title: say("Interest", "Belang"), type: "text" },
        { ...BLANK, id: "message", title: say("Message", "Boodschap"), type: "text" },
      ],
      own: null,
    },
    entries: made({
      "surgeon.message": {
        text: say("Less strain in long operations", "Minder belasting bij lange operaties"),
      },
      "board.interest": { text: say("Fewer operations moved", "Minder verschoven operaties") },
    }),
    result: result(
      [
        finding(
          "row",
          "not_met",
          say("Still empty: “Message”.", "Nog leeg: “Boodschap”."),
          "board",
          {
            title: say("Board", "Directie"),
            question: say(
              "What would they tell their own board?",
              "Wat zouden ze zelf aan hun toezichthouder vertellen?",
            ),
          },
        ),
      ],
      2,
      2,
      3,
    ),
  };
}

export function journey(say: Say): DemoStep {
  const column = (id: string, en: string, nl: string, more: object = {}) => ({
    ...BLANK,
    type: "text",
    id,
    title: say(en, nl),
    ...more,
  });
  return {
    ...step("table", "journey"),
    props: {
      ...props(say("The journey", "De reis")),
      prompt: say(
        "Walk along with one customer, from touchpoint to touchpoint.",
        "Loop met één klant mee, van contactmoment naar contactmoment.",
      ),
      rows_title: "",
      rows: [],
      columns: [
        column("moment", "Moment", "Moment"),
        column("does", "Does", "Doet"),
        column("thinks", "Thinks", "Denkt"),
        column("feels", "Feels", "Voelt", {
          type: "choice",
          options: [
            { id: "low", text: say("worse", "slechter") },
            { id: "high", text: say("better", "beter") },
          ],
        }),
        column("takes", "Takes", "Duurt", {
          type: "number",
          unit: say("minutes", "minuten"),
          optional: true,
        }),
        column("action", "Quick win", "Snelle winst"),
        column("done", "Done", "Gedaan", { type: "tick", optional: true }),
      ],
      own: { name: say("Touchpoint", "Contactmoment"), ready: 2, most: 5 },
    },
    entries: made({
      "row-1.moment": { text: say("The first bill", "De eerste rekening") },
      "row-1.does": {
        text: say("Reads it twice, then calls", "Leest hem twee keer en belt dan"),
      },
      "row-1.feels": { text: "low" },
      "row-1.done": { text: "yes" },
      "row-late.moment": { text: say("A year later", "Een jaar later") },
    }),
    result: null,
  };
}
