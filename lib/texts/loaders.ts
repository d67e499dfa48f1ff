import "server-only";
import { notFound } from "next/navigation";
import { citeHref, hrefWith, readHref, recordHref } from "@/lib/archive/hrefs";
import { publicOrigin } from "@/lib/env";
import { loadRecord } from "@/lib/records/loaders";
import { alignedRows } from "./alignment";
import { paragraphCitation } from "./paragraph-citation";
import { shownTexts } from "./shown-text";
import { readableParts, sidesOf } from "./sides";

type Asked = { readonly left: string | null; readonly right: string | null; readonly page: number };

/**
 * Two parts of a published record side by side, as an address asks for them, or what is left of a withdrawn record. Not found for a
 * record that has fewer than two; slugs of former days redirect.
 */
export async function loadReading(slug: string, asked: Asked) {
  const record = await loadRecord(slug, "/read");
  if (record.status === "withdrawn") return record;
  const parts = readableParts(record);
  const sides = sidesOf(parts, asked) ?? notFound();
  const hasScan = record.files.length > 0;
  const isScanShown = sides.left.textId === null || sides.right.textId === null;
  const shown = shownTexts(record.texts, {
    paragraphs: recordHref(slug),
    citation: (p) => hrefWith(citeHref(slug), { p }),
    page: (page, id, mark) => {
      if (!hasScan) return null;
      const shownSides = { left: sides.left.key, right: sides.right.key };
      const asked = isScanShown ? shownSides : { left: "scan", right: `t${id}` };
      return `${readHref(slug, { ...asked, page })}#${mark}`;
    },
  });
  const textOf = (id: number | null) => {
    const index = record.texts.findIndex((text) => text.id === id);
    const [text, { pieces, notes }] = [record.texts[index], shown[index] ?? { pieces: [], notes: [] }];
    return text ? { text, pieces, notes } : null;
  };
  const [left, right] = [textOf(sides.left.textId), textOf(sides.right.textId)];
  return {
    status: record.status,
    record,
    parts,
    sides,
    page: asked.page,
    citation: await paragraphCitation(record, new URL(recordHref(record.slug), publicOrigin()).href),
    texts: [left, right].flatMap((side) => side ?? []),
    rows: left && right ? alignedRows(left.pieces, right.pieces) : null,
  };
}

export type Reading = Extract<Awaited<ReturnType<typeof loadReading>>, { status: "published" }>;
