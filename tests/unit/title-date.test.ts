import { expect, test } from "@playwright/test";
import { otherTitleDates } from "@/lib/archive/title-date";

const titles: [title: string, edtf: string | null, others: string[]][] = [
  ["Record of a Conversation, 21 January 1961", "1961-02-15", ["21 January 1961"]],
  ["Report, 16 May 1960, and Resolution, 17 May 1960", "1960-05-17", ["16 May 1960"]],
  ["Record regarding Requests for Arms, 6 April 1961, with Resolution", "1961-04-18", ["6 April 1961"]],
  ["Minutes, November 12, 1962", "1962-11-03", ["12 November 1962"]],
  ["Minutes of the 12th November, 1962", "1962-11", []],
  ["On Arms Transfers to Cuba, September 1959", "1959-09", []],
  ["On Arms Transfers to Cuba, September 1959", "1959-10", ["September 1959"]],
  ["Twice: 6 April 1961 and April 6, 1961", "1961-04-18", ["6 April 1961"]],
  ["Report on 1962", "1961", []],
  ["Note of 31 February 1962", "1961", []],
  ["Note of 6 April 1961", null, []],
  ["Note of 6 April 1961", "1960/1962", []],
  ["Item 123 May 1960", "1960-05", []],
];

for (const [title, edtf, others] of titles) {
  test(`“${title}” of ${edtf} gives ${others.join(", ") || "no other date"}`, () => {
    expect(otherTitleDates(title, edtf)).toEqual(others);
  });
}
