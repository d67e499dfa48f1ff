// @ts-check
// Plain JavaScript without imports: help must be answered before anything is installed.

/**
 * Every command: the file beside this one that runs it, one line for the list, and its own help.
 * @type {Record<string, { file: string, summary: string, help: string }>}
 */
export const commands = {
  start: {
    file: "start",
    summary: "Run the archive: install, services, migrations, seed, index, build, serve.",
    help: `Usage: npm start

Runs the archive and prints its address. Does first whatever is missing: installs the dependencies, starts
PostgreSQL and Meilisearch, migrates, seeds, indexes, builds. Ctrl-C stops everything in order.

Environment:
  PORT, HOST                 where to serve (3000 and 127.0.0.1); PORT=0 takes any free port
  NEXTAUTH_URL               the public address, when readers reach the archive by another one
  ARCHIVE_ADMIN_EMAIL        first administrator, made only while there is none
  ARCHIVE_ADMIN_PASSWORD     (otherwise both are made up, and the password is shown once)
  ARCHIVE_DATA               folder of the embedded services' data (.data)
  DATABASE_URL               a PostgreSQL of your own instead of the embedded one
  MEILI_URL, MEILI_KEY       a Meilisearch of your own instead of the embedded one
  MEILI_BIN, PG_BIN          other programs for the embedded services
  MEILI_MAX_INDEXING_MEMORY  memory that Meilisearch aims at while indexing (96 MiB)
  TRUST_PROXY                true behind a proxy that sets X-Forwarded-For
  SEARCHES_PER_MINUTE        what one address may ask for in a minute (600; 0 for no limit)
  SEARCHES_AT_ONCE           searches that run at once in this process (8)
  SEARCHES_WAITING           and how many more may wait for a turn (200)
  ARCHIVE_RUN_AS             user that runs the services when you are root (postgres, else nobody)`,
  },
  dev: {
    file: "dev",
    summary: "Run the archive for development: as start, but compiled on request.",
    help: `Usage: npm run dev

Like npm start, but compiles each page when it is asked for and shows changes of the code at once.
Reads the same environment as npm start.`,
  },
  test: {
    file: "test",
    summary: "Check the code and run all tests: unit, database, browser.",
    help: `Usage: npm test [-- --only unit|db|e2e [ARGUMENTS]]

Runs the checks, then the unit, database and browser tests, with services and data of its own that are gone
afterwards. The last line sums all suites up. Chromium is taken from CHROMIUM_PATH or /usr/bin/chromium, else
installed with apt-get when that is possible.

  --only SUITE   one suite and no checks; ARGUMENTS go to Playwright, for example: --only db records -g "slug"`,
  },
  check: {
    file: "check",
    summary: "Check format, types, lint, dead code and the layers.",
    help: `Usage: npm run check

Checks the format (oxfmt), types and lint rules (oxlint), unused code (knip) and that each layer imports only what it
may (tests/unit/architecture.test.ts). Changes nothing; npm run format corrects the format.`,
  },
  import: {
    file: "import",
    summary: "Import records or an authority file from JSON Lines.",
    help: `Usage: npm run import -- FILE.jsonl[.gz] [--dry-run] [--collection NAME] [--kind records|authority]

Imported records are published at once: readers see them without a curator's review. Try --dry-run first.

Reads one record from each line, says which lines it refuses and why, and goes on. The same file can be imported
again: records are recognised by their source id, unchanged ones are left alone, and so is what a curator has edited.
Ctrl-C stops after the batch in hand; the next run goes on where this one ended. Relations to records that have not
come yet are kept, and made when they do.

An authority file describes people, organisations and places. Its entries become one with those that records name by
its ids or, where one only bears it, by name; what a curator wrote stays. It may be imported before the records or after.

  --dry-run           do everything as in earnest and keep nothing
  --collection NAME   put the records in this collection besides their own
  --kind KIND         records or authority; told by the first line otherwise

Ends with 0 when all lines went in, 1 when some were refused, 2 when the command was not understood.`,
  },
  reindex: {
    file: "reindex",
    summary: "Build the search index anew from the database.",
    help: `Usage: npm run reindex [-- --fresh]

Writes anew what PostgreSQL searches in, builds a new search index beside the old one and exchanges them, so that
readers can search all the while. What is edited meanwhile is in both.

Ctrl-C stops it after the step in hand. The next run goes on from there, also after a crash, as long as the index would
become the same; otherwise it says so and begins anew.

  --fresh   begin anew in any case

Ends with 0 when the new index is in use, 130 when it was interrupted, 1 when the search engine failed.`,
  },
  "index:check": {
    file: "index-check",
    summary: "Compare the search index with the database, and mend it.",
    help: `Usage: npm run index:check [-- --fix]

Compares each document of the search index with the record as it is now, and says which are missing, which should not
be there (surplus) and which say something else than the record (stale). Tells also which published records the search
of PostgreSQL does not know. Changes under way are waited for. The archive may run meanwhile.

  --fix   mend what differs, and compare that again

Ends with 0 when index and database agree (after mending), 1 when they differ, 2 when they could not be compared.`,
  },
  user: {
    file: "user",
    summary: "Add, list and change the people who may sign in.",
    help: `Usage: npm run user -- COMMAND

  add EMAIL --role administrator|editor|contributor|viewer [--name NAME]
  list
  password EMAIL
  role EMAIL --role administrator|editor|contributor|viewer
  disable EMAIL
  enable EMAIL

Passwords have at least 12 characters. They are read from ARCHIVE_USER_PASSWORD, else asked for, else (where nobody can be asked) made up and shown
once. A change of password or role ends the person's sessions.`,
  },
  "bench:relevance": {
    file: "bench-relevance",
    summary: "Score the search with judged questions of real collections.",
    help: `Usage: npm run bench:relevance

Loads the judged collections into an archive of its own, asks their questions through the public search, and prints
how good the answers are (nDCG@10, recall of the first hundred) beside plain BM25.

Environment:
  ARCHIVE_CORPUS             folder of the collections (../shared/corpus)`,
  },
  bench: {
    file: "bench",
    summary: "Measure the archive's speed.",
    help: `Usage: npm run bench [-- --json] [--quick] [--lists | --search] [--records N]

Starts archives of its own, loads them, and measures requests per second, latency and CPU time per request of the
pages, beside a static file and the bare search engine, and the memory of all processes. Real records are taken from
the folder ARCHIVE_CORPUS, or ../shared/corpus; where there are none they are made up from the seed's words.

  --json        print the figures as JSON
  --quick       one small archive, a second for each figure
  --lists       instead: every kind of list page on the seed alone against the large archive with its people, as ratios
  --search      instead: search with about 10,000 records and with all 180,000 of two collections, as JSON and as a page, beside the
                engine alone; a full reindex; and how soon edits are found
  --records N   at most N records in the large archive

With --lists and --search ends with 1 when a goal is missed.`,
  },
  "db:generate": {
    file: "db-generate",
    summary: "Write a migration for what changed in db/schema.",
    help: `Usage: npm run db:generate [-- --name NAME]

Compares db/schema with the last migration and writes the difference to db/migrations. Read it before you commit it.`,
  },
  "db:migrate": {
    file: "db-migrate",
    summary: "Apply the migrations that the database lacks.",
    help: `Usage: npm run db:migrate

Applies the migrations of db/migrations that the database lacks. npm start does this by itself.`,
  },
};

/** The list of all commands, as text. */
export function commandList() {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`);
  return `Usage: npm run COMMAND [-- ARGUMENTS]\n\n${lines.join("\n")}\n\nnpm run COMMAND -- --help tells more about one.`;
}
