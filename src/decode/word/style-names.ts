/** What the names of styles say, in .docx, .doc and .rtf alike. */

export type NamedStyle = {
  /** Heading level, 1 for the highest. */
  outline: number | null;
  isTitle: boolean;
  /** A line of a table of contents. */
  isContents: boolean;
};

/** Built-in styles have their English names in the file, in every language; copies of them do not. LibreOffice calls `toc 1` Contents 1. */
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
const TITLE_NAME = /^(?:title|标题|文档标题)$/i;
const CONTENTS_NAME = /^(?:toc|contents|目录)\s*(?:[1-9]|heading|header|标题)?$/i;

export function styleNamed(name: string): NamedStyle {
  const level = HEADING_NAME.exec(name)?.[1];
  return {
    outline: level ? Number(level) : null,
    isTitle: TITLE_NAME.test(name),
    isContents: CONTENTS_NAME.test(name),
  };
}
