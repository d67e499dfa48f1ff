/** Shortest password we take; length is the only rule (NIST SP 800-63B). */
export const shortestPassword = 12;

/** Longest, so that nobody makes the server hash a book. */
export const longestPassword = 200;
