/**
 * Brings panes of scans to life as soon as they come into view: buttons for zooming and turning, pages that change in place with
 * their address, arrow keys between pages.
 */
import { ScanViewer } from "./scans/viewer";

const steps: Readonly<Record<string, (viewer: ScanViewer) => number>> = {
  first: () => 1,
  previous: ({ page }) => page.number - 1,
  next: ({ page }) => page.number + 1,
  last: ({ pages }) => pages.length,
};

/** Whether a click means this link here and now, and not a new tab or a download. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** The page that a link of the pane leads to; null for other links. */
function pageOf(viewer: ScanViewer, target: EventTarget | null): number | null {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return null;
  const step = steps[link.dataset["scanStep"] ?? ""];
  if (step) return step(viewer);
  return link.dataset["scanPage"] === undefined ? null : Number(link.dataset["scanPage"]);
}

/** Turns to a page as a reader would by its link: the address and the title follow. */
async function go(viewer: ScanViewer, number: number): Promise<void> {
  const page = viewer.pages[number - 1];
  if (!page || page === viewer.page) return;
  history.pushState(null, "", page.href);
  await show(viewer, number);
}

async function show(viewer: ScanViewer, number: number): Promise<void> {
  const turning = viewer.turnTo(number);
  document.title = document.title.replace(/^Page \d+/, `Page ${number}`);
  await turning;
}

function listen(pane: HTMLElement, viewer: ScanViewer): void {
  const tools: Readonly<Record<string, () => unknown>> = {
    "zoom-in": viewer.zoomIn,
    "zoom-out": viewer.zoomOut,
    fit: viewer.fit,
    rotate: viewer.rotate,
    "full-screen": () => (document.fullscreenElement ? document.exitFullscreen() : pane.requestFullscreen()),
  };
  pane.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-scan-tool]") : null;
    if (button instanceof HTMLElement) tools[button.dataset["scanTool"] ?? ""]?.();
    const number = isPlain(event) ? pageOf(viewer, event.target) : null;
    if (number === null) return;
    event.preventDefault();
    void go(viewer, number);
  });
  pane.addEventListener("scan:turn", (event) => {
    if (event instanceof CustomEvent) void viewer.turnTo(Number(event.detail));
  });
  addEventListener("popstate", () => {
    const page = viewer.pages.find(({ href }) => href === location.href);
    if (page) void show(viewer, page.number);
  });
  document.addEventListener("keydown", (event) => {
    const number = pageByKey(pane, viewer, event);
    if (number === null) return;
    event.preventDefault();
    void go(viewer, number);
  });
}

/** Left and right turn pages, except where these keys have another meaning. */
function pageByKey(pane: HTMLElement, viewer: ScanViewer, event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const { target } = event;
  const isHere = target === document.body || (target instanceof Node && pane.contains(target));
  if (!isHere || (target instanceof Element && target.closest("input, select, textarea, [data-live]")))
    return null;
  if (event.key === "ArrowLeft") return viewer.page.number - 1;
  return event.key === "ArrowRight" ? viewer.page.number + 1 : null;
}

const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue;
    seen.unobserve(target);
    const viewer = ScanViewer.on(target);
    if (viewer) listen(target, viewer);
  }
});

for (const pane of document.querySelectorAll("[data-scan-viewer]")) seen.observe(pane);
