/**
 * Suggestions below every field of a search form, `input[data-suggest]`: people, places, subjects, collections and records to go to.
 * Without them the form is sent as it always was.
 */
import { suggestBelow } from "./suggest/combobox";

for (const [number, input] of document.querySelectorAll<HTMLInputElement>("input[data-suggest]").entries()) {
  const list = input.parentElement?.querySelector<HTMLElement>("[data-suggestions]");
  const news = input.parentElement?.querySelector<HTMLElement>("[data-suggestions-news]");
  if (list && news) suggestBelow(input, list, news, `suggestions-${number}`);
}
