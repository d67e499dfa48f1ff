import { countOf } from "@/lib/archive/counts";
import type { CalendarDay } from "@/lib/years/view";
import styles from "./month-calendar.module.css";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type Properties = { caption: string; weeks: readonly (readonly (CalendarDay | null)[])[] };

/** A month as a calendar whose days lead to their records. */
export function MonthCalendar({ caption, weeks }: Properties) {
  return (
    <table className={styles.calendar}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" abbr={name}>
              <span aria-hidden="true">{name.slice(0, 2)}</span>
              <span className="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((cell) => cell !== null)?.day}>
            {week.map((cell, index) => (
              <td key={weekdays[index]} data-records={cell && cell.records > 0 ? "some" : "none"}>
                {cell ? <Day {...cell} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, href, records }: CalendarDay) {
  if (records === 0) return <span className={styles.empty}>{day}</span>;
  return (
    <a href={href}>
      {day}
      <span className={styles.count}>
        <span aria-hidden="true">{records}</span>
        <span className="visually-hidden">: {countOf(records, "record")}</span>
      </span>
    </a>
  );
}
