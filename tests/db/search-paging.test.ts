import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { rebuildPostings } from "@/db/commands/search-postings";
import { db } from "@/db/client";
import { findAllIds } from "@/lib/search/found-ids";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
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
  await rebuildPostings();
  await rebuildIndex();
});

for (const query of ["", "paper", "paper -zzz"]) {
  test(`${query || "nothing"} leads to the last of many results, each shown once`, async () => {
    const seen = new Set<number>();
    for (const page of [1, 2, 74, 75, 76, 149, 150]) {
      const found = await searchRecords({ ...blankSearch, query, page });
      if (found.status === "refused") throw new Error("The search was refused.");
      expect(found.total).toBe(count);
      expect(found.hits).toHaveLength(pageSize);
      for (const { id } of found.hits) seen.add(id);
    }
    expect(seen.size).toBe(7 * pageSize);
    const last = await searchRecords({ ...blankSearch, query, page: 1_000 });
    expect(last).toMatchObject({ page: count / pageSize });
    expect(new Set(await findAllIds({ ...blankSearch, query })).size).toBe(count);
  });
}
