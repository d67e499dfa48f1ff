import { textLabel } from "@/lib/archive/labels";
import type { TextKind } from "@/lib/archive/vocabulary";

/** What can stand on one side of the reader: the scans, or a text by its number. */
export type ReadablePart = { readonly key: string; readonly label: string; readonly textId: number | null };

type Readable = {
  readonly files: readonly unknown[];
  readonly texts: readonly { readonly id: number; readonly kind: TextKind; readonly language: string }[];
};

/** The parts of a record that can be read beside each other, in their order on its page. */
export function readableParts({ files, texts }: Readable): ReadablePart[] {
  return [
    ...(files.length > 0 ? [{ key: "scan", label: "Scan", textId: null }] : []),
    ...texts.map((text) => ({ key: `t${text.id}`, label: textLabel(text), textId: text.id })),
  ];
}

export type Sides = { readonly left: ReadablePart; readonly right: ReadablePart };

/**
 * The two parts that an address asks for. Where it names none, or the same twice: the first text and the second, or the scan and the
 * text. Null for a record that has fewer than two.
 */
export function sidesOf(
  parts: readonly ReadablePart[],
  asked: { readonly left: string | null; readonly right: string | null },
): Sides | null {
  const named = (key: string | null) => parts.find((part) => part.key === key);
  const texts = parts.filter(({ textId }) => textId !== null);
  const usual = texts.length > 1 ? texts : parts;
  const right = named(asked.right);
  const left =
    named(asked.left) ?? usual.find((part) => part !== right) ?? parts.find((part) => part !== right);
  const other = right && right !== left ? right : [...usual, ...parts].find((part) => part !== left);
  return left && other ? { left, right: other } : null;
}
