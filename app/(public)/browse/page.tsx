import { PageHeading } from "@/app/_components/page-heading";
import { WayList } from "@/app/_components/way-list";
import { loadHoldings } from "@/lib/home/loaders";
import { waysIn } from "@/lib/home/view";
import styles from "./browse.module.css";

export const metadata = {
  title: "Browse",
  description: "Every way into the archive, with how much it offers.",
  alternates: { canonical: "/browse" },
};

export default async function BrowsePage() {
  const groups = waysIn(await loadHoldings());
  return (
    <>
      <PageHeading title="All ways in" lead="Every way into the archive, with how much it offers." />
      {groups.map(({ heading, ways }) => (
        <section key={heading} className={styles.group}>
          <h2>{heading}</h2>
          <WayList ways={ways} />
        </section>
      ))}
    </>
  );
}
