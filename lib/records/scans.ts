import "server-only";
import { notFound } from "next/navigation";
import { scanPagesOf } from "@/lib/archive/scan-pages";
import { loadRecord } from "./loaders";

/**
 * A published record with its scans and the page at this number, counted from 1 over all files; or what is left of a withdrawn
 * record. Pages that do not exist are not found, slugs of former days redirect to the same page.
 */
export async function loadScans(slug: string, page: string) {
  const record = await loadRecord(slug, `/scans/${page}`);
  if (record.status === "withdrawn") return record;
  const number = /^[1-9]\d{0,4}$/.test(page) ? Number(page) : notFound();
  const pages = scanPagesOf(record.files);
  if (number > pages.length) notFound();
  return { status: record.status, record, number, pages };
}
