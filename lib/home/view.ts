import type { Holdings } from "@/db/queries/home";
import { countOf, numberInWords } from "@/lib/archive/counts";
import { yearInWords, yearOf } from "@/lib/archive/day-number";
import { vocabularies, vocabularyKinds } from "@/lib/archive/vocabulary-kinds";

/** What the archive holds, as the sentence that follows its name. */
export function holdingsInWords(holdings: Holdings): string {
  if (holdings.records === 0) return "has been set up and awaits its first published record.";
  const years = yearsOf(holdings);
  const dated =
    years.length === 0 ? "" : years.length === 1 ? ` of ${years[0]}` : ` from ${years.join(" to ")}`;
  const texts =
    holdings.texts > 0
      ? `, with ${countOf(holdings.texts, "transcript or translation", "transcripts and translations")}`
      : "";
  return `describes ${countOf(holdings.records, "document")}${dated}${texts}. Search them, or follow the people, places and subjects that connect them.`;
}

/** The first and the last year in words; one where they are the same, none where nothing is dated. */
function yearsOf({ firstDay, lastDay }: Holdings): string[] {
  if (firstDay === null || lastDay === null) return [];
  return [...new Set([firstDay, lastDay].map((day) => yearInWords(yearOf(day))))];
}

type Way = { href: string; label: string; count: string; explanation: string };
export type WayGroup = { heading: string; ways: Way[] };

/** Every way into the archive that leads anywhere, in groups, with how much each offers. */
export function waysIn(holdings: Holdings): WayGroup[] {
  const groups = [
    { heading: "Gathered", ways: gatheredWays(holdings) },
    { heading: "What the documents speak of", ways: namedWays(holdings) },
    { heading: "In time", ways: timeWays(holdings) },
    {
      heading: "What the documents are",
      ways: vocabularyKinds.flatMap((kind) => {
        const { path, many, explanation } = vocabularies[kind];
        return way(path, many, holdings[kind], explanation);
      }),
    },
    {
      heading: "What is here and what is not",
      ways: [
        {
          href: "/coverage",
          label: "Coverage",
          count: "",
          explanation: "Years against places, languages and archives, so that what is missing can be seen",
        },
        ...way(
          "/search",
          "Search",
          holdings.records,
          "Every record by the words in it, narrowed as you like",
        ),
      ],
    },
  ];
  return groups.filter(({ ways }) => ways.length > 0);
}

/** The ways that the home page offers before all others. */
export const waysToBrowse = (holdings: Holdings): Way[] => [
  ...gatheredWays(holdings),
  ...namedWays(holdings),
  ...timeWays(holdings),
];

const way = (href: string, label: string, number: number, explanation: string): Way[] =>
  number > 0 ? [{ href, label, count: numberInWords(number), explanation }] : [];

function gatheredWays({ collections, themes, repositories }: Holdings): Way[] {
  return [
    ...way(
      "/collections",
      "Collections",
      collections,
      "Documents gathered around an event or a question, each with an introduction",
    ),
    ...way("/themes", "Themes", themes, "Essays, timelines and maps across collections"),
    ...way("/repositories", "Archives", repositories, "The institutions that hold the originals"),
  ];
}

function namedWays({ people, organisations, places, subjects }: Holdings): Way[] {
  return [
    ...way(
      "/people",
      "People and organisations",
      people + organisations,
      "Who wrote, received or is named, under every spelling of the name",
    ),
    ...way("/places", "Places", places, "Where things happened, from regions down to cities"),
    ...(places > 0
      ? [{ href: "/map", label: "Map", count: "", explanation: "The places on the map of the world" }]
      : []),
    ...way("/subjects", "Subjects", subjects, "What the documents are about, from broad to narrow"),
  ];
}

function timeWays(holdings: Holdings): Way[] {
  const years = yearsOf(holdings).join("–");
  if (!years) return [];
  return [
    {
      href: "/years",
      label: "Years",
      count: years,
      explanation: "Down to months and days; what is uncertain or undated apart",
    },
    {
      href: "/on-this-day",
      label: "On this day",
      count: "",
      explanation: "What was written on this day, in any year",
    },
  ];
}
