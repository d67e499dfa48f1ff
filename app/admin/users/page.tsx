import type { Metadata } from "next";
import { loadUsers } from "@/lib/users/loaders";
import { DeskHeading } from "../_components/desk-heading";
import { Moment } from "../_components/moment";
import { NewUserForm } from "./_components/new-user-form";
import { UserControls } from "./_components/user-controls";
import { addUser, alterUser } from "./actions";
import styles from "../desk.module.css";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const { notice } = await searchParams;
  const { users } = await loadUsers();
  return (
    <>
      <DeskHeading title="Users" notice={notice} kicker="Any change ends the person’s sessions." />
      <div className={styles.columns}>
        <ul role="list" className={styles.people}>
          {users.map((user) => (
            <li key={user.id}>
              <h2>{user.name}</h2>
              <p className={styles.quiet}>
                {user.email} · {user.disabledAt ? "disabled" : user.role} ·{" "}
                {user.lastSignInAt ? (
                  <>
                    last signed in <Moment at={user.lastSignInAt} />
                  </>
                ) : (
                  "never signed in"
                )}
              </p>
              <UserControls
                action={alterUser}
                email={user.email}
                name={user.name}
                role={user.role}
                isDisabled={user.disabledAt !== null}
              />
            </li>
          ))}
        </ul>
        <section className={styles.section}>
          <h2>Add a user</h2>
          <NewUserForm action={addUser} />
        </section>
      </div>
    </>
  );
}
