import type { Period } from "@/lib/archive/period";
import { periodInWords } from "@/lib/archive/period";
import { hrefOf } from "@/lib/years/view";
import { StepLinks } from "@/app/_components/step-links";

type Properties = { before: Period | null; after: Period | null };

/** Ways to the nearest years, months or days that have records. */
export function PeriodSteps({ before, after }: Properties) {
  const link = (period: Period | null) => period && { href: hrefOf(period), label: periodInWords(period) };
  return <StepLinks label="Nearest with records" before={link(before)} after={link(after)} />;
}
