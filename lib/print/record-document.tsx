import { Document, Link, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Block, Run } from "./blocks";
import { arabicSize, families } from "./fonts";
import type { PrintedRecord, PrintedText } from "./printed-record";
import { readable, unreadable } from "./unreadable";

// Sizes in points on A4; the colours are those of the pages on screen, in their light scheme.
const ink = "#221c15";
const quiet = "#63594b";
const accent = "#8c1c13";
const rule = "#dcd3c3";

const styles = StyleSheet.create({
  page: {
    paddingTop: 62,
    paddingBottom: 68,
    paddingHorizontal: 68,
    fontFamily: families,
    fontSize: 10.5,
    color: ink,
  },
  // Not on the page: text that is only known when the page is set would vanish with it.
  body: { fontSize: 10.5, lineHeight: 1.45 },
  running: { position: "absolute", top: 30, left: 68, right: 68, fontSize: 8, color: quiet },
  folio: {
    position: "absolute",
    bottom: 32,
    left: 68,
    right: 68,
    fontSize: 8,
    color: quiet,
    textAlign: "center",
  },
  date: { fontSize: 10.5, color: accent },
  title: { fontWeight: 600, fontSize: 21, lineHeight: 1.18, marginTop: 4, marginBottom: 8 },
  address: { fontSize: 9, color: quiet, marginBottom: 14 },
  heading: {
    fontWeight: 600,
    fontSize: 14,
    lineHeight: 1.25,
    marginTop: 20,
    marginBottom: 8,
    paddingTop: 10,
    borderTopWidth: 0.75,
    borderTopColor: rule,
  },
  subheading: { fontWeight: 600, fontSize: 10.5, marginTop: 10, marginBottom: 3, color: quiet },
  field: { flexDirection: "row", marginBottom: 2 },
  label: { width: 112, fontSize: 9, color: quiet },
  value: { flex: 1 },
  fact: { fontSize: 9, color: quiet, marginBottom: 2 },
  block: { marginTop: 6 },
  number: { fontSize: 7.5, color: quiet },
  arabic: { fontSize: arabicSize, lineHeight: 1.7, direction: "rtl", textAlign: "right" },
  inner: { fontSize: 12, fontWeight: 600 },
  quotation: { paddingHorizontal: 16 },
  raised: { fontSize: 7, verticalAlign: "super" },
  note: { fontSize: 9, marginTop: 3 },
  original: { fontSize: 8, color: quiet, marginTop: 6 },
});

/** The record as a document of A4 pages: title, description, texts with the numbers of their paragraphs, citations. */
export function RecordDocument({ record }: { record: PrintedRecord }) {
  return (
    <Document
      title={record.title}
      author={record.authors.join("; ") || record.archive}
      subject={record.summary ?? record.title}
      keywords={record.keywords.join("; ")}
      creator={record.archive}
      producer={record.archive}
      language="en"
      creationDate={new Date(record.changed)}
      modificationDate={new Date(record.changed)}
    >
      <Page size="A4" style={styles.page}>
        <Text fixed style={styles.running}>
          {record.archive}
        </Text>
        <Text
          fixed
          style={styles.folio}
          render={({ pageNumber, totalPages }) => `${pageNumber} of ${totalPages}`}
        />
        <View style={styles.body}>
          <Text style={styles.date}>{readable(record.date)}</Text>
          <Text style={styles.title}>{readable(record.title)}</Text>
          <Link src={record.permalink} style={styles.address}>
            {record.permalink}
          </Link>
          {record.summary === null ? null : <Text>{readable(record.summary)}</Text>}
          <Description record={record} />
          {record.texts.map((text, index) => (
            <RecordText key={index} text={text} permalink={record.permalink} />
          ))}
          <Citations record={record} />
        </View>
      </Page>
    </Document>
  );
}

function Description({ record }: { record: PrintedRecord }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={60}>
        Description
      </Text>
      {record.groups.map(({ heading, fields }) => (
        <View key={heading}>
          <Text style={styles.subheading} minPresenceAhead={30}>
            {heading}
          </Text>
          {fields.map(({ label, values }) => (
            <View key={label} style={styles.field}>
              <Text style={styles.label}>{label}</Text>
              <Text style={styles.value}>{readable(values.join("\n"))}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function RecordText({ text, permalink }: { text: PrintedText; permalink: string }) {
  const lost = unreadable(text.blocks.flatMap(({ runs }) => runs.map((run) => run.text)).join(""));
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={60}>
        {text.heading}
      </Text>
      {text.facts.map((fact) => (
        <Text key={fact} style={styles.fact}>
          {readable(fact)}
        </Text>
      ))}
      {lost.isMost ? (
        <Text>This text is in a script that cannot be printed here. Read it at {permalink}</Text>
      ) : (
        <>
          {lost.signs === 0 ? null : (
            <Text style={styles.fact}>
              Signs that cannot be printed here stand as ¤; the text is whole at {permalink}
            </Text>
          )}
          {text.blocks.map((block, index) => (
            <TextBlock key={index} block={block} isRightToLeft={text.isRightToLeft} />
          ))}
          <Notes text={text} />
        </>
      )}
    </View>
  );
}

function Notes({ text: { notes, isRightToLeft } }: { text: PrintedText }) {
  if (notes.length === 0) return null;
  return (
    <View>
      <Text style={styles.subheading} minPresenceAhead={30}>
        Notes
      </Text>
      {notes.map(({ mark, text }) => (
        <Text key={mark} style={[styles.note, isRightToLeft ? styles.arabic : {}]}>
          {readable(`${mark}\u{A0}\u{A0}${text}`)}
        </Text>
      ))}
    </View>
  );
}

function TextBlock({ block, isRightToLeft }: { block: Block; isRightToLeft: boolean }) {
  if (block.kind === "page")
    return <Text style={styles.original}>[Page {block.runs.map((run) => run.text).join("")}]</Text>;
  const direction = isRightToLeft ? styles.arabic : {};
  const inner = block.kind === "heading" ? styles.inner : block.kind === "quotation" ? styles.quotation : {};
  return (
    <Text
      style={[styles.block, direction, inner]}
      orphans={2}
      widows={2}
      {...(block.kind === "heading" ? { minPresenceAhead: 30 } : {})}
    >
      {block.number === null ? null : (
        <Text style={{ ...direction, ...styles.number }}>{`${block.number}\u{A0}\u{A0}`}</Text>
      )}
      {block.kind === "item" ? "• " : ""}
      {block.runs.map((run, index) => (
        <Text key={index} style={{ ...direction, ...styleOf(run) }}>
          {readable(run.text)}
        </Text>
      ))}
    </Text>
  );
}

const styleOf = ({ italic, raised }: Run) => ({
  ...(italic ? ({ fontStyle: "italic" } as const) : {}),
  ...(raised ? styles.raised : {}),
});

function Citations({ record }: { record: PrintedRecord }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={60}>
        How to cite
      </Text>
      {record.citations.map(({ label, text }) => (
        <View key={label} style={styles.field} wrap={false}>
          <Text style={styles.label}>{label}</Text>
          <Text style={styles.value}>{readable(text)}</Text>
        </View>
      ))}
      <Text style={[styles.fact, { marginTop: 8 }]}>
        Printed from {record.archive}. The record was last changed on {record.changedInWords}.
      </Text>
    </View>
  );
}
