import type * as Pdf from "pdfjs-dist";
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist";
import type { ScanPage, ScanView } from "./scan-view";

type Library = typeof Pdf;

/** Pixels of a drawn page at most; phones refuse larger canvases. */
const mostPixels = 16_000_000;
const smallestZoom = 0.5;
const largestZoom = 12;
/** Pixels around the page, on both sides together. */
const frame = 20;

let opened: { href: string; document: Promise<PDFDocumentProxy> } | null = null;

/** The document at an address; the one opened last is kept, for its next page is the likeliest to be asked for. */
async function documentAt(library: Library, href: string): Promise<PDFDocumentProxy> {
  if (opened?.href === href) return opened.document;
  const before = opened?.document;
  const document = library.getDocument({
    url: href,
    // Parts are fetched as pages need them.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 262_144,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: "/pdfjs/cmaps/",
    standardFontDataUrl: "/pdfjs/standard_fonts/",
    wasmUrl: "/pdfjs/wasm/",
    iccUrl: "/pdfjs/iccs/",
  }).promise;
  opened = { href, document };
  void before?.then((old) => old.destroy()).catch(() => undefined);
  return document;
}

/** Draws a page of a PDF on the stage, with its words to be selected. Rejects when the file cannot be read. */
export async function openPdf(
  stage: HTMLElement,
  page: ScanPage,
  { pdf, workerHref }: { pdf: string; workerHref: string },
): Promise<ScanView> {
  const library = await import("pdfjs-dist");
  library.GlobalWorkerOptions.workerSrc = workerHref;
  try {
    const document = await documentAt(library, pdf);
    const view = new PdfView(library, stage, await document.getPage(page.pageInFile), page.alternative);
    await view.draw();
    return view;
  } catch (error) {
    opened = null;
    throw error;
  }
}

class PdfView implements ScanView {
  readonly #library: Library;
  readonly #stage: HTMLElement;
  readonly #page: PDFPageProxy;
  readonly #sheet = document.createElement("div");
  readonly #canvas = document.createElement("canvas");
  readonly #words = document.createElement("div");
  #zoom = 1;
  #rotation = 0;
  #task: RenderTask | null = null;

  constructor(library: Library, stage: HTMLElement, page: PDFPageProxy, alternative: string) {
    this.#library = library;
    this.#stage = stage;
    this.#page = page;
    this.#sheet.dataset["scanSheet"] = "";
    this.#words.dataset["scanWords"] = "";
    this.#canvas.setAttribute("role", "img");
    this.#canvas.setAttribute("aria-label", alternative);
    this.#sheet.append(this.#canvas, this.#words);
    stage.replaceChildren(this.#sheet);
    // It scrolls when it is zoomed, and what scrolls must be reached by keyboard.
    stage.tabIndex = 0;
  }

  zoomBy(factor: number): void {
    this.#zoom = Math.min(largestZoom, Math.max(smallestZoom, this.#zoom * factor));
    void this.draw();
  }

  fit(): void {
    this.#zoom = 1;
    this.#rotation = 0;
    void this.draw();
  }

  rotate(): void {
    this.#rotation = (this.#rotation + 90) % 360;
    void this.draw();
  }

  close(): void {
    this.#task?.cancel();
    this.#stage.removeAttribute("tabindex");
    this.#stage.replaceChildren();
  }

  /** Draws the page at its present zoom; a drawing under way gives way to it. */
  async draw(): Promise<void> {
    this.#task?.cancel();
    const rotation = (this.#page.rotate + this.#rotation) % 360;
    const natural = this.#page.getViewport({ scale: 1, rotation });
    const whole = Math.min(
      (this.#stage.clientWidth - frame) / natural.width,
      (this.#stage.clientHeight - frame) / natural.height,
    );
    const scale = this.#zoom * whole;
    const viewport = this.#page.getViewport({ scale, rotation });
    const density = Math.min(
      window.devicePixelRatio,
      Math.sqrt(mostPixels / (viewport.width * viewport.height)),
    );
    this.#canvas.width = Math.floor(viewport.width * density);
    this.#canvas.height = Math.floor(viewport.height * density);
    this.#sheet.style.inlineSize = `${viewport.width}px`;
    this.#sheet.style.blockSize = `${viewport.height}px`;
    this.#sheet.style.setProperty("--total-scale-factor", String(scale));
    const task = this.#page.render({
      canvas: this.#canvas,
      viewport,
      transform: [density, 0, 0, density, 0, 0],
    });
    this.#task = task;
    try {
      await task.promise;
    } catch (error) {
      if (error instanceof this.#library.RenderingCancelledException) return;
      throw error;
    }
    this.#words.replaceChildren();
    await new this.#library.TextLayer({
      textContentSource: this.#page.streamTextContent(),
      container: this.#words,
      viewport,
    }).render();
  }
}
