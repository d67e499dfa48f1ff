/**
 * Words by which people ask an archivist rather than name what they look for: "Find documents that describe …". They stand in
 * everything or nothing and would lead a ranking astray.
 */
const requestWords = new Set(
  (
    "find tell show give provide search seek seeking look looking need want wish please would could can like " +
    "interested information document documents record records file files material materials item items papers " +
    "describe describes described describing discuss discusses discussed discussing mention mentions mentioned mentioning " +
    "concern concerns concerning regard regarding relate relates related relating contain contains containing include includes " +
    "including included anything something everything i'm"
  ).split(" "),
);

/** What a question is about: its words without those of asking; the question itself where nothing else is left. */
export function subjectOfQuestion(question: string): string {
  const kept = question.split(/\s+/).filter(
    (word) =>
      !requestWords.has(
        word
          .toLowerCase()
          .replaceAll("’", "'")
          .replaceAll(/[^\p{L}\p{N}'-]/gu, ""),
      ),
  );
  return kept.some((word) => /[\p{L}\p{N}]/u.test(word)) ? kept.join(" ") : question;
}
