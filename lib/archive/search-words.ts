/** Whether a query holds anything to look for: marks alone, such as `"` or `:*`, ask for nothing. */
export const holdsWords = (query: string): boolean => /[\p{L}\p{N}]/u.test(query);
