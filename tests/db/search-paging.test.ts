import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { db } from "@/db/client";
import { searchInEngine } from "@/lib/search/engine-search";
import { searchInPostgres } from "@/lib/search/postgres-search";
import { rebuildIndex } from "@/lib/search/rebuild";
import { blankSearch, pageSize } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import "../fixtures/searchable";

withFreshDatabase();

const count = 3_000;

test.beforeAll(async () => {
  const rows = await db().execute<{ id: number }>(sql`
    insert into records (slug, title, status, first_published_at, date_edtf, date_earliest, date_latest)
    select 'paper-' || n, 'Paper ' || n, 'published', now(), '1950', 19500101 + n, 19500101 + n
    from generate_series(1, ${count}) n returning id
  `);
  await db().transaction((tx) =>
    refreshRecordSearch(
      tx,
      [...rows].map(({ id }) => id),
    ),
  );
  await rebuildIndex();
});

for (const { name, find } of [
  { name: "the engine", find: searchInEngine },
  { name: "PostgreSQL", find: searchInPostgres },
]) {
  test(`${name} leads to the last of many results, each shown once`, async () => {
    for (const query of ["", "paper"]) {
      const seen = new Set<number>();
      for (const page of [1, 2, 74, 75, 76, 149, 150]) {
        const found = await find({ ...blankSearch, query, page });
        expect(found.total).toBe(count);
        expect(found.isCapped).toBe(false);
        expect(found.hits).toHaveLength(pageSize);
        for (const { id } of found.hits) seen.add(id);
      }
      expect(seen.size).toBe(7 * pageSize);
      const last = await find({ ...blankSearch, query, page: 1_000 });
      expect(last.page).toBe(count / pageSize);
      expect(last.hits.at(-1)?.slug).toBe(`paper-${count}`);
    }
  });
}
