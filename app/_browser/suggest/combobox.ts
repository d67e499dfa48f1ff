import { countOf } from "@/lib/archive/counts";
import type { SuggestionGroup } from "@/lib/search/suggestions";
import { showOptions } from "./options";
import { Questions } from "./questions";

/** Makes a field and a list below it a combobox (WAI-ARIA 1.2) that tells its news in `status`; ids in the list begin with `id`. */
export function suggestBelow(
  input: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  id: string,
): void {
  new Combobox(input, list, status, id);
}

/** The focus stays in the field; `aria-activedescendant` says which suggestion the keys have come to. */
class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #questions = new Questions();
  #options: HTMLElement[] = [];
  /** Counted from 0; -1 while the keys have not left the field. */
  #at = -1;

  constructor(input: HTMLInputElement, list: HTMLElement, status: HTMLElement, id: string) {
    this.#input = input;
    this.#list = list;
    this.#status = status;
    list.id = id;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");
    input.autocomplete = "off";

    input.addEventListener("input", this.#ask);
    input.addEventListener("compositionend", this.#ask);
    input.addEventListener("keydown", this.#onKey);
    input.addEventListener("blur", this.#close);
    input.form?.addEventListener("submit", this.#close);
    // The field would lose the focus to the link, and with it the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    // Whoever comes back to this page finds it as it was left.
    addEventListener("pagehide", this.#close);
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #ask = (event?: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    const text = this.#input.value.trim();
    if (text === "") this.#close();
    else this.#questions.ask(text, this.#show);
  };

  #show = (groups: readonly SuggestionGroup[] | null): void => {
    if (document.activeElement !== this.#input) return;
    this.#options = showOptions(this.#list, groups ?? []);
    this.#go(-1);
    this.#open(this.#options.length > 0);
    this.#status.textContent = groups === null ? "" : countOf(this.#options.length, "suggestion");
  };

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
  }

  #close = (): void => {
    this.#questions.cancel();
    this.#go(-1);
    this.#open(false);
    this.#status.textContent = "";
  };

  /** Goes to an option; before the first and after the last one lies the field. */
  #go(place: number): void {
    this.#options[this.#at]?.setAttribute("aria-selected", "false");
    const option = this.#options[place];
    this.#at = option ? place : -1;
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else this.#input.removeAttribute("aria-activedescendant");
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#isOpen ? this.#actionIn(event.key) : this.#actionOutside(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  /** What a key does while the list is open; null where it does what it does in any field. */
  #actionIn(key: string): (() => void) | null {
    const last = this.#options.length - 1;
    const option = this.#options[this.#at];
    switch (key) {
      case "ArrowDown":
        return () => this.#go(this.#at + 1);
      case "ArrowUp":
        return () => this.#go(this.#at < 0 ? last : this.#at - 1);
      case "Home":
        return option ? () => this.#go(0) : null;
      case "End":
        return option ? () => this.#go(last) : null;
      case "Enter":
        return option ? () => option.click() : null;
      case "Escape":
        return this.#close;
      default:
        // Whoever goes on writing, or moves in what is written, is in the field again.
        if (key !== "Shift") this.#go(-1);
        return null;
    }
  }

  #actionOutside(key: string): (() => void) | null {
    if (key === "ArrowDown" && this.#input.value.trim() !== "") return () => this.#ask();
    if (key === "Escape" && this.#input.value !== "") return () => (this.#input.value = "");
    return null;
  }
}
