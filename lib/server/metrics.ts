import { Counter, Gauge, Registry } from "prom-client";
import { findIndexStatus, type IndexStatus } from "@/lib/search/status";

/** A figure, what it says, and how it is read from the state of the index; null leaves it out. */
type Figure = { name: string; help: string; value: (status: IndexStatus) => number | null };

const figures: readonly Figure[] = [
  {
    name: "archive_index_jobs_waiting",
    help: "Changed records that wait to be indexed.",
    value: ({ jobs }) => jobs.waiting,
  },
  {
    name: "archive_index_lag_seconds",
    help: "Seconds that the oldest of them has waited; 0 when none waits.",
    value: ({ jobs }) => jobs.seconds,
  },
  {
    name: "archive_index_jobs_failing",
    help: "Records that could not be indexed and are tried again.",
    value: ({ jobs }) => jobs.failing,
  },
  {
    name: "archive_index_jobs_failed",
    help: "Records that could not be indexed and are not tried again by themselves.",
    value: ({ jobs }) => jobs.failed,
  },
  {
    name: "archive_index_documents",
    help: "Documents in the live index.",
    value: ({ live }) => live?.documents ?? null,
  },
  {
    name: "archive_index_is_current",
    help: "1 when the live index was built by this version of the archive.",
    value: ({ live }) => Number(live?.isCurrent ?? false),
  },
  {
    name: "archive_index_rebuild_running",
    help: "1 while a new index is built.",
    value: ({ rebuild }) => Number(rebuild?.isRunning ?? false),
  },
  {
    name: "archive_index_rebuild_ratio",
    help: "How much of the stage of a rebuild is done, which may be interrupted.",
    value: ({ rebuild }) => (rebuild && rebuild.total > 0 ? rebuild.done / rebuild.total : null),
  },
  {
    name: "archive_search_engine_up",
    help: "1 when the search engine answers.",
    value: ({ engine }) => Number(engine === "ready"),
  },
];

/** The state of the index as Prometheus reads it; without a text when the database does not answer. Tells nothing of people or texts. */
export async function metrics(): Promise<{ contentType: string; text: string | null }> {
  const registry = new Registry();
  const status = await findIndexStatus(0).catch(() => null);
  if (!status) return { contentType: "text/plain; charset=utf-8", text: null };
  for (const { name, help, value } of figures) {
    const read = value(status);
    if (read !== null) new Gauge({ name, help, registers: [registry] }).set(read);
  }
  new Counter({
    name: "archive_index_documents_sent_total",
    help: "Documents that were sent to live indexes so far.",
    registers: [registry],
  }).inc(status.live?.documentsSent ?? 0);
  return { contentType: registry.contentType, text: await registry.metrics() };
}
