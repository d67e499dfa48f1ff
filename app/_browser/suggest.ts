/**
 * Suggestions below every field of a search form, `input[data-suggest]`: people, places, subjects, collections and records to go to.
 * Without them the form is sent as it always was.
 */
import { suggestBelow } from "./suggest/combobox";

for (const [number, input] of document.querySelectorAll<HTMLInputElement>("input[data-suggest]").entries()) {
  const list = input.parentElement?.querySelector<HTMLElement>("[data-suggestions]");
  const status = input.parentElement?.querySelector<HTMLElement>("[data-suggestions-status]");
  if (list && status) suggestBelow(input, list, status, `suggestions-${number}`);
}
