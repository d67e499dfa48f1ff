import { quotationMarks } from "./query-signs";
import type { QueryNode, WordField } from "./search-query";

/** A word or a phrase that a query looks for. */
export type LookedFor = {
  readonly text: string;
  readonly match: "forms" | "exact" | "beginning" | "phrase";
  /** The only field that it is looked for in; null for everywhere. */
  readonly field: WordField | null;
};

/** The words and phrases that a query looks for, in its order; not those that it leaves out, nor its dates and other values. */
export function wordsOfQuery(node: QueryNode | null, field: WordField | null = null): LookedFor[] {
  if (node === null) return [];
  switch (node.kind) {
    case "word":
      return [{ text: node.text, match: node.match, field }];
    case "phrase":
      return [{ text: node.text, match: "phrase", field }];
    case "field":
      return wordsOfQuery(node.part, node.field);
    case "and":
    case "or":
      return node.parts.flatMap((part) => wordsOfQuery(part, field));
    case "not":
    case "date":
    case "value":
    case "has":
      return [];
  }
}

const unquoted = new RegExp(`^[^\\s()|${quotationMarks}]+$`, "u");
const simple = /^[\p{L}\p{N}][\p{L}\p{N}._~/-]*$/u;

/** A value as it is written: in quotation marks where a sign of it could be taken for one of the language. */
const written = (value: string, pattern: RegExp) => (pattern.test(value) ? value : `"${value}"`);

/** A node that something before it counts for, in parentheses where it has parts. */
const grouped = (node: QueryNode): string =>
  node.kind === "and" || node.kind === "or" ? `(${queryText(node)})` : queryText(node);

/** A query as somebody would write it, without what had to be repaired: `parseQuery` reads the same node from it. */
export function queryText(node: QueryNode): string {
  switch (node.kind) {
    case "word":
      if (node.match === "exact") return `"${node.text}"`;
      return node.match === "beginning" ? `${node.text}*` : node.text;
    case "phrase":
      return `"${node.text}"`;
    case "field":
      return `${node.field}:${grouped(node.part)}`;
    case "date":
      return `date:${written(node.text, unquoted)}`;
    case "value":
      return `${node.field}:${written(node.value, node.field === "id" ? unquoted : simple)}`;
    case "has":
      return `has:${node.held}`;
    case "and":
      return node.parts.map((part) => (part.kind === "or" ? grouped(part) : queryText(part))).join(" ");
    case "or":
      return node.parts.map(queryText).join(" OR ");
    case "not":
      return `-${grouped(node.part)}`;
  }
}
