import { expect, test } from "@playwright/test";
import { parseQuery } from "@/lib/archive/parse-query";
import { queryFields } from "@/lib/archive/query-fields";
import { queryText, wordsOfQuery } from "@/lib/archive/query-text";
import { wordFields } from "@/lib/archive/search-query";

/** How a query was understood, written down again; empty where nothing is asked for. */
const readAs = (typed: string) => {
  const { node } = parseQuery(typed);
  return node ? queryText(node) : "";
};

test.describe("a query is read as it was meant, without a remark", () => {
  for (const [typed, read] of [
    ["", ""],
    ["   ", ""],
    ["cuba", "cuba"],
    ["  cuba   missiles ", "cuba missiles"],
    ["cuba and berlin or moscow not havana", "cuba and berlin or moscow not havana"],
    ["cuba AND berlin", "cuba berlin"],
    ["cuba && berlin", "cuba berlin"],
    ["cuba & berlin", "cuba berlin"],
    ["cuba OR berlin", "cuba OR berlin"],
    ["cuba | berlin", "cuba OR berlin"],
    ["cuba|berlin||moscow", "cuba OR berlin OR moscow"],
    ["a OR b c OR d", "a OR b c OR d"],
    ["a OR b AND c OR d", "a OR b c OR d"],
    ["(a OR b) c", "(a OR b) c"],
    ["(a OR b)c", "(a OR b) c"],
    ["((a)) (b (c d))", "a b c d"],
    ["(a OR (b OR c))", "a OR b OR c"],
    ["-cuba", "-cuba"],
    ["-cuba -berlin", "-cuba -berlin"],
    ["NOT cuba", "-cuba"],
    ["missiles NOT cuba", "missiles -cuba"],
    ["missiles AND NOT cuba", "missiles -cuba"],
    ["missiles OR NOT cuba", "missiles OR -cuba"],
    ['-"missile crisis"', '-"missile crisis"'],
    ["-(a OR b)", "-(a OR b)"],
    ["-(a b) c", "-(a b) c"],
    ["-(-(a b)) c", "a b c"],
    ["NOT (a OR b)", "-(a OR b)"],
    ['"missile crisis"', '"missile crisis"'],
    ["“missile crisis”", '"missile crisis"'],
    ["„Karibische Krise“", '"Karibische Krise"'],
    ["»Karibische Krise«", '"Karibische Krise"'],
    ["«Карибский “особый” кризис»", '"Карибский особый кризис"'],
    ['“missile crisis"', '"missile crisis"'],
    ['" missile   crisis, "', '"missile crisis"'],
    ['"cuba"', '"cuba"'],
    ['"cuba""berlin"', '"cuba" "berlin"'],
    ["missil*", "missil*"],
    ["missil** cuba", "missil* cuba"],
    ["title:missil*", "title:missil*"],
    ["-missil*", "-missil*"],
    ["Хрущ* 赫鲁晓*", "Хрущ* 赫鲁晓*"],
  ] as const) {
    test(typed || "(nothing)", () => {
      expect(readAs(typed)).toBe(read);
      expect(parseQuery(typed).remarks).toEqual([]);
    });
  }
});

test.describe("what is pasted stays words", () => {
  for (const [typed, read] of [
    ["http://example.org/a?b=c:d,e", "http://example.org/a?b=c:d,e"],
    ["see https://example.org/text:1.", "see https://example.org/text:1"],
    ["text://example", "text://example"],
    ["at 10:30, on 27/10/1962", "at 10:30 on 27/10/1962"],
    ["1,000 tons", "1,000 tons"],
    ["frus1961-63v10/d12", "frus1961-63v10/d12"],
    ["Castro,Fidel; Che", "Castro Fidel Che"],
    ["Kennedy: a life", "Kennedy a life"],
    ["foo:bar", "foo bar"],
    ["Mao Tse-tung", "Mao Tse-tung"],
    ["Mao Tse‑tung", "Mao Tse-tung"],
    ["Vienna – Moscow", "Vienna Moscow"],
    ["crisis—and after", "crisis and after"],
    ["crisis -- and after", "crisis and after"],
    ["- cuba", "cuba"],
    ["cuba -", "cuba"],
    ["cuba-", "cuba"],
    ["well-known-(1962)", "well-known 1962"],
    ['"Bay of Pigs"-invasion', '"Bay of Pigs" invasion'],
    ["O’Neill O'Neill O‘Neill", "O'Neill O'Neill O'Neill"],
    ["’Abd al-Karim’s", "Abd al-Karim's"],
    ["Vasilʹevich", "Vasil'evich"],
    ["document(s)", "document s"],
    ["[sic] {x} <b>", "sic x b"],
    ["+cuba #havana @moscow", "cuba havana moscow"],
    ["Smith & Sons, Ltd.", "Smith Sons Ltd"],
    ["AND. OR, (NOT)", "and or"],
    ["古巴 柏林", "古巴 柏林"],
    ["（古巴 ｜ 柏林）　title：导弹", "(古巴 OR 柏林) title:导弹"],
    ["古巴、柏林。", "古巴 柏林"],
    ["「古巴 导弹」", '"古巴 导弹"'],
    ["他说＂你好＂", '他说 "你好"'],
    ["إشعار، القرّاء؟", "إشعار القرّاء"],
    ["\u200Fإشعار\u200E", "إشعار"],
    ["mis\u00ADsile \uFEFFcuba\u200B", "missile cuba"],
    ["Dortico\u0301s", "Dorticós"],
    ["🚀 cuba 🚀", "cuba"],
    ["cuba\u0000berlin\n\tmoscow", "cuba berlin moscow"],
    ["\uD800cuba", "cuba"],
    ["… ? ! — *", ""],
  ] as const) {
    test(typed, () => expect(readAs(typed)).toBe(read));
  }
});

test.describe("fields are read", () => {
  for (const [typed, read] of [
    ["title:cuba", "title:cuba"],
    ["TITLE:cuba Title:berlin", "title:cuba title:berlin"],
    ['title:"missile crisis"', 'title:"missile crisis"'],
    ["title:“missile crisis”", 'title:"missile crisis"'],
    ["title:(cuba OR berlin)", "title:(cuba OR berlin)"],
    ["title:(cuba -berlin)", "title:(cuba -berlin)"],
    ["title:cuba berlin", "title:cuba berlin"],
    ["title:Castro,Fidel", "title:Castro title:Fidel"],
    ["title::cuba", "title:cuba"],
    ["title:OR", "title:or"],
    ["-title:cuba", "-title:cuba"],
    ["title:-cuba", "-title:cuba"],
    ["title:(-cuba)", "-title:cuba"],
    ["NOT title:(a b)", "-title:(a b)"],
    ["from:gromyko recipient:alekseev", "author:gromyko to:alekseev"],
    ["repository:rgani language:Russian", "archive:rgani lang:Russian"],
    ["people:(castro OR mikoyan)", "person:(castro OR mikoyan)"],
    ["'title:cuba'", "title:cuba"],
    ["(title:cuba)", "title:cuba"],
    ["cuba|title:berlin", "cuba OR title:berlin"],
    ["id:12", "id:12"],
    ["id:notice-to-readers,", "id:notice-to-readers"],
    ["id:frus1961-63v10/d12.", "id:frus1961-63v10/d12"],
    ["id:seed:title:x", "id:seed:title:x"],
    ['id:"box 3, folder (2)"', 'id:"box 3, folder (2)"'],
    ["id:(12 OR 13)", "id:12 OR id:13"],
    ["lang:en", "lang:en"],
    ["lang:OR", "lang:OR"],
    ["lang:(en OR zh-Hant)", "lang:en OR lang:zh-Hant"],
    ["-lang:en lang:-de", "-lang:en -lang:de"],
    ['type:"Memorandum of Conversation"', 'type:"Memorandum of Conversation"'],
    ['type:"text:x"', 'type:"text:x"'],
    ["has:scan has:Transcripts -has:translation", "has:scan has:transcript -has:translation"],
    ["has:(scan translation)", "has:scan has:translation"],
  ] as const) {
    test(typed, () => {
      expect(readAs(typed)).toBe(read);
      expect(parseQuery(typed).remarks).toEqual([]);
    });
  }
});

test.describe("dates are read", () => {
  for (const [typed, read, earliest, latest] of [
    ["year:1962", "date:1962", 19620101, 19621231],
    ["date:1962", "date:1962", 19620101, 19621231],
    ["year:1961-1963", "date:1961/1963", 19610101, 19631231],
    ["year:1961–1963", "date:1961/1963", 19610101, 19631231],
    ["year:1961-63", "date:1961/1963", 19610101, 19631231],
    ["year:1961..1963", "date:1961/1963", 19610101, 19631231],
    ["year:1921-24", "date:1921/1924", 19210101, 19241231],
    ["date:1921-24", "date:1921-24", 19211001, 19211231],
    ["year:1960s", "date:196X", 19600101, 19691231],
    ["year:196x", "date:196X", 19600101, 19691231],
    ["year:1962~", "date:1962~", 19620101, 19621231],
    ["year:1962.", "date:1962", 19620101, 19621231],
    ["date:1962-10", "date:1962-10", 19621001, 19621031],
    ["date:1962-10-27", "date:1962-10-27", 19621027, 19621027],
    ["date:1962-10/1962-11", "date:1962-10/1962-11", 19621001, 19621130],
    ["date:1962-10..1962-11", "date:1962-10/1962-11", 19621001, 19621130],
    ["date:1962/..", "date:1962/..", 19620101, 999_999_999],
    ["date:../1962", "date:../1962", -999_999_999, 19621231],
    ["year:1962..", "date:1962/..", 19620101, 999_999_999],
    ["year:..1962", "date:../1962", -999_999_999, 19621231],
    ["year:-0043", "date:-0043", -429_899, -428_769],
    ["date:[1960,1962]", "date:[1960,1962]", 19600101, 19621231],
    ['date:"October 1962"', "date:1962-10", 19621001, 19621031],
    ['date:"27 Oct. 1962"', "date:1962-10-27", 19621027, 19621027],
    ['date:"October 27th, 1962"', "date:1962-10-27", 19621027, 19621027],
  ] as const) {
    test(typed, () => {
      const { node, remarks, isPlain } = parseQuery(typed);
      expect(node).toMatchObject({ kind: "date", earliest, latest });
      expect(readAs(typed)).toBe(read);
      expect({ remarks, isPlain }).toEqual({ remarks: [], isPlain: false });
    });
  }

  test("years of a group are alternatives like words", () => {
    expect(readAs("year:(1959 OR 1961..1962) -date:1962-10")).toBe(
      "(date:1959 OR date:1961/1962) -date:1962-10",
    );
  });
});

test("only words that are all wanted are plain", () => {
  for (const typed of ["cuba", "cuba missiles", "(cuba) missiles,", "Castro,Fidel", "foo:bar", "OR cuba"])
    expect(parseQuery(typed).isPlain, typed).toBe(true);
  for (const typed of [
    "",
    '"cuba"',
    '"missile crisis"',
    "missil*",
    "cuba AND missiles",
    "cuba OR missiles",
    "cuba -missiles",
    "title:cuba",
    "cuba year:1962",
  ])
    expect(parseQuery(typed).isPlain, typed).toBe(false);
});

test("the nodes of a query", () => {
  expect(parseQuery('cuba -"bay of pigs" title:(missil* OR "crisis")').node).toEqual({
    kind: "and",
    parts: [
      { kind: "word", text: "cuba", match: "forms" },
      { kind: "not", part: { kind: "phrase", text: "bay of pigs" } },
      {
        kind: "field",
        field: "title",
        part: {
          kind: "or",
          parts: [
            { kind: "word", text: "missil", match: "beginning" },
            { kind: "word", text: "crisis", match: "exact" },
          ],
        },
      },
    ],
  });
  expect(parseQuery("id:12 has:scan").node).toEqual({
    kind: "and",
    parts: [
      { kind: "value", field: "id", value: "12" },
      { kind: "has", held: "scan" },
    ],
  });
});

test("a word of several words between quotation marks is a phrase, one with a hyphen is not", () => {
  for (const [typed, kind] of [
    ['"Castro,Fidel"', "phrase"],
    ['"10:30"', "phrase"],
    ['"Tse-tung"', "word"],
    ['"O’Neill"', "word"],
    ['"古巴导弹"', "word"],
  ] as const)
    expect(parseQuery(typed).node?.kind, typed).toBe(kind);
});

test("what a query looks for, in its order", () => {
  const { node } = parseQuery(
    'cuba -berlin title:(missil* OR -"x y") ("bay of pigs" OR NOT moscow) year:1962 person:"castro"',
  );
  expect(wordsOfQuery(node)).toEqual([
    { text: "cuba", match: "forms", field: null },
    { text: "missil", match: "beginning", field: "title" },
    { text: "bay of pigs", match: "phrase", field: null },
    { text: "castro", match: "exact", field: "person" },
  ]);
  expect(wordsOfQuery(null)).toEqual([]);
});

test("every field is declared once, and its example is read without a remark", () => {
  const names = queryFields.flatMap(({ name, also }) => [name, ...also]);
  expect(new Set(names).size).toBe(names.length);
  for (const field of wordFields) expect(names).toContain(field);
  for (const { name, example } of queryFields) {
    expect(example).toContain(`${name}:`);
    expect(parseQuery(example).remarks, example).toEqual([]);
    expect(parseQuery(example).node, example).not.toBeNull();
  }
});
