import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import {
  highestNumber,
  numberParagraphs,
  type PastSegment,
  type StoredText,
} from "@/lib/archive/paragraph-numbers";
import { plainOf } from "@/lib/archive/text-blocks";
import { noteFromHtml, textFromHtml } from "@/lib/archive/text-html";
import type { Transaction } from "../client";
import type { DescribedNote, DescribedText } from "../queries/record-description";
import { texts, textNotes, textSegments } from "../schema";
import { insertAll, insertColumns } from "./insert-all";

/**
 * Makes the texts of a record what its description says, in that order. Paragraphs keep their numbers as `numberParagraphs` has it;
 * texts of other records are left alone even where the description names them.
 */
export async function writeTexts(tx: Transaction, recordId: number, described: readonly DescribedText[]) {
  const { past, highest } = await findPastParagraphs(tx, recordId);
  const known = described.filter(({ id }) => id === null || past.has(id));
  const kept = known.flatMap(({ id }) => (id === null ? [] : [id]));
  const mine = eq(texts.recordId, recordId);
  await tx.delete(texts).where(kept.length > 0 ? and(mine, notInArray(texts.id, kept)) : mine);

  const numbered = numberParagraphs(
    known.map(({ id, html }) => ({
      html: textFromHtml(html).html,
      past: id === null ? null : (past.get(id) ?? []),
    })),
    highest,
  );
  const rows = known.map((text, position) => newText(recordId, position, text, numbered[position]));
  const changed: WrittenText[] = [];
  for (const [position, row] of rows.entries()) {
    const id = known[position]?.id ?? null;
    if (id === null) continue;
    await tx.update(texts).set(row.columns).where(eq(texts.id, id));
    changed.push({ textId: id, ...row });
  }
  if (kept.length > 0) {
    await tx.delete(textSegments).where(inArray(textSegments.textId, kept));
    await tx.delete(textNotes).where(inArray(textNotes.textId, kept));
  }
  await insertParts(tx, changed);
  await insertTexts(
    tx,
    rows.filter((_, position) => known[position]?.id === null),
  );
}

/** Stores the texts of records that have none yet, in few statements. */
export async function writeNewTexts(
  tx: Transaction,
  described: readonly { readonly recordId: number; readonly texts: readonly DescribedText[] }[],
) {
  const rows = described.flatMap(({ recordId, texts: list }) => {
    const numbered = numberParagraphs(
      list.map(({ html }) => ({ html: textFromHtml(html).html, past: null })),
      0,
    );
    return list.map((text, position) => newText(recordId, position, text, numbered[position]));
  });
  await insertTexts(tx, rows);
}

/**
 * The paragraphs of each text of a record as stored, and the highest number that any paragraph of the record ever had: revisions
 * keep the texts that edits replaced.
 */
async function findPastParagraphs(tx: Transaction, recordId: number) {
  const rows = await tx.execute<{ id: number; segments: PastSegment[] }>(sql`
    select t.id, coalesce((
      select json_agg(json_build_object('anchor', s.anchor, 'plain', s.plain) order by s.position)
      from text_segments s where s.text_id = t.id), '[]') as segments
    from texts t where t.record_id = ${recordId} order by t.position, t.id
  `);
  const past = new Map([...rows].map(({ id, segments }) => [id, segments]));
  const [former] = await tx.execute<{ highest: number }>(sql`
    select coalesce(max(found[1]::integer), 0) as highest
    from revisions r, regexp_matches(r.changes::text, 'id=\\\\"p([1-9][0-9]{0,5})\\\\"', 'g') found
    where r.entity = 'record' and r.entity_id = ${recordId}
  `);
  const anchors = [...past.values()].flatMap((segments) => segments.map(({ anchor }) => anchor));
  return { past, highest: Math.max(former?.highest ?? 0, highestNumber(anchors)) };
}

type NewText = ReturnType<typeof newText>;
type WrittenText = { textId: number } & Pick<NewText, "segments" | "notes">;

const nothing: StoredText = { html: "", plain: "", segments: [] };

function newText(recordId: number, position: number, text: DescribedText, stored = nothing) {
  const { kind, languageCode, method, credit, sourceNote, creditAgent } = text;
  const { html, plain, segments } = stored;
  const about = { kind, languageCode, method, credit, sourceNote, creditAgentId: creditAgent?.id ?? null };
  return { columns: { ...about, recordId, position, html, plain }, segments, notes: text.notes };
}

async function insertTexts(tx: Transaction, added: readonly NewText[]) {
  const keyOf = (row: { recordId: number; position: number }) => `${row.recordId}:${row.position}`;
  const byKey = new Map(added.map((text) => [keyOf(text.columns), text]));
  await insertAll(
    added.map(({ columns }) => columns),
    async (rows) => {
      const stored = await tx
        .insert(texts)
        .values(rows)
        .returning({ textId: texts.id, recordId: texts.recordId, position: texts.position });
      await insertParts(
        tx,
        stored.flatMap((row) => {
          const text = byKey.get(keyOf(row));
          return text ? [{ textId: row.textId, ...text }] : [];
        }),
      );
    },
  );
}

async function insertParts(tx: Transaction, written: readonly WrittenText[]) {
  await insertColumns(
    tx,
    textSegments,
    written.flatMap(({ textId, segments }) =>
      segments.map((segment, position) => ({ ...segment, textId, position })),
    ),
  );
  await insertColumns(
    tx,
    textNotes,
    written.flatMap(({ textId, notes }) => noteRows(textId, notes)),
  );
}

/** Notes as they are stored; one whose number is another's already gets the next free one. */
function noteRows(textId: number, notes: readonly DescribedNote[]) {
  const used = new Set<number>();
  let next = notes.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  return notes.map(({ number: wanted, label, html: dirty }, position) => {
    const number = used.has(wanted) ? next++ : wanted;
    used.add(number);
    const { html } = noteFromHtml(dirty);
    return { textId, number, label, html, plain: plainOf(html), position };
  });
}
