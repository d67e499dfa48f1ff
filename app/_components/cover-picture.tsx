import type { ShownCover } from "@/lib/collections/view";
import styles from "./cover-picture.module.css";

/** The picture that stands for a collection or a theme, with the record it is of. */
export function CoverPicture({ cover }: { cover: ShownCover }) {
  return (
    <figure className={styles.cover}>
      <a href={cover.href}>
        <img src={cover.source} alt={cover.alternativeText} loading="lazy" decoding="async" />
      </a>
      <figcaption>{cover.caption}</figcaption>
    </figure>
  );
}
