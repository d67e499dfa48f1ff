/** The worker in which pdf.js reads PDFs; pages name its address to the module that starts it. */
import "pdfjs-dist/build/pdf.worker.mjs";
