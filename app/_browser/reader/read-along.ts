/** Milliseconds for which scrolling that we began ourselves turns no page. */
const settling = 1_000;

/**
 * Keeps a scan and the text beside it together: reading on turns the scan to the page on which the words stand, and turning the scan
 * leads to the words of its page. Pages are known by the marks in the text; the scan is asked by `scan:turn` and tells by `scan:page`.
 */
export function readAlong(beside: HTMLElement): void {
  const pane = beside.querySelector<HTMLElement>("[data-scan-viewer]");
  const marks = [...beside.querySelectorAll<HTMLElement>("[data-page-mark]")];
  if (!pane || marks.length === 0) return;
  let shown = Number(pane.dataset["page"] ?? 1);
  let quietUntil = 0;

  const pageBeingRead = () => {
    const line = innerHeight / 3;
    const last = marks.findLast((mark) => mark.getBoundingClientRect().top <= line);
    return Number((last ?? marks[0])?.dataset["pageMark"]);
  };
  const follow = () => {
    if (performance.now() < quietUntil) return;
    const page = pageBeingRead();
    if (page === shown) return;
    shown = page;
    pane.dispatchEvent(new CustomEvent("scan:turn", { detail: page }));
  };
  let waiting = false;
  const onScroll = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };

  addEventListener("scroll", onScroll, { passive: true });
  pane.addEventListener("scan:page", (event) => {
    if (!(event instanceof CustomEvent) || event.detail === shown) return;
    shown = Number(event.detail);
    quietUntil = performance.now() + settling;
    marks.find((mark) => Number(mark.dataset["pageMark"]) === shown)?.scrollIntoView({ block: "start" });
  });
  // Links at page marks turn the scan in place; without it they lead to a page of their own.
  beside.addEventListener("click", (event) => {
    const mark =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-page-mark] a") : null;
    const page = Number(mark?.parentElement?.dataset["pageMark"]);
    if (!page || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    shown = page;
    pane.dispatchEvent(new CustomEvent("scan:turn", { detail: page }));
  });
}
