import type { ComponentProps } from "react";

export type Choice = { readonly id: string; readonly name: string };

type Properties = ComponentProps<"select"> & { choices: readonly Choice[]; blank?: string };

/** A short controlled list; a blank choice stands for nothing chosen. */
export function ChoiceSelect({ choices, blank, ...control }: Properties) {
  return (
    <select {...control}>
      {blank === undefined ? null : <option value="">{blank}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
