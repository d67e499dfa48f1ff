const degrees = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** WGS 84 coordinates in words: "23.133° N, 82.383° W". */
export function coordinatesInWords(latitude: number, longitude: number): string {
  const northSouth = latitude < 0 ? "S" : "N";
  const eastWest = longitude < 0 ? "W" : "E";
  return `${degrees.format(Math.abs(latitude))}° ${northSouth}, ${degrees.format(Math.abs(longitude))}° ${eastWest}`;
}
