/** The source id of an entry of the seed; by it a second run finds what the first one made. */
export const sourceIdOf = (key: string) => `seed:${key}`;
