import { countOf, numberInWords } from "@/lib/archive/counts";
import type { FoundPlaces } from "./found-places";

/** What the map of the results shows, in sentences: "The results name 18 places. The bigger a circle …" */
export function placesInWords({ total, notDrawn, drawn }: FoundPlaces): string {
  const undrawn =
    notDrawn === 0 ? "" : ` Of unknown position, and in the table alone: ${numberInWords(notDrawn)}.`;
  const cut =
    drawn.length + notDrawn < total ? ` The ${numberInWords(drawn.length)} named most are drawn.` : "";
  return `The results name ${countOf(total, "place")}; the bigger a circle, the more of them name it or what lies in it.${undrawn}${cut}`;
}
