import { randomBytes } from "node:crypto";

/** Headers of every answer, whatever it is. */
export function commonHeaders(publicUrl: URL | null): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    ...(publicUrl?.protocol === "https:" ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

/** A number used once: the inline scripts of one answer carry it, those that someone smuggled in cannot. */
export const freshNonce = (): string => randomBytes(16).toString("base64");

/**
 * The Content-Security-Policy (CSP Level 3) for an answer whose inline scripts are named by `scriptSources`, each a quoted nonce
 * or hash. The development server compiles with `eval`, writes styles inline and talks over a web socket.
 */
export function contentSecurityPolicy(scriptSources: readonly string[], dev: boolean): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptSources, ...(dev ? ["'unsafe-eval'"] : [])].join(" "),
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
