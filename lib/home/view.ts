import type { Holdings } from "@/db/queries/home";
import { countOf, numberInWords } from "@/lib/archive/counts";
import { yearInWords, yearOf } from "@/lib/archive/day-number";

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

/** The ways to browse that lead anywhere, with how much each offers. */
export function waysToBrowse(holdings: Holdings): Way[] {
  const ways = [
    {
      href: "/collections",
      label: "Collections",
      number: holdings.collections,
      explanation: "Documents gathered around an event or a question, each with an introduction",
    },
    {
      href: "/people",
      label: "People and organisations",
      number: holdings.people + holdings.organisations,
      explanation: "Who wrote, received or is named, under every spelling of the name",
    },
    {
      href: "/places",
      label: "Places",
      number: holdings.places,
      explanation: "Where things happened, from regions down to cities",
    },
    {
      href: "/subjects",
      label: "Subjects",
      number: holdings.subjects,
      explanation: "What the documents are about, from broad to narrow",
    },
    {
      href: "/repositories",
      label: "Archives",
      number: holdings.repositories,
      explanation: "The institutions that hold the originals",
    },
    {
      href: "/themes",
      label: "Themes",
      number: holdings.themes,
      explanation: "Essays and timelines across collections",
    },
  ];
  const byNumber = ways.flatMap(({ number, ...way }) =>
    number > 0 ? [{ ...way, count: numberInWords(number) }] : [],
  );
  const years = yearsOf(holdings).join("–");
  if (!years) return byNumber;
  return [
    ...byNumber,
    { href: "/years", label: "Years", count: years, explanation: "The documents in the order of time" },
  ];
}
