import { fieldLike, fieldNamed, type QueryField } from "./query-fields";
import { queryRemarks, type Remarks } from "./query-remarks";
import { closingMarks, quotationMarks, wordSign, wordSigns } from "./query-signs";
import { holdsWords } from "./search-words";

type TokenKind =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "operator"; readonly operator: "AND" | "OR" | "NOT" }
  | { readonly kind: "minus"; readonly isDoubled: boolean }
  | { readonly kind: "field"; readonly field: QueryField; readonly typed: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "quoted"; readonly text: string };

/** A piece of a query and where it stands, so that it can be told what is glued to what. */
export type QueryToken = TokenKind & { readonly start: number; readonly end: number };

/** Parentheses in each other are read to this depth. */
export const deepestNesting = 10;

const stretch = new RegExp(`[^\\s()|${quotationMarks}]+`, "uy");
const bars = /\|+/y;
const hyphens = /-+/y;
const fieldBefore = new RegExp(`^[^${wordSigns}*]*(\\p{L}[\\p{L}_-]*):(?!//)`, "u");

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
};

/** What stands before a token that it is glued to: a minus sign or the name of a field. */
type Prefix = Extract<QueryToken, { kind: "minus" | "field" }>;
const isPrefix = (token: QueryToken | undefined): token is Prefix =>
  token?.kind === "minus" || token?.kind === "field";

/** Values that may begin with any sign: years before the common era, and numbers that other systems gave. */
const takesAnySigns = ({ reads, name }: QueryField) => reads === "date" || name === "id";

type Step = { readonly token: QueryToken | null; readonly end: number };

/** Reads the quotation that begins at a mark. One that is never closed runs to the end of the query. */
function quotationAt(text: string, start: number, remarks: Remarks): Step {
  const mark = text.charAt(start);
  const isClosing = wordSign.test(text.charAt(start - 1)) && !wordSign.test(text.charAt(start + 1));
  if (isClosing) {
    remarks.add(queryRemarks.strayQuotation());
    return { token: null, end: start + 1 };
  }
  const nextOf = (marks: string) =>
    Math.min(...Array.from(marks, (one) => text.indexOf(one, start + 1)).filter((at) => at >= 0));
  const own = nextOf(closingMarks(mark));
  const close = Number.isFinite(own) ? own : nextOf(quotationMarks);
  const inside = text.slice(start + 1, close);
  if (!Number.isFinite(close)) {
    remarks.add(
      holdsWords(inside) ? queryRemarks.openQuotation(inside.trim()) : queryRemarks.strayQuotation(),
    );
  } else if (!holdsWords(inside)) {
    remarks.add(queryRemarks.emptyQuotation());
  }
  const end = Math.min(close + 1, text.length);
  return { token: { kind: "quoted", text: inside, start, end }, end };
}

/** Reads what begins with neither space nor a sign of the language: the name of a field, an operator, or words. */
function stretchAt(text: string, start: number, before: QueryToken | undefined, remarks: Remarks): Step {
  const whole = matchAt(stretch, text, start);
  const end = start + whole.length;
  const prefix = isPrefix(before) && before.end === start ? before : null;
  const isRaw = prefix?.kind === "field" && takesAnySigns(prefix.field);
  const [name, typed = ""] = (isRaw ? null : fieldBefore.exec(whole)) ?? [];
  if (name !== undefined) {
    const field = fieldNamed(typed);
    const nameEnd = start + name.length;
    if (field) return { token: { kind: "field", field, typed, start, end: nameEnd }, end: nameEnd };
    const like = fieldLike(typed)?.name;
    const isGrouped = nameEnd === end && /[^\s)|]/.test(text.charAt(end));
    if (like !== undefined || isGrouped) remarks.add(queryRemarks.unknownField(typed, like));
  }
  if (prefix === null && (whole === "AND" || whole === "OR" || whole === "NOT")) {
    return { token: { kind: "operator", operator: whole, start, end }, end };
  }
  if (whole === "&&") return { token: { kind: "operator", operator: "AND", start, end }, end };
  return { token: holdsWords(whole) ? { kind: "word", text: whole, start, end } : null, end };
}

/** A hyphen leaves something out only where nothing stands before it: those in names join. */
const beginsWord = (text: string, at: number) => at === 0 || /[\s(|:]/.test(text.charAt(at - 1));

function stepAt(text: string, start: number, before: QueryToken | undefined, remarks: Remarks): Step {
  const sign = text.charAt(start);
  if (/\s/.test(sign)) return { token: null, end: start + 1 };
  if (sign === "(" || sign === ")") {
    const kind = sign === "(" ? "open" : "close";
    return { token: { kind, start, end: start + 1 }, end: start + 1 };
  }
  if (sign === "|") {
    const end = start + matchAt(bars, text, start).length;
    return { token: { kind: "operator", operator: "OR", start, end }, end };
  }
  if (quotationMarks.includes(sign)) return quotationAt(text, start, remarks);
  const isRaw = before?.kind === "field" && before.end === start && takesAnySigns(before.field);
  if (sign === "-" && beginsWord(text, start) && !isRaw) {
    const { length } = matchAt(hyphens, text, start);
    const end = start + length;
    return { token: { kind: "minus", isDoubled: length > 1, start, end }, end };
  }
  return stretchAt(text, start, before, remarks);
}

/** Pairs parentheses: those without a partner, and those too deep inside others, are left out; what was never closed is closed. */
function balanced(tokens: readonly QueryToken[], remarks: Remarks): QueryToken[] {
  const kept: QueryToken[] = [];
  let depth = 0;
  let gluedFrom: number | null = null;
  for (const token of tokens) {
    if (token.kind === "close" && depth === 0) {
      remarks.add(queryRemarks.strayParenthesis());
      continue;
    }
    const level = token.kind === "open" ? (depth += 1) : depth;
    if (token.kind === "close") depth -= 1;
    if (level > deepestNesting && (token.kind === "open" || token.kind === "close")) {
      remarks.add(queryRemarks.tooDeep(deepestNesting));
      // A minus sign before it counts for what now follows.
      if (token.kind === "open") gluedFrom ??= token.start;
      continue;
    }
    kept.push(gluedFrom === null ? token : { ...token, start: gluedFrom });
    gluedFrom = null;
  }
  if (depth > 0) remarks.add(queryRemarks.openParenthesis());
  const end = tokens.at(-1)?.end ?? 0;
  for (let open = Math.min(depth, deepestNesting); open > 0; open -= 1)
    kept.push({ kind: "close", start: end, end });
  return kept;
}

/** Leaves out minus signs and names of fields that nothing is glued to. */
function withoutDangling(tokens: readonly QueryToken[], remarks: Remarks): QueryToken[] {
  const kept: QueryToken[] = [];
  for (const token of tokens.toReversed()) {
    const next = kept.at(-1);
    const isGlued = next?.start === token.end && next.kind !== "close" && next.kind !== "operator";
    if (!isPrefix(token) || (isGlued && !(token.kind === "field" && next.kind === "field"))) {
      kept.push(token);
    } else if (isGlued) {
      if (token.kind === "field") remarks.add(queryRemarks.fieldOnField(token.typed));
      kept.splice(-1, 1, { ...next, start: token.start });
    } else if (token.kind === "field") {
      remarks.add(queryRemarks.emptyField(token.typed));
    }
  }
  return kept.toReversed();
}

/**
 * Breaks a query with plain signs into its pieces, in which parentheses are paired and every minus sign and field has something
 * glued to it. What had to be repaired for that is added to the remarks.
 */
export function tokensOf(text: string, remarks: Remarks): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < text.length;) {
    const { token, end } = stepAt(text, at, tokens.at(-1), remarks);
    if (token) tokens.push(token);
    at = end;
  }
  return withoutDangling(balanced(tokens, remarks), remarks);
}
