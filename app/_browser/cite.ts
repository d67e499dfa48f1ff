import { offerCopying } from "./copy";

/** The link `[data-cite]` opens what stands on its page in a window above the record; where that fails, it is followed. */

async function readCitations(address: string): Promise<Element | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("[data-citations]");
}

async function open(link: HTMLAnchorElement, above: HTMLDialogElement, content: Element): Promise<void> {
  if (!content.hasChildNodes()) {
    const citations = await readCitations(link.href).catch(() => null);
    if (!citations) {
      location.assign(link.href);
      return;
    }
    content.replaceChildren(document.importNode(citations, true));
    offerCopying(content);
  }
  above.showModal();
}

const link = document.querySelector<HTMLAnchorElement>("a[data-cite]");
const above = document.querySelector<HTMLDialogElement>("dialog[data-cite-window]");
const content = above?.querySelector("[data-cite-content]");

if (link && above && content) {
  link.addEventListener("click", (event) => {
    // Whoever wants a new tab gets the page.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open(link, above, content);
  });
  above.addEventListener("click", (event) => {
    if (event.target === above) above.close();
  });
}
