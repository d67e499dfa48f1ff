import type { SuggestionGroup } from "@/lib/search/suggestions";

/** How long to wait after a key before asking. */
const pauseMs = 120;
/** Answers kept while the page is open. */
const mostKept = 50;

const kept = new Map<string, readonly SuggestionGroup[]>();

async function ask(text: string, signal: AbortSignal): Promise<readonly SuggestionGroup[]> {
  const known = kept.get(text);
  if (known) return known;
  const response = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, { signal });
  if (!response.ok) throw new Error(response.statusText);
  const { groups }: { groups: readonly SuggestionGroup[] } = await response.json();
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, groups);
  return groups;
}

/** Asks for what was typed last: a question that another one follows is given up. */
export class Questions {
  #current = new AbortController();

  /** Gives up what is being asked. */
  cancel(): void {
    this.#current.abort();
  }

  /** Asks after a short pause; `answer` is called unless another question comes first, with null where there is no answer. */
  ask(text: string, answer: (groups: readonly SuggestionGroup[] | null) => void): void {
    this.cancel();
    const { signal } = (this.#current = new AbortController());
    const askNow = async () => {
      if (signal.aborted) return;
      const groups = await ask(text, signal).catch(() => null);
      if (!signal.aborted) answer(groups);
    };
    setTimeout(() => void askNow(), pauseMs);
  }
}
