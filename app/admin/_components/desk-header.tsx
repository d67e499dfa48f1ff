import type { UserRole } from "@/lib/archive/vocabulary";
import { authorityKinds, authorityTypes } from "@/lib/authorities/kinds";
import { signOut } from "../sign-out";
import styles from "../desk.module.css";

/** The desk's navigation, who sits at it, and the way out. */
export function DeskHeader({ name, role }: { name: string; role: UserRole }) {
  return (
    <header className={styles.header}>
      <p className={styles.wordmark}>
        <a href="/admin">Curators’ desk</a>
        <a href="/">What readers see</a>
      </p>
      <nav aria-label="Desk">
        <ul role="list">
          <li>
            <a href="/admin/records">Records</a>
          </li>
          {authorityKinds.map((kind) => (
            <li key={kind}>
              <a href={`/admin/${authorityTypes[kind].path}`}>{authorityTypes[kind].label}</a>
            </li>
          ))}
          <li>
            <a href="/admin/searches">Searches</a>
          </li>
          {role === "administrator" ? (
            <li>
              <a href="/admin/users">Users</a>
            </li>
          ) : null}
        </ul>
      </nav>
      <form action={signOut} className={styles.person}>
        <a href="/admin/account">
          {name} <span>({role})</span>
        </a>
        <button type="submit" data-quiet="">
          Sign out
        </button>
      </form>
    </header>
  );
}
