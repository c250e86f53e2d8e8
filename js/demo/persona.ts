/** The persona sheet of the demo: a buyer of lease cars, with a test, two versions and a journey. */
import { words } from "../test/words";
import { type DemoStep, finding, made, props, result, type Say, step } from "./making";

const THEMES = "day goals fears dreams drives hobbies media buying attitude jobs".split(" ");
const FACTS = "age household home education work income".split(" ");
const QUESTIONS = "know ours correct missing database they_want we_want reach change".split(" ");
const JOURNEY = "touchpoint does thinks feels gap quick_win".split(" ");

export function persona(say: Say): DemoStep {
  const t = words(say("en", "nl") === "nl" ? "nl" : "en");
  const named = (prefix: string, keys: string[]) =>
    keys.map((key) => ({ key, title: t[`persona.${prefix}.${key}`] ?? key }));
  const quote = say(
    "Everybody is my customer here, and I hear it first when a colour is no longer on the list.",
    "Iedereen is hier mijn klant, en ik hoor het als eerste wanneer een kleur van de lijst is.",
  );
  const before = say("A silent desk.", "Een stil bureau.");
  return {
    ...step("persona_sheet", "sheet"),
    page: say(
      "Printed, this sheet is too long for one A4 page. About from “Fears” it goes on to a second page.",
      "Afgedrukt is deze persona te lang voor één A4. Ongeveer vanaf ‘Angsten’ gaat die verder op een tweede pagina.",
    ),
    props: {
      ...props(say("Persona: the buyer of lease cars", "Persona: de inkoper van leaseauto’s")),
      prompt: say(
        "Make one sheet of what you heard. What you do not know yet may stay empty.",
        "Maak één blad van wat je hebt gehoord. Wat je nog niet weet, mag leeg blijven.",
      ),
      group: say("fleet decisions in mid-size companies", "wagenparkkeuzes in het mkb"),
      themes: THEMES.map((key, at) => ({
        key,
        title: t[`persona.theme.${key}`],
        prompt: t[`persona.theme.${key}.prompt`],
        asked: at < 4,
      })),
      demographics: named("demographics", FACTS),
      groups: named("group", ["staff", "supplier", "customer"]),
      questions: named("question", QUESTIONS),
      journey: named("journey", JOURNEY),
      takes_notes: true,
      usual: {
        see: "day",
        say_do: "day",
        hear: "media",
        think_feel: "drives",
        pains: "fears",
        gains: "goals",
      },
    },
    entries: made({
      face: { hair: "short", hair_colour: "brown", skin: "3", glasses: "round" },
      name: { text: "Joost, 41" },
      who: {
        text: say(
          "buys for 180 colleagues; has never chosen a car for himself at work",
          "koopt in voor 180 collega’s; heeft op het werk nog nooit een auto voor zichzelf gekozen",
        ),
      },
      quote: { text: quote },
      "theme.day": {
        text: say(
          "Mails of colleagues about cars before the first coffee; at five the desk is empty.",
          "Mails van collega’s over auto’s nog vóór de eerste koffie; om vijf uur is het bureau leeg.",
        ),
        evidence: "told",
        source: say("5 of 7 interviews", "5 van de 7 gesprekken"),
        notes: ["n-1"],
      },
      "theme.fears": {
        text: say(
          "Saying no to sales people he likes; a contract that comes too late.",
          "Nee zeggen tegen verkopers die hij graag mag; een contract dat te laat komt.",
        ),
        evidence: "inferred",
        source: say("three stories", "drie verhalen"),
      },
      "theme.goals": {
        text: say(
          "A win for company, colleagues and himself.",
          "Winst voor bedrijf, collega’s én hem.",
        ),
        evidence: "assumed",
      },
      "theme.media": {
        text: say(
          "The newsletter of his trade, and the coffee machine.",
          "De vaknieuwsbrief, en de koffieautomaat.",
        ),
        evidence: "observed",
        source: say("a morning beside him", "een ochtend naast hem"),
      },
      "slider-a": {
        low: say("by the rules", "volgens de regels"),
        high: say("by the person", "per persoon"),
        value: 30,
      },
      "demographics.work": { text: say("Purchasing", "Inkoop") },
      "demographics.age": { text: "41" },
      "review-a": {
        reviewer: "Anna",
        group: "staff",
        know: say("Yes, he sits next to me.", "Ja, hij zit naast mij."),
        missing: say("His children.", "Zijn kinderen."),
      },
      "version-a": {
        version: "1",
        date: say("3 May", "3 mei"),
        changed: say("First sketch", "Eerste schets"),
        texts: JSON.stringify({ name: "Joost", "theme.day": before }),
      },
      "version-b": {
        version: "2",
        date: say("12 May", "12 mei"),
        changed: say("Seven interviews", "Zeven gesprekken"),
        texts: JSON.stringify({ name: "Joost, 41", "theme.day": before, quote }),
      },
      "journey-a": {
        touchpoint: say("New colleague", "Nieuwe collega"),
        does: say("Looks up the list", "Zoekt de lijst op"),
        thinks: say("Is this still the right one?", "Is dit nog de goede?"),
        feels: say("Watched", "Bekeken"),
        gap: say("The list is a year old", "De lijst is een jaar oud"),
        quick_win: say("A date on the list", "Een datum op de lijst"),
      },
    }),
    previous: made({
      "n-1": {
        text: say("Mails before the first coffee", "Mails vóór de eerste koffie"),
        region: "see",
        evidence: "told",
      },
      "n-2": {
        text: say("Afraid to be the one who said no", "Bang om degene te zijn die nee zei"),
        region: "pains",
        evidence: "assumed",
      },
      "n-3": {
        text: say("“Nobody thanks me for a car”", "‘Niemand bedankt me voor een auto’"),
        region: "say_do",
        evidence: "observed",
        source: say("at his desk", "aan zijn bureau"),
      },
    }),
    result: result(
      [
        finding(
          "quote",
          "met",
          say("The quote speaks in the first person.", "Het citaat is in de ik-vorm."),
          "",
        ),
        finding(
          "themes",
          "not_met",
          say("This theme is still empty.", "Dit thema is nog leeg."),
          "dreams",
          {
            title: t["persona.theme.dreams"] ?? "",
            question: t["persona.theme.dreams.prompt"] ?? "",
          },
        ),
      ],
      2,
      2,
      3,
    ),
  };
}
