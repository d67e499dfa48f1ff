import { numberInWords } from "./counts";
import type { QueryField } from "./query-fields";
import { phraseFrom, valueNodes, wordsFrom } from "./query-leaves";
import { queryRemarks, type Remarks } from "./query-remarks";
import { withPlainSigns } from "./query-signs";
import { tokensOf, type QueryToken } from "./query-tokens";
import type { ParsedQuery, QueryNode } from "./search-query";

/** What is read of a query; far more than a search address honours, so that only abuse meets the limits. */
const longestText = 4_000;
const mostWords = 100;
const mostRemarks = 6;
/** Words in capitals of which a title is made, not a question. */
const wordsOfTitle = 3;

/** A query being read. */
type Reader = {
  readonly tokens: readonly QueryToken[];
  readonly remarks: Remarks;
  at: number;
  words: number;
  /** Whether "AND" was written: who writes it wants records with both. */
  hasAnd: boolean;
};

/** Parts of one kind as a node: none, the only one, or all of them, those of inner nodes of the same kind among them. */
function joined(kind: "and" | "or", nodes: readonly QueryNode[]): QueryNode | null {
  const parts = nodes.flatMap((node) => (node.kind === kind ? node.parts : [node]));
  const [only] = parts;
  return parts.length > 1 ? { kind, parts } : (only ?? null);
}

const negated = (node: QueryNode): QueryNode =>
  node.kind === "not" ? node.part : { kind: "not", part: node };

/** Whether a node is made of words and phrases that stand in no field of their own. */
function isOfWords(node: QueryNode): boolean {
  if (node.kind === "and" || node.kind === "or") return node.parts.every(isOfWords);
  return node.kind === "not" ? isOfWords(node.part) : node.kind === "word" || node.kind === "phrase";
}

type WordQueryField = Extract<QueryField, { reads: "words" }>;

/** A node in a field. Where parts of it have a field of their own, it goes to the others one by one. */
function within(field: WordQueryField["name"], node: QueryNode): QueryNode {
  if (node.kind === "not") return { kind: "not", part: within(field, node.part) };
  if (isOfWords(node)) return { kind: "field", field, part: node };
  return node.kind === "and" || node.kind === "or"
    ? { kind: node.kind, parts: node.parts.map((part) => within(field, part)) }
    : node;
}

/** The words of a token as nodes, as far as more words are taken. */
function leavesOf(
  reader: Reader,
  token: Extract<QueryToken, { kind: "word" | "quoted" }>,
  scope: QueryField | null,
): QueryNode[] {
  const { remarks } = reader;
  const nodes =
    scope !== null && scope.reads !== "words"
      ? valueNodes(token.text, scope, remarks)
      : token.kind === "quoted"
        ? phraseFrom(token.text, remarks)
        : wordsFrom(token.text, remarks);
  const taken = nodes.slice(0, mostWords - reader.words);
  if (taken.length < nodes.length) remarks.add(queryRemarks.tooManyWords(mostWords));
  reader.words += taken.length;
  return taken;
}

/** What one word, phrase, field or group asks for; several nodes where words were written without a space. */
function readPrimary(reader: Reader, scope: QueryField | null): QueryNode[] {
  const token = reader.tokens[reader.at];
  if (!token || token.kind === "close") return [];
  reader.at += 1;
  switch (token.kind) {
    case "word":
    case "quoted":
      return leavesOf(reader, token, scope);
    case "open": {
      const isEmpty = reader.tokens[reader.at]?.kind === "close";
      if (isEmpty) reader.remarks.add(queryRemarks.emptyParentheses());
      const node = readGroup(reader, scope);
      reader.at += 1;
      return node ? [node] : [];
    }
    case "field": {
      if (scope !== null) reader.remarks.add(queryRemarks.fieldInField(token.typed));
      const { field } = token;
      const nodes = readOperand(reader, field) ?? [];
      return field.reads === "words" ? nodes.map((node) => within(field.name, node)) : nodes;
    }
    case "minus":
    case "operator":
      return [];
  }
}

/** Reads what stands between two joining words, with what leaves it out before it; null where there is nothing but a "NOT". */
function readOperand(reader: Reader, scope: QueryField | null): QueryNode[] | null {
  let negations = 0;
  let last: QueryToken | undefined;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token?.kind !== "minus" && !(token?.kind === "operator" && token.operator === "NOT")) break;
    negations += token.kind === "minus" && token.isDoubled ? 2 : 1;
    last = token;
    reader.at += 1;
  }
  const next = reader.tokens[reader.at];
  if (last && (!next || next.kind === "close" || next.kind === "operator")) {
    reader.remarks.add(queryRemarks.strayNot());
    return null;
  }
  if (negations > 1) reader.remarks.add(queryRemarks.doubledNot());
  const nodes = readPrimary(reader, scope);
  return negations > 0 ? nodes.map(negated) : nodes;
}

/** Reads up to the end of a group, or of the query: alternatives, each of them words that all are wanted. */
function readGroup(reader: Reader, scope: QueryField | null): QueryNode | null {
  const alternatives: QueryNode[][] = [[]];
  let pending: "AND" | "OR" | null = null;
  let isFirst = true;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (!token || token.kind === "close") break;
    if (token.kind === "operator" && token.operator !== "NOT") {
      reader.at += 1;
      if (isFirst) reader.remarks.add(queryRemarks.strayOperator(token.operator));
      else if (pending) reader.remarks.add(queryRemarks.doubledOperator(token.operator));
      if (!isFirst) pending = token.operator;
      continue;
    }
    const nodes = readOperand(reader, scope);
    if (nodes === null) continue;
    if (pending === "OR") alternatives.push([]);
    if (pending === "AND" && nodes.length > 0) reader.hasAnd = true;
    pending = null;
    isFirst = false;
    alternatives.at(-1)?.push(...nodes);
  }
  if (pending) reader.remarks.add(queryRemarks.strayOperator(pending));
  return joined(
    "or",
    alternatives.flatMap((parts) => joined("and", parts) ?? []),
  );
}

/** Whether a query is written in capitals throughout, as titles are, with operators among its words. */
function looksLikeTitle(text: string, tokens: readonly QueryToken[]): boolean {
  const isJoined = tokens.some((token) => token.kind === "operator" && token.operator !== "AND");
  const words = tokens.filter(({ kind }) => kind === "word");
  return isJoined && !text.includes("|") && words.length >= wordsOfTitle && !/\p{Ll}/u.test(text);
}

const isPlainWord = (node: QueryNode) => node.kind === "word" && node.match === "forms";

/**
 * Reads a query as the help page of the search explains it. Total: whatever is typed or pasted becomes a query, what had to be
 * repaired is said in the remarks, and length, depth and number of words are bounded.
 */
export function parseQuery(text: string): ParsedQuery {
  const remarks: Remarks = new Set();
  if (text.length > longestText) remarks.add(queryRemarks.cutShort(numberInWords(longestText)));
  const plain = withPlainSigns(text.slice(0, longestText));
  const tokens = tokensOf(plain, remarks);
  const reader: Reader = { tokens, remarks, at: 0, words: 0, hasAnd: false };
  const node = readGroup(reader, null);
  if (looksLikeTitle(plain, tokens)) remarks.add(queryRemarks.capitals());
  const isPlain =
    node !== null &&
    !reader.hasAnd &&
    (node.kind === "and" ? node.parts.every(isPlainWord) : isPlainWord(node));
  return { node, isPlain, remarks: [...remarks].slice(0, mostRemarks) };
}
