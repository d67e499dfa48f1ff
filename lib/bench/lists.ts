import { expireTags } from "@/db/commands/expire-tags";
import { db, sqlPool } from "@/db/client";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { startChildServer } from "./child-server";
import { load } from "./load";

/** A list page: how long half of its answers take, from the cache and made anew, in milliseconds. */
type ListRow = { readonly name: string; readonly keptP50: number; readonly anewP50: number };

export type MeasuredLists = {
  readonly archive: string;
  readonly rows: readonly ListRow[];
  readonly failures: number;
};

/** A list may take at most so many times what it takes on the seed alone. */
const mostTimes = 3;

/** Times that a page is made anew, and seconds that it is read from the cache. */
const renderings = 15;
const secondsKept = 1;

/** One request at a time: what a reader waits for who is alone with the server. */
const connections = 1;

/** Measures a page of every kind of list on the archive that the environment names, with a web server of its own. */
export async function measureLists(archive: string): Promise<MeasuredLists> {
  const server = await startChildServer("lib/bench/web-server.ts");
  try {
    const rows: ListRow[] = [];
    let failures = 0;
    for (const { name, path } of await listPages()) {
      const kept = { url: server.url, questions: [{ path }], connections };
      const response = await fetch(server.url + path, { signal: AbortSignal.timeout(60_000) });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
      const anewP50 = await medianAnew(server.url + path);
      const { p50: keptP50, failures: failed } = await load({ ...kept, seconds: secondsKept });
      failures += failed;
      rows.push({ name, keptP50, anewP50 });
    }
    return { archive, rows, failures };
  } finally {
    await server.stop();
  }
}

async function medianAnew(url: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < renderings; count += 1) {
    await expireTags(db(), [recordsTag, authoritiesTag]);
    // The notice travels through PostgreSQL to the server.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    await response.arrayBuffer();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

/** One page of every kind of list; of collections, years, people, places and subjects the one with the most records. */
async function listPages(): Promise<{ name: string; path: string }[]> {
  const [busiest] = await sqlPool()<
    Record<"collection" | "person" | "place" | "subject" | "repository" | "year", string | null>[]
  >`
    select
      (select c.slug from collections c join collection_records cr on cr.collection_id = c.id where c.is_published
        group by c.id order by count(*) desc, c.id limit 1) as collection,
      (select a.slug from agents a join record_agents ra on ra.agent_id = a.id group by a.id order by count(*) desc, a.id limit 1)
        as person,
      (select p.slug from places p join record_places rp on rp.place_id = p.id group by p.id order by count(*) desc, p.id limit 1)
        as place,
      (select s.slug from subjects s join record_subjects rs on rs.subject_id = s.id group by s.id order by count(*) desc, s.id limit 1)
        as subject,
      (select r.slug from repositories r join archival_references x on x.repository_id = r.id
        group by r.id order by count(*) desc, r.id limit 1) as repository,
      (select (date_earliest / 10000)::text from records where status = 'published' and date_earliest > 0
        group by 1 order by count(*) desc, 1 limit 1) as year`;
  const one = (name: string, start: string, end: string | null | undefined) =>
    end ? [{ name, path: `${start}/${end}` }] : [];
  return [
    { name: "people", path: "/people" },
    { name: "people, a letter", path: "/people?letter=m" },
    ...one("a person", "/people", busiest?.person),
    { name: "places", path: "/places" },
    ...one("a place", "/places", busiest?.place),
    { name: "map", path: "/map" },
    { name: "subjects", path: "/subjects" },
    ...one("a subject", "/subjects", busiest?.subject),
    { name: "collections", path: "/collections" },
    ...one("a collection", "/collection", busiest?.collection),
    { name: "repositories", path: "/repositories" },
    ...one("a repository", "/repositories", busiest?.repository),
    { name: "years", path: "/years" },
    ...one("a year", "/years", busiest?.year),
    { name: "undated", path: "/years/undated" },
  ];
}

type Compared = {
  readonly name: string;
  readonly first: ListRow;
  readonly row: ListRow;
  readonly isSlow: boolean;
};

function compare(small: MeasuredLists, large: MeasuredLists): Compared[] {
  const before = new Map(small.rows.map((row) => [row.name, row]));
  return large.rows.flatMap((row) => {
    const first = before.get(row.name);
    if (!first) return [];
    const isSlow = row.keptP50 > mostTimes * first.keptP50 || row.anewP50 > mostTimes * first.anewP50;
    return [{ name: row.name, first, row, isSlow }];
  });
}

/** Whether every page answered and no list takes more than the goal's times what it takes on the small archive. */
export const isWithinGoal = (small: MeasuredLists, large: MeasuredLists): boolean =>
  small.failures + large.failures === 0 && compare(small, large).every(({ isSlow }) => !isSlow);

/** The lists of a large archive beside those of a small one, each with how many times longer it takes. */
export function listTable(small: MeasuredLists, large: MeasuredLists): string {
  const cell = (value: string) => value.padStart(11);
  const lines = compare(small, large).map(({ name, first, row, isSlow }) => {
    const figures = [
      first.keptP50,
      row.keptP50,
      row.keptP50 / first.keptP50,
      first.anewP50,
      row.anewP50,
      row.anewP50 / first.anewP50,
    ];
    return `${name.padEnd(20)}${figures.map((figure) => cell(figure.toFixed(2))).join("")}${isSlow ? "  missed" : ""}`;
  });
  const heading = ["kept, ms", "large", "times", "anew, ms", "large", "times"].map(cell).join("");
  return [
    `p50 of lists: ${small.archive} against ${large.archive}; goal: at most ${mostTimes} times`,
    `${"".padEnd(20)}${heading}`,
    ...lines,
  ].join("\n");
}
