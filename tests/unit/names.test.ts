import { expect, test } from "@playwright/test";
import { areSpellings, beginsNearly } from "@/lib/search/likeness";
import { completionsIn } from "@/lib/search/name-completion";
import { NameIndex } from "@/lib/search/name-index";
import { familyName, isTooShort, latinWords, ownKey, withoutAsides } from "@/lib/search/name-words";
import { otherNamesIn } from "@/lib/search/other-names";
import type { NameKind } from "@/db/queries/search-names";

/** The same words whatever the script, the accents and the marks. */
const alike: [what: string, form: string, ...others: string[]][] = [
  ["Cyrillic and its transliteration", "Алексеев", "Alekseev", "АЛЕКСЕЕВ"],
  ["ё and е", "Хрущёв", "Хрущев", "Khrushchev"],
  ["letters in one piece and in two", "Мирной", "Мирной".normalize("NFD"), "Mirnoy"],
  ["a diaeresis", "naïve", "naive", "nai\u0308ve"],
  ["ß", "Groß", "GROSS", "gross"],
  ["the dotless i", "Iğdır", "Igdir", "IĞDIR"],
  ["the dotted I", "İzmir", "Izmir", "izmir"],
  ["apostrophes", "O'Neill", "O’Neill", "OʼNeill", "ONeill"],
  ["the soft sign of librarians", "Sergeʹevich", "Sergeevich", "Sergeyevich".replace("yev", "ev")],
  ["Arabic with and without vowels", "عَبْدُ النَّاصِر", "عبد الناصر", "عبـد الناصر"],
  ["Hebrew with and without points", "גּוֹלְדָּה", "גולדה"],
  ["hyphens, dashes and spaces", "Tse-tung", "Tse–tung", "Tse tung"],
  ["traditional and simplified signs", "毛澤東", "毛泽东"],
];
for (const [what, first, ...others] of alike)
  test(`words do not tell ${what} apart`, () => {
    for (const other of others) expect(latinWords(other)).toEqual(latinWords(first));
  });

test("words are told apart where they differ", () => {
  expect(latinWords("U Thant")).toEqual(["u", "thant"]);
  expect(latinWords("Ho Chi Minh")).toEqual(["ho", "chi", "minh"]);
  expect(latinWords("")).toEqual([]);
  expect(latinWords("– ’ …")).toEqual([]);
  expect(ownKey("Алексеев")).not.toBe(ownKey("Alekseev"));
  expect(ownKey("Хрущёв, Никита")).toBe(ownKey("никита хрущев"));
});

test("the family name stands before the comma or last", () => {
  expect(familyName("Khrushchev, Nikita Sergeevich")).toBe("Khrushchev");
  expect(familyName("Charles de Gaulle")).toBe("Gaulle");
  expect(familyName("De Gaulle, Charles")).toBe("De Gaulle");
  expect(familyName("Martin Luther King Jr.")).toBe("King");
  expect(familyName("U Thant")).toBe("Thant");
  expect(familyName("al-Qudsi (Kudsi), Nazim")).toBe("al-Qudsi");
  expect(familyName("赫鲁晓夫")).toBe("赫鲁晓夫");
  expect(withoutAsides("Mao Tse-tung (Mao Zedong)")).toBe("Mao Tse-tung");
  expect(withoutAsides("(unknown)")).toBe("(unknown)");
});

test("initials and one or two letters are too little to look for", () => {
  for (const form of ["K.", "N. S.", "US", "U.S.S.R.", "Li", "毛", ""])
    expect(isTooShort(form), form).toBe(true);
  for (const form of ["PRC", "Khrushchev, N. S.", "Mao", "北京", "김구"])
    expect(isTooShort(form), form).toBe(false);
});

test("spellings of a family name are near, other names are not", () => {
  for (const [one, other] of [
    ["alexeev", "alekseev"],
    ["khrushchov", "jruschov"],
    ["khrushchev", "khrouchtchev"],
    ["chou", "zhou"],
  ] as const)
    expect(areSpellings(one, other), `${one} ${other}`).toBe(true);
  for (const [one, other] of [
    ["thatcher", "roberts"],
    ["lenin", "ulianov"],
    ["kim", "lee"],
  ] as const)
    expect(areSpellings(one, other), `${one} ${other}`).toBe(false);
});

test("one wrong letter is forgiven at the beginning of a word", () => {
  for (const typed of [
    "khruschev",
    "khrushhchev",
    "khrushchve",
    "xhrushchev",
    "hkrushchev",
    "hrushchev",
    "khrushcha",
  ])
    expect(beginsNearly("khrushchev", typed), typed).toBe(true);
  for (const typed of ["khruscev", "xhrushcheb", "kennedy", "khrushchevite"])
    expect(beginsNearly("khrushchev", typed), typed).toBe(false);
});

type Entry = [name: string, others?: string[], records?: number];

let lastId = 0;
const indexOf = (isPerson: boolean, entries: readonly Entry[]) =>
  new NameIndex(
    entries.map(([name, others = [], records = 1]) => ({
      id: (lastId += 1),
      slug: "",
      name,
      parentId: null,
      isPerson,
      others,
      records,
    })),
  );

const people = indexOf(true, [
  ["Alekseev, Aleksandr Ivanovich", ["Alexeev, Aleksandr Ivanovich", "Алексеев, Александр Иванович"], 5],
  [
    "Khrushchev, Nikita Sergeevich",
    [
      "Хрущёв, Никита Сергеевич",
      "Хрущев, Никита Сергеевич",
      "Khrushchov, Nikita S.",
      "Premier Khrushchev",
      "赫鲁晓夫",
    ],
    9,
  ],
  ["Khrushchev, Sergei"],
  ["Thatcher, Margaret", ["Roberts, Margaret Hilda", "Thatchar, Margaret"], 2],
  ["Mao Zedong", ["Mao Tse-tung", "Mao Tse-tung (Mao Zedong)", "毛泽东"], 4],
  ["Kennedy, John Fitzgerald", [], 7],
  ["Kennan, George F.", [], 3],
  ["U Thant", ["Thant, U", "Maha Thray Sithu U Thant"], 2],
  ["O’Neill, Con", [], 1],
  ["Nobody, Private", ["Nemo, Private"], 0],
]);
const places = indexOf(false, [
  ["St. Petersburg", ["Leningrad", "Petrograd", "Санкт-Петербург"], 3],
  ["Beijing", ["Peking", "北京"], 6],
]);
const bodies = indexOf(false, [
  ["Agency for International Development", ["AID"], 2],
  ["People's Republic of China", ["PRC", "中华人民共和国"], 4],
]);
const names = new Map<NameKind, NameIndex>([
  ["agent", people],
  ["place", places],
  ["repository", bodies],
]);

const formsFor = (query: string) => otherNamesIn(names, query.split(" ")).flatMap(({ forms }) => forms);

const asked: [query: string, ...forms: string[]][] = [
  ["Alexeev", "Alekseev", "Алексеев"],
  ["алексеев", "Alekseev", "Alexeev"],
  ["Khrushchov", "Khrushchev", "Хрущёв"],
  ["Thatcher", "Thatchar"],
  ["Nikita Sergeevich Khrushchev", "Хрущёв, Никита Сергеевич", "Khrushchov, Nikita S.", "赫鲁晓夫"],
  ["Khrushchev, Nikita Sergeevich", "Хрущёв, Никита Сергеевич", "Khrushchov, Nikita S.", "赫鲁晓夫"],
  ["赫鲁晓夫", "Khrushchev, Nikita Sergeevich", "Хрущёв, Никита Сергеевич", "Khrushchov, Nikita S."],
  ["Mao Tse-tung", "Mao Zedong", "毛泽东"],
  ["tse tung mao", "Mao Zedong", "毛泽东"],
  ["Leningrad", "St. Petersburg", "Petrograd", "Санкт-Петербург"],
  ["st petersburg", "Leningrad", "Petrograd", "Санкт-Петербург"],
  ["PRC", "People's Republic of China", "中华人民共和国"],
  ["prc", "People's Republic of China", "中华人民共和国"],
  ["AID to Cuba", "Agency for International Development"],
  ["aid to Cuba"],
  ["Nikita"],
  ["Nobody"],
  ["Private Nobody"],
  ["U"],
  [""],
  ["U Thant"],
];
for (const [query, ...forms] of asked)
  test(`“${query}” is also looked for as ${forms.join(", ") || "nothing else"}`, () => {
    expect(formsFor(query)).toEqual(forms);
  });

test("stretches of a query are found side by side, the longest first", () => {
  const found = otherNamesIn(names, ["Khrushchov", "and", "Mao", "Tse-tung", "in", "Peking"]);
  expect(found.map(({ start, length, kind }) => [start, length, kind])).toEqual([
    [0, 1, "agent"],
    [2, 2, "agent"],
    [5, 1, "place"],
  ]);
});

const completed = (typed: string, forgives = false) =>
  completionsIn(people, typed, 3, forgives).map(({ entry, called }) =>
    called ? [entry.name, called] : entry.name,
  );

test("each word typed begins a word of one form, in any order", () => {
  expect(completed("khr nik")).toEqual(["Khrushchev, Nikita Sergeevich"]);
  expect(completed("nikita khr")).toEqual(["Khrushchev, Nikita Sergeevich"]);
  expect(completed("john ken")).toEqual(["Kennedy, John Fitzgerald"]);
  expect(completed("khrushchev roberts")).toEqual([]);
  expect(completed("oneill")).toEqual(["O’Neill, Con"]);
  expect(completed("O'N")).toEqual(["O’Neill, Con"]);
});

test("the best come first: exact forms, then beginnings, then those with most records", () => {
  expect(completed("ken")).toEqual(["Kennedy, John Fitzgerald", "Kennan, George F."]);
  expect(completed("u thant")[0]).toBe("U Thant");
  expect(completed("s")).toEqual([
    "Khrushchev, Sergei",
    "Khrushchev, Nikita Sergeevich",
    ["U Thant", "Maha Thray Sithu U Thant"],
  ]);
});

test("the form that fits is named where the preferred one does not show it", () => {
  expect(completed("Алекс")).toEqual([["Alekseev, Aleksandr Ivanovich", "Алексеев, Александр Иванович"]]);
  expect(completed("mao tse")).toEqual([["Mao Zedong", "Mao Tse-tung"]]);
  expect(completed("毛")).toEqual([["Mao Zedong", "毛泽东"]]);
  expect(completed("mao")).toEqual(["Mao Zedong"]);
});

test("a typing error is forgiven in long words only", () => {
  expect(completed("khruschchev")).toEqual([]);
  expect(completed("khruschchev", true)).toEqual(["Khrushchev, Nikita Sergeevich", "Khrushchev, Sergei"]);
  expect(completed("kenm", true)).toEqual([]);
});

test("names that no published record bears are not offered", () => {
  expect(completed("nobody")).toEqual([]);
  expect(completed("nobodz", true)).toEqual([]);
});
