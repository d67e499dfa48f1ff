import { expect, test } from "@playwright/test";
import { citationsOf } from "@/lib/citations/citations";
import { wholeDocument, type CitedDocument, type CitedPart } from "@/lib/citations/cited-document";
import { cslItemOf } from "@/lib/citations/csl-item";
import { citedDate } from "@/lib/citations/dates";
import { citedName, spokenName } from "@/lib/citations/names";

const telegram: CitedDocument = {
  id: 12,
  title: "Telegram on the Withdrawal",
  documentType: "Telegram",
  authors: [citedName("Alekseev, A. I.", "person")],
  recipients: [citedName("USSR Foreign Ministry", "organisation")],
  translators: [],
  editors: [],
  date: citedDate("October 28, 1962", "1962-10-28"),
  original: {
    reference: "f. 5, op. 49, d. 131, ll. 193-194",
    repository: "Russian State Archive of Contemporary History",
    place: "Moscow",
  },
  container: null,
  publishers: [],
  languages: [{ code: "ru", name: "Russian" }],
  subjects: ["Cuba--Foreign relations--Soviet Union"],
  summary: "On missiles & men: 50% of them.",
  note: null,
  rights: null,
  permalink: "https://archive.example/document/telegram",
  archive: "Open History Archive",
};

/** All citations of a telegram with some things changed, as words, by style and label. */
function wordsOf(changes: Partial<CitedDocument> = {}, part: CitedPart = wholeDocument) {
  const styles = citationsOf({ ...telegram, ...changes }, part);
  return Object.fromEntries(
    styles.flatMap(({ key, citations }) =>
      citations.map(({ label, text }) => [`${key} ${label.toLowerCase()}`, text]),
    ),
  );
}

test("a telegram is cited in five styles", () => {
  expect(wordsOf()).toEqual({
    "chicago note":
      "A. I. Alekseev to USSR Foreign Ministry, “Telegram on the Withdrawal,” telegram, October 28, 1962, f. 5, op. 49, d. 131, ll. 193-194, Russian State Archive of Contemporary History, Moscow, Open History Archive, https://archive.example/document/telegram.",
    "chicago bibliography":
      "Alekseev, A. I. “Telegram on the Withdrawal.” Telegram to USSR Foreign Ministry, October 28, 1962. f. 5, op. 49, d. 131, ll. 193-194. Russian State Archive of Contemporary History. Moscow, Open History Archive. https://archive.example/document/telegram.",
    "mla in the text": "(Alekseev)",
    "mla works cited":
      "Alekseev, A. I. “Telegram on the Withdrawal.” Open History Archive, 28 Oct. 1962, https://archive.example/document/telegram. Russian State Archive of Contemporary History, Moscow, f. 5, op. 49, d. 131, ll. 193-194.",
    "apa in the text": "(Alekseev, 1962)",
    "apa references":
      "Alekseev, A. I. (1962, October 28). Telegram on the Withdrawal [Telegram to USSR Foreign Ministry]. Russian State Archive of Contemporary History (f. 5, op. 49, d. 131, ll. 193-194), Moscow; Open History Archive. https://archive.example/document/telegram",
    "turabian note":
      "A. I. Alekseev to USSR Foreign Ministry, “Telegram on the Withdrawal,” telegram, October 28, 1962, f. 5, op. 49, d. 131, ll. 193-194, Russian State Archive of Contemporary History, Moscow, Open History Archive, https://archive.example/document/telegram.",
    "turabian bibliography":
      "Alekseev, A. I. “Telegram on the Withdrawal.” Telegram to USSR Foreign Ministry, October 28, 1962. f. 5, op. 49, d. 131, ll. 193-194. Russian State Archive of Contemporary History. Moscow, Open History Archive. https://archive.example/document/telegram.",
    "footnote footnote":
      "A. I. Alekseev to USSR Foreign Ministry, “Telegram on the Withdrawal”, 28 October 1962, f. 5, op. 49, d. 131, ll. 193-194, Russian State Archive of Contemporary History, Moscow, Open History Archive, https://archive.example/document/telegram.",
  });
});

for (const [edtf, chicago, mla, apa] of [
  ["1962~", "ca. 1962", "ca. 1962", "(ca. 1962)"],
  ["1962-11~", "ca. November 1962", "ca. November 1962", "(ca. November 1962)"],
  ["1959-09", "September 1959", "Sept. 1959", "(1959, September)"],
  ["1962-10/1962-11", "October–November 1962", "Oct.–Nov. 1962", "(1962, October–November)"],
  ["1962-10-24/1962-10-28", "October 24–28, 1962", "24–28 Oct. 1962", "(1962, October 24–28)"],
  [
    "1962-10?/1962-11",
    "between October? and November 1962",
    "between October? and November 1962",
    "(between October?",
  ],
  ["196X", "1960s", "1960s", "(1960s)"],
  ["-0043-03-15", "15 March 44 BCE", "15 March 44 BCE", "(15 March 44 BCE)"],
  [null, "n.d.", "Open History Archive, https", "(n.d.)"],
] as const) {
  test(`a document of ${edtf} has its date in each style`, () => {
    const words = wordsOf({ date: citedDate(edtf === null ? "undated" : null, edtf) });
    for (const name of ["chicago note", "chicago bibliography", "turabian note"])
      expect(words[name], name).toContain(chicago);
    expect(words["mla works cited"]).toContain(mla);
    expect(words["apa references"]).toContain(apa);
  });
}

for (const reference of ["f. 104, op. 2", "BArch, B 136/59748, 403-410"]) {
  test(`"${reference}" stays as written in every style`, () => {
    for (const repository of ["Some Archive", null]) {
      const words = wordsOf({ original: { reference, repository, place: null } });
      for (const [name, text] of Object.entries(words))
        if (!name.endsWith("text")) expect(text, name).toContain(reference);
    }
  });
}

test("titles keep their quotation marks, ampersands and brackets", () => {
  const title = "From the Journal: “Talks & <b>Talks</b>” in 'Havana'";
  for (const { citations } of citationsOf({ ...telegram, title }, wholeDocument))
    for (const { html } of citations) expect(html).not.toContain("<b>");
  expect(wordsOf({ title })["chicago note"]).toContain(
    "“From the Journal: ‘Talks & <b>Talks</b>’ in ‘Havana,’”",
  );
});

test("organisations, several recipients, other alphabets and nobody at all are named", () => {
  const recipients = [citedName("Gromyko, Andrei", "person"), citedName("Politburo, CPSU", "organisation")];
  expect(wordsOf({ recipients })["chicago note"]).toMatch(
    /^A\. I\. Alekseev to Andrei Gromyko and Politburo, CPSU, “/,
  );
  const authors = [citedName("Семёнов, В. С.", "person")];
  expect(wordsOf({ authors })["chicago bibliography"]).toMatch(/^Семёнов, В\. С\. “/);
  expect(wordsOf({ authors: [], recipients: [] })["apa references"]).toMatch(
    /^Telegram on the Withdrawal\. \(1962/,
  );
});

test("a citation can name a paragraph and a day", () => {
  const words = wordsOf({}, { paragraph: 12, asOf: "23 November 2026" });
  expect(words["chicago note"]).toMatch(
    /1962, f\. 5.*Moscow, Open History Archive \(as of 23 November 2026\), para\. 12, https:\S+#p12\.$/,
  );
  expect(words["mla in the text"]).toBe("(Alekseev, par. 12)");
  expect(words["apa in the text"]).toBe("(Alekseev, 1962, para. 12)");
  expect(words["footnote footnote"]).toContain("paragraph 12");
});

test("a date that the title ends with is not said twice", () => {
  const words = wordsOf({ title: "Letter to Havana, October 28, 1962" });
  expect(words["footnote footnote"]).toContain("“Letter to Havana, October 28, 1962”, f. 5");
  expect(words["chicago note"]).toContain("“Letter to Havana, October 28, 1962,” telegram, f. 5");
  expect(words["chicago bibliography"]).toContain("Telegram to USSR Foreign Ministry. f. 5");
  expect(wordsOf({ title: "Letter to Havana, October 27, 1962" })["chicago note"]).toContain(
    "telegram, October 28, 1962, f. 5",
  );
});

test("an edition is named with the number of the document in it", () => {
  const container = { title: "Foreign Relations, 1961–1963, Volume V", series: null, number: "268" };
  const words = wordsOf({ container });
  expect(words["chicago note"]).toContain(
    "telegram, Foreign Relations, 1961–1963, Volume V, doc. 268, October 28, 1962, f. 5",
  );
  expect(words["chicago bibliography"]).toContain(
    "Foreign Relations, 1961–1963, Volume V. Document 268, Oct",
  );
  expect(words["mla works cited"]).toContain(
    "“Telegram on the Withdrawal.” Foreign Relations, 1961–1963, Volume V, doc. 268, 28 Oct. 1962. Russian",
  );
  for (const name of ["apa references", "footnote footnote"])
    expect(words[name], name).toContain("Foreign Relations, 1961–1963, Volume V, document 268");
  expect(words["turabian note"]).toBe(words["chicago note"]);
  expect(cslItemOf({ ...telegram, container })).toMatchObject({
    "container-title": container.title,
    number: "268",
  });
});

test("an organisation is spoken of from its own name up, and listed by its heading", () => {
  const heading = "Soviet Union. Ministry of Foreign Affairs";
  const ministry = citedName(heading, "organisation");
  const words = wordsOf({ authors: [ministry], recipients: [ministry] });
  const spoken = "Ministry of Foreign Affairs, Soviet Union";
  expect(words["chicago note"]).toMatch(new RegExp(`^${spoken} to ${spoken}, “`));
  expect(words["chicago bibliography"]).toMatch(new RegExp(`^${heading}\\. “`));
  expect(words["apa references"]).toContain(`[Telegram to ${spoken}]`);
  expect(cslItemOf({ ...telegram, authors: [ministry] }).author).toEqual([{ literal: heading }]);
  for (const whole of ["U.S. Department of State", "St. Petersburg Soviet", "Univ. Press"])
    expect(spokenName(citedName(whole, "organisation"))).toBe(whole);
  expect(spokenName(citedName("Selim. Son of Süleyman", "person"))).toBe("Selim. Son of Süleyman");
});

test("CSL-JSON has the names, dates and variables that its schema knows", () => {
  const item = cslItemOf(telegram);
  expect(item).toMatchObject({
    id: "record-12",
    type: "personal_communication",
    issued: { "date-parts": [[1962, 10, 28]] },
  });
  const variables =
    /^(?:id|type|title|author|recipient|translator|editor|issued|genre|archive|archive_location|archive-place|container-title|collection-title|number|publisher|source|language|abstract|keyword|note|URL)$/;
  for (const name of Object.keys(item)) expect(name).toMatch(variables);
  expect(cslItemOf({ ...telegram, date: citedDate(null, "1962~") }).issued).toEqual({
    "date-parts": [[1962]],
    circa: true,
  });
  expect(cslItemOf({ ...telegram, date: null })).not.toHaveProperty("issued");
});
