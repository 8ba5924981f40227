/**
 * Runs in the thread of `child.js`: libraries that may loop without end, or fill memory, on a broken file. Nothing is decided here: what the
 * libraries yield goes back as it is.
 */
import { parentPort } from 'node:worker_threads';

// Libraries leave promises that fail to themselves, also when they are done: what comes of a job its own promise tells.
process.on('unhandledRejection', () => {});

/** @typedef {(value: unknown) => void} Post */
/** @type {Record<string, (bytes: Uint8Array, settings: Record<string, string | number>, post: Post) => Promise<void>>} */
const JOBS = { pdf: readPdf };

parentPort?.on('message', async ({ job, bytes, settings }) => {
  const post = (/** @type {unknown} */ message) => parentPort?.postMessage(message);
  try {
    await JOBS[job]?.(bytes, settings, (value) => post({ value }));
    post({ done: true });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    post({ failed: name, message });
  }
});

/** Posts facts of the file, then each page. @type {(typeof JOBS)[string]} */
async function readPdf(bytes, { cMapUrl, maxPages }, post) {
  const { getDocumentProxy } = await import('unpdf');
  const options = { verbosity: 0, cMapUrl: String(cMapUrl), cMapPacked: true, useWorkerFetch: false };
  const pdf = await getDocumentProxy(bytes, { ...options, isEvalSupported: false, disableFontFace: true });
  try {
    const facts = await pdf.getMetadata().catch(() => null);
    const title = /** @type {{ Title?: unknown } | undefined} */ (facts?.info)?.Title;
    post({ pages: pdf.numPages, title: typeof title === 'string' ? title : null });
    if (pdf.numPages > Number(maxPages)) return;
    let looked = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const runs = await runsOf(page);
      const hasText = runs.some(({ text }) => /\S/.test(text));
      // To look for pictures is to unpack them: a few pages tell.
      const isPicture = !hasText && (looked++ >= 3 || (await showsPicture(page)));
      const { width, height } = page.getViewport({ scale: 1 });
      post({ width, height, runs, isPicture });
      page.cleanup();
    }
  } finally {
    await pdf.destroy();
  }
}

/**
 * The runs of text of a page, with places from its upper left corner.
 * @param {import('unpdf/pdfjs').PDFPageProxy} page
 */
async function runsOf(page) {
  const { transform } = page.getViewport({ scale: 1 });
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = transform;
  const content = await page.getTextContent({ disableNormalization: true });
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
    return [
      {
        text: item.str,
        x: va * e + vc * f + ve,
        y: vb * e + vd * f + vf,
        width: item.width,
        size: Math.hypot(va * c + vc * d, vb * c + vd * d),
        angle: Math.atan2(vb * a + vd * b, va * a + vc * b),
      },
    ];
  });
}

/** @param {import('unpdf/pdfjs').PDFPageProxy} page */
async function showsPicture(page) {
  const { OPS } = await (await import('unpdf')).getResolvedPDFJS();
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  try {
    const { fnArray } = await page.getOperatorList();
    return fnArray.some((operation) => pictures.has(operation));
  } catch {
    return true;
  }
}
