/** The data of a page, out of the elements that hold it. */

/** Null where there is no such element. */
export function readData<T>(id: string): T | null {
  const content = document.getElementById(id)?.textContent;
  return content ? JSON.parse(content) : null;
}
