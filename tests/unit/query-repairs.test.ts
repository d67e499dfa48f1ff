import { expect, test } from "@playwright/test";
import { parseQuery } from "@/lib/archive/parse-query";
import { queryText, wordsOfQuery } from "@/lib/archive/query-text";

/** How a query was understood, written down again; empty where nothing is asked for. */
const readAs = (typed: string) => {
  const { node } = parseQuery(typed);
  return node ? queryText(node) : "";
};

test.describe("what cannot be meant is repaired, and said", () => {
  for (const [typed, read, remark] of [
    ["AND cuba", "cuba", "“AND” joins what stands on either side of it"],
    ["OR cuba", "cuba", "“OR” joins what stands on either side of it"],
    ["cuba OR", "cuba", "“OR” joins what stands on either side of it"],
    ["cuba (OR berlin)", "cuba berlin", "“OR” joins what stands on either side of it"],
    ["| cuba", "cuba", "“OR” joins what stands on either side of it"],
    ["OR", "", "“OR” joins what stands on either side of it"],
    ["cuba OR OR berlin", "cuba OR berlin", "the last one was taken: “OR”"],
    ["cuba AND OR berlin", "cuba OR berlin", "the last one was taken: “OR”"],
    ["cuba OR AND berlin", "cuba berlin", "the last one was taken: “AND”"],
    ["cuba NOT", "cuba", "“NOT” leaves out what stands behind it"],
    ["NOT NOT cuba", "-cuba", "left out once"],
    ["--cuba", "-cuba", "left out once"],
    ["NOT -cuba", "-cuba", "left out once"],
    ['cuba "missile crisis', 'cuba "missile crisis"', "before “missile crisis” was never closed"],
    ['missile"', "missile", "A quotation mark that stood alone was left aside"],
    ['5" gun', "5 gun", "A quotation mark that stood alone was left aside"],
    ['cuba "', "cuba", "A quotation mark that stood alone was left aside"],
    ['cuba "" berlin', "cuba berlin", "Quotation marks with nothing between them"],
    ["cuba (berlin", "cuba berlin", "A parenthesis was never closed"],
    ["-(cuba OR berlin", "-(cuba OR berlin)", "A parenthesis was never closed"],
    ["cuba) berlin", "cuba berlin", "A closing parenthesis that nothing opened"],
    ["1) cuba 2) berlin", "1 cuba 2 berlin", "A closing parenthesis that nothing opened"],
    ["cuba ()", "cuba", "Parentheses with nothing between them"],
    ["cuba OR ()", "cuba", "Parentheses with nothing between them"],
    ["title:() cuba", "cuba", "Parentheses with nothing between them"],
    ["title:", "", "“title:” had nothing directly behind it"],
    ["title: cuba", "cuba", "“title:” had nothing directly behind it"],
    [
      "Subject: Talks",
      "Talks",
      "“Subject:” had nothing directly behind it and was left aside. Write the word without a space: subject:word.",
    ],
    ["-title: cuba", "cuba", "“title:” had nothing directly behind it"],
    ["title:- cuba", "cuba", "“title:” had nothing directly behind it"],
    ["title:person:castro", "person:castro", "“title:” stood directly before another field"],
    ["-title:person:castro", "-person:castro", "“title:” stood directly before another field"],
    [
      "title:(cuba person:castro)",
      "title:cuba person:castro",
      "“person:” within the parentheses of another field",
    ],
    [
      "titel:cuba",
      "titel cuba",
      "There is no field “titel:”, so its words were looked for everywhere. Perhaps you meant “title:”.",
    ],
    ["Persons:castro", "Persons castro", "Perhaps you meant “person:”."],
    ['foo:"bar baz"', 'foo "bar baz"', "The search help lists the fields"],
    ["cu*", "cu", "“cu*” is too short for the beginning of a word"],
    ["mis*le", "mis*", "“mis*le” was read as “mis*”"],
    ["*ssile", "ssile", "“*ssile” was read as “ssile”"],
    ["**cuba**", "cuba", "“**cuba**” was read as “cuba”"],
    ['"missil* crisis"', '"missil crisis"', "A star means nothing between quotation marks"],
    ["type:mem*", "type:mem", "“type:” takes whole names"],
    ["date:last-week cuba", "cuba", "“date:last-week” is not a date that can be searched for"],
    ["year:62", "", "“year:62” is not a date that can be searched for"],
    ["year:196/197", "", "“year:196/197” is not a date that can be searched for"],
    ["date:1962-02-30", "", "“date:1962-02-30” is not a date that can be searched for"],
    ["year:1963-1961", "date:1961/1963", "The first date of “1963-1961” lay after the last"],
    ["has:audio cuba", "cuba", "“has:audio” was left aside"],
    ["NOTES OF A TALK NOT SIGNED", "NOTES OF A TALK -SIGNED", "in capital letters were read as instructions"],
    ["((((((((((((a OR b)))) c))))))))", "(a OR b) c", "read 10 deep"],
    ["-((((((((((((a b))))))))))))", "-(a b)", "read 10 deep"],
  ] as const) {
    test(typed, () => {
      expect(readAs(typed)).toBe(read);
      const { remarks } = parseQuery(typed);
      expect(remarks).toHaveLength(1);
      expect(remarks[0]).toContain(remark);
    });
  }
});

test("readers' words are shown in part where they are long", () => {
  const [remark = ""] = parseQuery(`date:${"soon".repeat(100)}`).remarks;
  expect(remark).toContain("…” is not a date");
  expect(remark.length).toBeLessThan(300);
});

test("a query of more words than are taken", () => {
  const { node, remarks } = parseQuery("word ".repeat(150));
  expect(wordsOfQuery(node)).toHaveLength(100);
  expect(remarks).toEqual(["Only the first 100 words were looked for."]);
});

test("each of two mistakes has its remark", () => {
  for (const typed of ["NOT OR cuba", "(title:) cuba"]) {
    expect(readAs(typed)).toBe("cuba");
    expect(parseQuery(typed).remarks).toHaveLength(2);
  }
});

test("a heap of mistakes brings a few remarks", () => {
  expect(parseQuery('OR "" () a) titel:b foo:"" cu* *x date:x has:y NOT').remarks).toHaveLength(6);
});
