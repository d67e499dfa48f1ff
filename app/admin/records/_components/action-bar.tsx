import type { RecordStatus } from "@/lib/archive/vocabulary";
import type { LinkListName } from "@/lib/records/fields";
import styles from "@/app/admin/_components/form.module.css";

export type Rights = {
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  readonly mayWithdraw: boolean;
  /** Lists in which this curator may enter new names. */
  readonly mayCreate: readonly LinkListName[];
};

type Properties = { status: RecordStatus | null; rights: Rights; isPending: boolean };

/** The buttons that save. They come first, so that the return key in any field does what the first of them says. */
export function ActionBar({ status, rights, isPending }: Properties) {
  if (!rights.mayEdit) {
    return <p className={styles.locked}>Your role lets you read this record, not change it.</p>;
  }
  const isDraft = status === null || status === "draft";
  const isOut = status === "published";
  return (
    <div className={styles.actions} role="group" aria-label="Save">
      <button type="submit" name="intent" value="save" aria-disabled={isPending}>
        {isDraft ? "Save draft" : "Save changes"}
      </button>
      {rights.mayPublish && (isDraft || status === "in_review") ? (
        <button type="submit" name="intent" value="publish" data-quiet="" aria-disabled={isPending}>
          Save and publish
        </button>
      ) : null}
      {isDraft ? (
        <button type="submit" name="intent" value="submit" data-quiet="" aria-disabled={isPending}>
          Submit for review
        </button>
      ) : null}
      <span role="status" className={styles.hint}>
        {isPending ? "Saving…" : isOut ? "Changes are public as soon as they are saved." : ""}
      </span>
    </div>
  );
}
