import type { GeoContext } from "d3-geo";

/** Points of an outline that lie closer together than this, in tenths of a unit, are told as one. */
const closest = 8;

/**
 * Writes what d3-geo draws as the data of an SVG path, small: in whole tenths of a unit (the path is drawn at a tenth of its size), each
 * point relative to the one before, without points that no eye could tell apart and without islands smaller than that.
 */
export class PathWriter implements GeoContext {
  private written = "";
  private line: [number, number][] = [];

  /** The path so far; draw it with `transform="scale(.1)"`. */
  get data(): string {
    this.flush(2, "");
    return this.written;
  }

  beginPath(): void {
    this.line = [];
  }

  moveTo(x: number, y: number): void {
    this.flush(2, "");
    this.line = [[Math.round(x * 10), Math.round(y * 10)]];
  }

  lineTo(x: number, y: number): void {
    const point: [number, number] = [Math.round(x * 10), Math.round(y * 10)];
    const last = this.line.at(-1);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < closest) return;
    this.line.push(point);
  }

  closePath(): void {
    this.flush(3, "z");
  }

  /** Outlines hold no circles. */
  arc(): void {}

  private flush(fewest: number, end: string): void {
    const [first, ...rest] = this.line;
    if (first && this.line.length >= fewest) {
      let [x, y] = first;
      this.written += `M${x} ${y}l`;
      this.written += rest
        .map(([nextX, nextY]) => {
          const step = `${nextX - x}${nextY - y < 0 ? "" : " "}${nextY - y}`;
          [x, y] = [nextX, nextY];
          return step;
        })
        .join(" ")
        .replaceAll(" -", "-");
      this.written += end;
    }
    this.line = [];
  }
}
