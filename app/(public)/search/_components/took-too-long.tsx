import { EmptyState } from "@/app/_components/empty-state";

/** What stands in place of results that could not be found in time. */
export function TookTooLong() {
  return (
    <EmptyState title="This search took too long">
      <p>
        The archive is answering more slowly than usual. Try again in a moment, or ask for something narrower:
        more words, a span of dates, or one collection.
      </p>
    </EmptyState>
  );
}
