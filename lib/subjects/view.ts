/** A heading in the manner of the Library of Congress, its parts set apart for reading: "Cuba — Foreign relations". */
export const headingInWords = (heading: string): string => heading.split("--").join(" — ");

/** How a heading is written in a tree: in full at the top, by its last part below a broader one. */
export const headingBelow = (heading: string, depth: number): string =>
  depth === 0 ? headingInWords(heading) : (heading.split("--").at(-1) ?? heading);

/** A narrower heading without the words it shares with the broader one; in full where its words do not begin with them. */
export const headingWithin = (heading: string, broader: string): string =>
  headingInWords(heading.startsWith(`${broader}--`) ? heading.slice(broader.length + 2) : heading);
