import { DateText } from "@/app/_components/date-text";
import type { FieldGroup, FieldValue } from "@/lib/records/view";
import styles from "./field-groups.module.css";

/** The fields of a record in their groups, labels hanging in the margin. */
export function FieldGroups({ groups }: { groups: readonly FieldGroup[] }) {
  return groups.map(({ heading, fields }) => (
    <section key={heading} className={styles.group} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <dl className={styles.fields}>
        {fields.map(({ label, values }) => (
          <div key={label} className={styles.field}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={`${value.text} ${value.href}`}>
                <Value value={value} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Value({ value: { text, href, detail, date, lang, dir, parts } }: { value: FieldValue }) {
  const words = date ? <DateText date={date} /> : text;
  return (
    <>
      <span lang={lang} dir={dir}>
        {href === undefined ? words : <a href={href}>{words}</a>}
      </span>
      {detail ? <span className={styles.detail}> {detail}</span> : null}
      {parts && parts.length > 0 ? (
        <span className={styles.parts}>
          {parts.map((part) => (
            <span key={part.label}>
              {part.label} {part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
}
