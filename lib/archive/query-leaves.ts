import { heldPartNamed, type QueryField } from "./query-fields";
import { readQueryDate } from "./query-dates";
import { queryRemarks, type Remarks } from "./query-remarks";
import { quotationMarks, withoutOuterSigns, wordSign, wordSigns } from "./query-signs";
import type { QueryNode } from "./search-query";
import { holdsWords } from "./search-words";

/** What begins like an address on the web is one word, with all its signs. */
const webAddress = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Signs between words that are written without a space; figures keep theirs: "10:30", "1,000". */
const betweenWords = /[;—―…،؛、。]+|(?<!\p{N})[,:]|[,:](?!\p{N})/u;
const shortestBeginning = 3;
const operatorWords = new Set(["AND", "OR", "NOT"]);

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A word alone; one that an operator is written like stands in small letters, so that it is read as a word again. */
const plainWord = (text: string): QueryNode => ({
  kind: "word",
  text: operatorWords.has(text) ? text.toLowerCase() : text,
  match: "forms",
});

/** Reads one word with its star. */
function wordFrom(piece: string, remarks: Remarks): QueryNode | null {
  if (!holdsWords(piece)) return null;
  const from = piece.search(wordSign);
  const typed = piece.slice(from);
  const star = typed.indexOf("*");
  const head = withoutOuterSigns(star < 0 ? typed : typed.slice(0, star));
  const hasStarBefore = piece.slice(0, from).includes("*");
  if (star < 0 && !hasStarBefore) return plainWord(head);
  const isAtEnd = star >= 0 && !holdsWords(typed.slice(star));
  if (isAtEnd && !hasStarBefore) {
    if (lettersOf(head) >= shortestBeginning) return { kind: "word", text: head, match: "beginning" };
    remarks.add(queryRemarks.shortBeginning(head));
    return plainWord(head);
  }
  const isBeginning = !hasStarBefore && lettersOf(head) >= shortestBeginning;
  const text = isBeginning ? head : withoutOuterSigns(typed.replaceAll("*", "").normalize("NFC"));
  remarks.add(queryRemarks.misplacedStar(piece, isBeginning ? `${text}*` : text));
  return isBeginning ? { kind: "word", text, match: "beginning" } : plainWord(text);
}

/** The words of a stretch without spaces: mostly one. */
export function wordsFrom(stretch: string, remarks: Remarks): QueryNode[] {
  const start = stretch.search(wordSign);
  const pieces = webAddress.test(stretch.slice(start)) ? [stretch] : stretch.split(betweenWords);
  return pieces.flatMap((piece) => wordFrom(piece, remarks) ?? []);
}

const anyQuotation = new RegExp(`[${quotationMarks}]`, "g");
const oneWord = new RegExp(`[${wordSigns}](?:['-]?[${wordSigns}])*`, "gu");

/** A phrase as it is looked for; a single word between quotation marks is that word exactly. */
export function phraseFrom(quotation: string, remarks: Remarks): QueryNode[] {
  if (/[\p{L}\p{N}]\*/u.test(quotation)) remarks.add(queryRemarks.starInQuotation());
  const text = withoutOuterSigns(
    quotation.replaceAll(anyQuotation, " ").replaceAll("*", "").normalize("NFC"),
  ).replaceAll(/\s+/g, " ");
  if (!holdsWords(text)) return [];
  const isPhrase = (text.match(oneWord) ?? []).filter(holdsWords).length > 1;
  return [isPhrase ? { kind: "phrase", text } : { kind: "word", text, match: "exact" }];
}

/** A value without the signs that end a sentence; two points leave a span of dates open and stay. */
function valueFrom(typed: string): string {
  return typed
    .replaceAll(anyQuotation, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/(?:[\s,:;!]|(?<!\.)\.)+$/, "");
}

/** Reads a value behind a field that takes no words. Values that cannot be read are left aside, with a remark. */
export function valueNodes(
  typed: string,
  field: Exclude<QueryField, { reads: "words" }>,
  remarks: Remarks,
): QueryNode[] {
  const value = valueFrom(typed);
  if (!holdsWords(value)) return [];
  switch (field.reads) {
    case "date": {
      const date = readQueryDate(value, field.name);
      if (!date) {
        remarks.add(queryRemarks.unreadableDate(field.name, value));
        return [];
      }
      if (date.isReversed) remarks.add(queryRemarks.reversedDates(value));
      return [{ kind: "date", text: date.text, ...date.span }];
    }
    case "part": {
      const held = heldPartNamed(value);
      if (!held) remarks.add(queryRemarks.unknownPart(value));
      return held ? [{ kind: "has", held }] : [];
    }
    case "value": {
      if (field.name === "id") return [{ kind: "value", field: field.name, value }];
      if (value.includes("*")) remarks.add(queryRemarks.starInValue(field.name));
      const name = withoutOuterSigns(valueFrom(typed.replaceAll("*", "")).normalize("NFC"));
      return [{ kind: "value", field: field.name, value: name }];
    }
  }
}
