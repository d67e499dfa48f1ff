import { BrowserModule } from "@/app/_components/browser-module";
import { readHref } from "@/lib/archive/hrefs";
import type { Reading } from "@/lib/texts/loaders";
import { ScanPane } from "../../_components/scan-pane";
import { TextFacts } from "../../_components/text-facts";
import { TextNotes } from "../../_components/text-notes";
import { TextWords } from "../../_components/text-words";
import styles from "./side-by-side.module.css";

/** Two parts of a record beside each other; on a phone one of them at a time. */
export function SideBySide({ reading }: { reading: Reading }) {
  const { sides, rows } = reading;
  return (
    <div className={styles.reader} data-reader="" data-citation={reading.citation}>
      <fieldset className={styles.tabs}>
        <legend className="visually-hidden">Show</legend>
        {[sides.left, sides.right].map((side, index) => (
          <label key={side.key}>
            <input
              type="radio"
              name="side"
              value={index === 0 ? "left" : "right"}
              defaultChecked={index === 0}
            />
            {side.label}
          </label>
        ))}
      </fieldset>
      {rows ? <TextBesideText reading={reading} rows={rows} /> : <ScanBesideText reading={reading} />}
      <BrowserModule name="reader" />
    </div>
  );
}

type Text = Reading["texts"][number];
type Row = NonNullable<Reading["rows"]>[number];

/** A page that begins with a row gets a row of its own, so that the words below stay level. */
function marksApart({ left, right }: Row): Row[] {
  const marks = [left, right].map(([first]) => first?.mark ?? "");
  if (marks.every((mark) => mark === "")) return [{ left, right }];
  const only = (side: Row["left"]) => side.slice(0, 1).map((first) => ({ ...first, html: "" }));
  const without = (side: Row["left"]) =>
    side.map((piece, index) => (index === 0 ? { ...piece, mark: "" } : piece));
  return [
    { left: only(left), right: only(right) },
    { left: without(left), right: without(right) },
  ];
}

const keyOf = ({ left, right }: Row): string =>
  [...left, ...right].map(({ mark, anchors }) => `${mark}${anchors.join(" ")}`).join(" ");

const sideNames = ["left", "right"] as const;

function TextBesideText({ reading, rows }: { reading: Reading; rows: NonNullable<Reading["rows"]> }) {
  const { sides, texts } = reading;
  return (
    <>
      <div className={styles.row}>
        {texts.map((side, index) => (
          <div key={side.text.id} className={styles.side} data-side={sideNames[index]}>
            <Heading label={index === 0 ? sides.left.label : sides.right.label} side={side} />
          </div>
        ))}
      </div>
      {rows.flatMap(marksApart).map((row) => (
        <div key={keyOf(row)} className={styles.row}>
          {texts.map(({ text }, index) => (
            <div key={text.id} className={styles.side} data-side={sideNames[index]}>
              <TextWords text={text} pieces={index === 0 ? row.left : row.right} />
            </div>
          ))}
        </div>
      ))}
      <div className={styles.row}>
        {texts.map(({ text, notes }, index) => (
          <div key={text.id} className={styles.side} data-side={sideNames[index]}>
            <TextNotes text={text} notes={notes} />
          </div>
        ))}
      </div>
    </>
  );
}

function ScanBesideText({ reading }: { reading: Reading }) {
  const { record, sides, texts, page } = reading;
  const isScanLeft = sides.left.textId === null;
  const scan = (
    <div key="scan" className={styles.scan} data-side={isScanLeft ? "left" : "right"}>
      <ScanPane
        files={record.files}
        page={page}
        title={record.title}
        hrefOf={(other) =>
          readHref(record.slug, { left: sides.left.key, right: sides.right.key, page: other })
        }
      />
    </div>
  );
  const words = texts.map((side) => (
    <div key="text" className={styles.side} data-side={isScanLeft ? "right" : "left"}>
      <Heading label={isScanLeft ? sides.right.label : sides.left.label} side={side} />
      <TextWords text={side.text} pieces={side.pieces} />
      <TextNotes text={side.text} notes={side.notes} />
    </div>
  ));
  return (
    <div className={styles.row} data-scan-beside="">
      {isScanLeft ? [scan, ...words] : [...words, scan]}
    </div>
  );
}

function Heading({ label, side }: { label: string; side: Text }) {
  return (
    <div className={styles.heading}>
      <h2>{label}</h2>
      <TextFacts text={side.text} />
    </div>
  );
}
