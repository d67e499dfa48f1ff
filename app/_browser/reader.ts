/**
 * The texts of a record: paragraphs whose citation can be copied, and the words that a search looked for, marked where they stand.
 * What is here follows `lib/texts/shown-text`: `[data-permalink]` and `[data-cite-paragraph]` at the edge of each paragraph.
 */
import { copyWords } from "./reader/copy-words";
import { readAlong } from "./reader/read-along";
import { rangesOf, wordsToMark } from "./reader/marked-words";

/** Stands in the page's citation where the number of a paragraph belongs. */
const anyParagraph = /999999/g;

for (const reader of document.querySelectorAll<HTMLElement>("[data-reader]")) {
  const citation = reader.dataset["citation"];
  if (citation) offerCopies(reader, citation);
}
markSearchedWords();
for (const beside of document.querySelectorAll<HTMLElement>("[data-scan-beside]")) readAlong(beside);

/** Turns the link to a paragraph's citation into a button that copies it, when the paragraph is first shown any interest in. */
function offerCopies(reader: HTMLElement, citation: string): void {
  const offer = (event: Event | Element | null) => {
    const near = event instanceof Event ? event.target : event;
    const paragraph = near instanceof Element ? near.closest("[data-words] [id^='p']") : null;
    const link = paragraph?.querySelector<HTMLAnchorElement>("a[data-cite-paragraph]");
    if (!link || !reader.contains(link)) return;
    const number = link.dataset["citeParagraph"] ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["citeParagraph"] = number;
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy citation of paragraph ${number}`);
    button.addEventListener("click", () => void copyWords(citation.replaceAll(anyParagraph, number)));
    link.replaceWith(button);
  };
  reader.addEventListener("pointerover", offer);
  reader.addEventListener("focusin", offer);
  addEventListener("hashchange", () => offer(document.querySelector(":target")));
  offer(document.querySelector(":target"));
}

/** Marks the words of `?q=` in the texts; the browser draws the marks, so nothing of the page changes. */
function markSearchedWords(): void {
  const finder = wordsToMark(new URLSearchParams(location.search).get("q") ?? "");
  if (!finder || !("highlights" in CSS)) return;
  const ranges = [...document.querySelectorAll<HTMLElement>("[data-words]")].flatMap((words) =>
    rangesOf(words, finder),
  );
  CSS.highlights.set("searched", new Highlight(...ranges));
}
