import type { UserRole } from "./vocabulary";

declare const proven: unique symbol;

/** A signed-in person whose session and role were checked against the database in this request; minted only by `lib/auth` and the command line. */
export type Curator = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  readonly [proven]: true;
};

/** Mints the proof. Call it only where the right was just checked: the architecture test lists the places. */
export function provenCurator(checked: { id: number; name: string; email: string; role: UserRole }): Curator {
  return { ...checked } as Curator;
}
