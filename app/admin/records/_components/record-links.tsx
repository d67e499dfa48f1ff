import styles from "@/app/admin/_components/form.module.css";

type Properties = {
  id: number;
  /** Null while readers cannot see the record. */
  publicHref: string | null;
  mayWithdraw: boolean;
  reinstate: (() => Promise<void>) | null;
};

/** Where one can go from a record's form. */
export function RecordLinks({ id, publicHref, mayWithdraw, reinstate }: Properties) {
  return (
    <div className={styles.links}>
      {publicHref ? <a href={publicHref}>View public page</a> : null}
      <a href={`/admin/records/${id}/files`}>Files</a>
      <a href={`/admin/records/${id}/history`}>History</a>
      {mayWithdraw ? <a href={`/admin/records/${id}/withdraw`}>Withdraw…</a> : null}
      {reinstate ? (
        <form action={reinstate}>
          <button type="submit" data-quiet="">
            Reinstate
          </button>
        </form>
      ) : null}
    </div>
  );
}
