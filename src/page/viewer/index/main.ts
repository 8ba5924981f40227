/** The index of a folder of pages. */
import { DATA } from '../../data.ts';
import type { PackedIndex } from '../../index-data.ts';
import { readData } from '../shared/data.ts';
import { applyScheme, readLanguage, readScheme } from '../shared/settings.ts';
import { indexPage } from './page.ts';
import { newIndexContext } from './state.ts';

const index = readData<PackedIndex>(DATA.index);
if (index) {
  const scheme = readScheme();
  applyScheme(scheme);
  indexPage(newIndexContext(index, readLanguage(), scheme));
  performance.mark('gaige:ready');
}
