/** A page as the server names it in the list of pages. */
export type ScanPage = {
  readonly number: number;
  readonly href: string;
  readonly label: string;
  readonly alternative: string;
  readonly image: string | null;
  readonly largeImage: string | null;
  readonly tiles: string | null;
  readonly pdf: string | null;
  readonly pageInFile: number;
};

/** A page that is being shown on the stage, and what the buttons do with it. */
export interface ScanView {
  zoomBy(factor: number): void;
  fit(): void;
  rotate(): void;
  /** Leaves the stage empty. */
  close(): void;
}

export const prefersStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
