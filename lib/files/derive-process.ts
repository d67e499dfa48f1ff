import { setPriority } from "node:os";
import sharp from "sharp";
import { deriveImage } from "./derive-images";
import { deriveOrder, reasonOf, type DeriveNews } from "./derive-messages";
import { pdfType } from "@/lib/archive/scan-pages";

/**
 * The process in which a file that nobody vouches for is opened: it has no secrets, and its end, however it comes, is not the
 * archive's. It gets one order, tells of its progress, answers, and ends.
 */
process.once("message", (message) => {
  void work(message).finally(() => process.disconnect());
});

async function work(message: unknown): Promise<void> {
  const { source, mediaType, folder } = deriveOrder.parse(message);
  // Readers come first.
  setPriority(10);
  sharp.cache(false);
  sharp.concurrency(1);
  const tell = (news: DeriveNews) => process.send?.(news);
  const onPage = (done: number, pages: number) => tell({ kind: "page", done, pages });
  try {
    const found =
      mediaType === pdfType
        ? // Its canvas is not to be had on every machine, and images can do without.
          await (await import("./derive-pdf")).derivePdf(source, folder, onPage)
        : await deriveImage(source, mediaType, folder, onPage);
    tell({ kind: "done", ...found });
  } catch (error) {
    tell({ kind: "failed", reason: reasonOf(error) });
  }
}
