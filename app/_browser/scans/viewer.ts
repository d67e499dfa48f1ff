import { openPdf } from "./pdf-view";
import type { ScanPage, ScanView } from "./scan-view";
import { openTiles } from "./tiled-view";

const zoomStep = 1.5;

/** The pages that the pane lists, in their order. */
function pagesIn(pane: HTMLElement): ScanPage[] {
  return [...pane.querySelectorAll<HTMLAnchorElement>("a[data-scan-page]")].map((link) => {
    const said = link.dataset;
    return {
      number: Number(said["scanPage"]),
      href: link.href,
      label: said["label"] ?? "",
      alternative: said["alternative"] ?? "",
      image: said["image"] ?? null,
      largeImage: said["largeImage"] ?? null,
      tiles: said["tiles"] ?? null,
      pdf: said["pdf"] ?? null,
      pageInFile: Number(said["pageInFile"]),
    };
  });
}

/** A pane of scans brought to life: pages turn in place, images zoom on their tiles, pages of PDFs are drawn. */
export class ScanViewer {
  readonly #pane: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #pages: readonly ScanPage[];
  #page: ScanPage;
  #view: ScanView | null = null;
  /** Counts what was asked for, so that a page that comes late does not replace a newer one. */
  #asked = 0;

  private constructor(pane: HTMLElement, stage: HTMLElement, pages: readonly ScanPage[], page: ScanPage) {
    this.#pane = pane;
    this.#stage = stage;
    this.#pages = pages;
    this.#page = page;
  }

  /** The viewer of a pane, with the page open that the server drew; null for a pane without pages. */
  static on(pane: HTMLElement): ScanViewer | null {
    const stage = pane.querySelector<HTMLElement>("[data-scan-stage]");
    const pages = pagesIn(pane);
    const page = pages.find(({ number }) => number === Number(pane.dataset["page"]));
    if (!stage || !page) return null;
    const viewer = new ScanViewer(pane, stage, pages, page);
    void viewer.#open();
    return viewer;
  }

  get page(): ScanPage {
    return this.#page;
  }

  get pages(): readonly ScanPage[] {
    return this.#pages;
  }

  /** Shows another page and says so; a number that no page has does nothing. */
  async turnTo(number: number): Promise<void> {
    const page = this.#pages.find((candidate) => candidate.number === number);
    if (!page || page === this.#page) return;
    this.#page = page;
    this.#pane.dataset["page"] = String(number);
    this.#tell();
    this.#pane.dispatchEvent(new CustomEvent("scan:page", { detail: number, bubbles: true }));
    await this.#open();
  }

  zoomIn = () => this.#view?.zoomBy(zoomStep);
  zoomOut = () => this.#view?.zoomBy(1 / zoomStep);
  fit = () => this.#view?.fit();
  rotate = () => this.#view?.rotate();

  /** Puts the present page on the stage, in the best way that works. */
  async #open(): Promise<void> {
    const page = this.#page;
    const asked = ++this.#asked;
    const tools = this.#pane.querySelector<HTMLElement>("[data-scan-tools]");
    this.#view?.close();
    this.#view = null;
    const opening = this.#opening(page);
    if (tools) tools.hidden = opening === null;
    if (opening === null) {
      this.#showPicture(page);
      return;
    }
    this.#stage.setAttribute("aria-busy", "true");
    try {
      const view = await opening();
      if (asked === this.#asked) this.#view = view;
      else view.close();
    } catch {
      if (asked !== this.#asked) return;
      if (tools) tools.hidden = true;
      this.#showPicture(page);
    } finally {
      this.#stage.removeAttribute("aria-busy");
    }
  }

  #opening({ tiles, pdf }: ScanPage): (() => Promise<ScanView>) | null {
    const workerHref = this.#pane.dataset["pdfWorker"];
    const page = this.#page;
    if (tiles !== null) {
      return () => {
        this.#stage.replaceChildren();
        this.#stage.dataset["live"] = "tiles";
        return openTiles(this.#stage, page, tiles);
      };
    }
    if (pdf === null || workerHref === undefined) return null;
    return () => {
      this.#stage.dataset["live"] = "pdf";
      return openPdf(this.#stage, page, { pdf, workerHref });
    };
  }

  /** The page as one picture, as the server shows it. */
  #showPicture({ image, largeImage, alternative, pdf, pageInFile }: ScanPage): void {
    delete this.#stage.dataset["live"];
    const link = document.createElement("a");
    link.href = largeImage ?? (pdf ? `${pdf}#page=${pageInFile}` : (image ?? ""));
    if (image === null) link.textContent = "Open the file";
    else {
      const picture = document.createElement("img");
      picture.src = image;
      picture.alt = alternative;
      link.append(picture);
    }
    this.#stage.replaceChildren(link);
  }

  /** Everything around the stage that names the page. */
  #tell(): void {
    const { number, label } = this.#page;
    const count = this.#pages.length;
    const words = `Page ${number} of ${count}`;
    const put = (selector: string, text: string) => {
      const element = this.#pane.querySelector(selector);
      if (element) element.textContent = text;
    };
    put("[data-scan-status]", words);
    put("[data-scan-position]", words);
    put("[data-scan-caption]", label);
    this.#step("first", 1);
    this.#step("previous", number - 1);
    this.#step("next", number + 1);
    this.#step("last", count);
    for (const link of this.#pane.querySelectorAll<HTMLAnchorElement>("a[data-scan-page]")) {
      const isCurrent = Number(link.dataset["scanPage"]) === number;
      if (isCurrent) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (isCurrent) bringIntoList(link);
    }
  }

  #step(name: string, target: number): void {
    const link = this.#pane.querySelector<HTMLAnchorElement>(`[data-scan-step="${name}"]`);
    const page = this.#pages[target - 1];
    if (!link) return;
    if (page && page !== this.#page) {
      link.href = page.href;
      link.removeAttribute("role");
      link.removeAttribute("aria-disabled");
      return;
    }
    link.removeAttribute("href");
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
    // Without an address it would lose the focus of whoever just pressed it.
    if (document.activeElement === document.body || document.activeElement === link) link.tabIndex = -1;
  }
}

/** Scrolls the list sideways to the thumbnail, and nothing else. */
function bringIntoList(link: HTMLElement): void {
  const list = link.closest<HTMLElement>("[data-scan-pages]");
  if (!list) return;
  list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
}
