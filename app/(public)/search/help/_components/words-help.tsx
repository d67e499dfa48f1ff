import { wordExamples } from "@/lib/search/help";
import { blankSearch, longestQuery, searchHref } from "@/lib/search/state";
import { HelpSection } from "./help-section";
import { HelpTable } from "./help-table";

/** Words, what joins and bounds them, and how names are looked for. */
export function WordsHelp() {
  return (
    <>
      <HelpSection id="words" title="Words">
        <p>
          Write what you look for: names, places, words of a document. Small and capital letters, accents,
          apostrophes and the endings of words make no difference, and slips of the pen are forgiven. Titles,
          names, summaries, subjects, references and the whole of all texts are searched; a result says where
          the words were found, and leads to the paragraph if it was in a text.
        </p>
        <HelpTable caption="Words and what joins them" examples={wordExamples} />
        <p>
          <code>OR</code>, <code>AND</code> and <code>NOT</code> are written in capitals; in small letters
          they are words like all others. Without any of them, all words are wanted. <code>AND</code> binds
          more closely than <code>OR</code>: <code>Havana cable OR telegram</code> is understood as{" "}
          <code>(Havana cable) OR telegram</code>. Quotation marks may be of any kind, also „these“ and
          «these».
        </p>
        <p>
          A query that cannot be read as it stands, because a parenthesis is never closed, say, is mended, and
          a line above the results says how. Up to {longestQuery} characters are read.
        </p>
      </HelpSection>
      <HelpSection id="names" title="Names and spellings">
        <p>
          People, organisations and places have been written in many ways. Where a word names one whose other
          names the archive keeps, in any spelling or script, records with those names are found as well:{" "}
          <SearchLink query="Alexeev" /> also finds “Alekseev” and “Алексеев”. The results then say “also
          searched”, list the names, and offer to look for the word as typed and nothing else.
        </p>
        <p>
          In the form that is the choice “Only the words as typed”, in the address <code>exact=yes</code>:{" "}
          <SearchLink query="Alexeev" isExact /> in this spelling alone. A word or a phrase in quotation marks
          is always taken as it is typed. Which names are kept, the{" "}
          <a href="/people">people and organisations</a> and the <a href="/places">places</a> show on their
          pages.
        </p>
      </HelpSection>
    </>
  );
}

function SearchLink({ query, isExact = false }: { query: string; isExact?: boolean }) {
  return (
    <a href={searchHref({ ...blankSearch, query, exact: isExact })} rel="nofollow">
      {query}
    </a>
  );
}
