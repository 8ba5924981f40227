/** How much a file may ask of us. Reports are small: what goes beyond is a bomb, or is refused, so that it can be split. */

/** One member of an archive, unpacked, in bytes. */
export const MAX_MEMBER = 512 * 1024 * 1024;
/** All that is read of one archive. */
export const MAX_ARCHIVE = 2 * 1024 * 1024 * 1024;
/** Deflate reaches 1,032:1 on nothing but zeros; XML of Word and Excel stays below 100:1. Small members may be as dense as they like. */
export const MAX_RATIO = 200;
export const SMALL_MEMBER = 32 * 1024 * 1024;
/** Members of a zip; the oldest form of the format holds no more. */
export const MAX_MEMBERS = 65_535;

/** Elements of one XML document that is held in memory; a report of 100,000 characters has some 10,000. */
export const MAX_XML_ELEMENTS = 2_000_000;
/** Tables in tables in text boxes stay below a hundred. */
export const MAX_XML_DEPTH = 1000;

/** Pages of a PDF or OFD. */
export const MAX_PAGES = 5000;
/** A page that takes longer is not going to end. */
export const PAGE_SECONDS = 20;
/** The whole of a file that is read in a process of its own. */
export const FILE_SECONDS = 300;
/** What that process may take: a stream in a PDF unpacks to gigabytes. */
export const MAX_CHILD_MEMORY = 2 * 1024 * 1024 * 1024;
/** What of it may be objects of its program. */
export const MAX_CHILD_HEAP = 1024 * 1024 * 1024;
