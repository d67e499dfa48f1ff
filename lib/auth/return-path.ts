import type { Route } from "next";

/** Where the desk begins. */
const deskPath = "/admin";

/**
 * The path to go to after signing in: the wanted one if it is a path of the desk, else the desk itself. A browser takes "//host"
 * and "/\host" for other sites, and a control character can hide either.
 */
export function safeReturnPath(wanted: unknown): Route {
  const isDeskPath = typeof wanted === "string" && /^\/admin(?:[/?#][\x21-\x5b\x5d-\x7e]*)?$/.test(wanted);
  return (isDeskPath ? wanted : deskPath) as Route;
}
