import styles from "./scan-pane.module.css";

const tools = [
  { name: "zoom-in", label: "Zoom in", path: "M10 4v12M4 10h12" },
  { name: "zoom-out", label: "Zoom out", path: "M4 10h12" },
  { name: "fit", label: "Fit the page", path: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4" },
  { name: "rotate", label: "Rotate to the right", path: "M15.5 6.5A7 7 0 1 0 17 11M16 2v5h-5" },
  { name: "full-screen", label: "Full screen", path: "M11 9l6-6M12 3h5v5M9 11l-6 6M8 17H3v-5" },
] as const;

/** The viewer's own buttons; they stay hidden until the script that serves them is there. */
export function ScanTools() {
  return (
    <div role="group" aria-label="View of the page" className={styles.tools} data-scan-tools="" hidden>
      {tools.map(({ name, label, path }) => (
        <button key={name} type="button" data-quiet="" data-scan-tool={name} aria-label={label} title={label}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="currentColor" strokeWidth="1.75" />
          </svg>
        </button>
      ))}
    </div>
  );
}
