import { hrefWith, placeHref } from "@/lib/archive/hrefs";

const degrees = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** WGS 84 coordinates in words: "23.133° N, 82.383° W". */
export function coordinatesInWords(latitude: number, longitude: number): string {
  const northSouth = latitude < 0 ? "S" : "N";
  const eastWest = longitude < 0 ? "W" : "E";
  return `${degrees.format(Math.abs(latitude))}° ${northSouth}, ${degrees.format(Math.abs(longitude))}° ${eastWest}`;
}

/** Links between the records of a place with everything within it and those of the place alone; none where nothing lies within it. */
export function withinLinks(
  { slug, name, parts }: { slug: string; name: string; parts: readonly unknown[] },
  isAlone: boolean,
) {
  if (parts.length === 0) return [];
  return [
    { href: `${placeHref(slug)}#records`, label: "With the places within it", isCurrent: !isAlone },
    {
      href: `${hrefWith(placeHref(slug), { within: "no" })}#records`,
      label: `Of ${name} itself`,
      isCurrent: isAlone,
    },
  ];
}
