import { countOf } from "@/lib/archive/counts";
import type { Suggestion, SuggestionGroup } from "@/lib/search/suggestions";

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** A link, so that it can be opened in another tab like any other; the keyboard stays in the field. */
function optionOf({ label, called, detail, records, href }: Suggestion, id: string): HTMLElement {
  const about = [
    ...(called === null ? [] : [element("span", {}, "also ", element("bdi", {}, called))]),
    ...(detail === null ? [] : [element("span", { dir: "auto" }, detail)]),
  ];
  return element(
    "a",
    { role: "option", id, href, tabindex: "-1", "aria-selected": "false" },
    element("span", { dir: "auto", "data-label": "" }, label),
    ...(records === null ? [] : [" ", element("span", { "data-count": "" }, countOf(records, "record"))]),
    ...(about.length === 0 ? [] : [" ", element("span", { "data-about": "" }, ...spaced(about))]),
  );
}

const spaced = (parts: readonly Node[]) => parts.flatMap((part, place) => (place > 0 ? [" ", part] : [part]));

/** Fills the list with groups of options, and returns the options in order. */
export function showOptions(list: HTMLElement, groups: readonly SuggestionGroup[]): HTMLElement[] {
  list.replaceChildren(
    ...groups.map(({ kind, label, suggestions }) => {
      const id = `${list.id}-${kind}`;
      return element(
        "div",
        { role: "group", "aria-labelledby": id },
        element("div", { role: "presentation", id }, label),
        ...suggestions.map((suggestion, place) => optionOf(suggestion, `${id}-${place}`)),
      );
    }),
  );
  return [...list.querySelectorAll<HTMLElement>("[role=option]")];
}
