import { prefersStillness, type ScanPage, type ScanView } from "./scan-view";

/**
 * Shows an image on the stage, zooming on its tiles. Rejects when the tiles cannot be had; the stage is then as it was but for its
 * content.
 */
export async function openTiles(stage: HTMLElement, page: ScanPage, tiles: string): Promise<ScanView> {
  const [{ default: OpenSeadragon }, response] = await Promise.all([import("openseadragon"), fetch(tiles)]);
  if (!response.ok) throw new Error(`The tiles answered ${response.status}.`);
  const description: unknown = await response.json();
  const still = prefersStillness();
  keepStyleOut();
  const viewer = OpenSeadragon({
    element: stage,
    // The tiles lie where their description does, under whatever name this archive is reached.
    tileSources: [{ ...Object(description), id: tiles.slice(0, tiles.lastIndexOf("/")) }],
    drawer: "canvas",
    showNavigationControl: false,
    visibilityRatio: 0.6,
    maxZoomPixelRatio: 3,
    animationTime: still ? 0 : 0.5,
    immediateRender: still,
    // The wheel scrolls the page; with Ctrl or ⌘ it zooms, as two fingers do.
    cooperativeGestures: true,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
  });
  viewer.canvas.setAttribute("role", "img");
  viewer.canvas.setAttribute("aria-label", `${page.alternative}. Arrow keys move, plus and minus zoom.`);
  return {
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor);
      viewer.viewport.applyConstraints();
    },
    fit() {
      viewer.viewport.setRotation(0);
      viewer.viewport.goHome();
    },
    rotate() {
      viewer.viewport.setRotation(viewer.viewport.getRotation() + 90);
    },
    close() {
      viewer.destroy();
      stage.replaceChildren();
    },
  };
}

/**
 * OpenSeadragon writes a style element into the page, which our Content-Security-Policy refuses, unless it finds that it has done so:
 * it finds this one, which belongs to no vocabulary and means nothing to a browser. (The style would hide the focus of the keyboard
 * on telephones.)
 */
function keepStyleOut(): void {
  const mark = "data-openseadragon-mobile-css";
  if (document.querySelector(`style[${mark}]`)) return;
  const style = document.createElementNS(null, "style");
  style.setAttribute(mark, "true");
  document.head.append(style);
}
