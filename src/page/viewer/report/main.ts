/** The page of one report. */
import { DATA, type PackedReport, type PagePlace } from '../../data.ts';
import { isOfMarks, keepMarks, keptMarks } from '../corrections/storage.ts';
import { readData } from '../shared/data.ts';
import { applyScheme, readLanguage, readScheme } from '../shared/settings.ts';
import { modelOf } from './model.ts';
import { reportPage } from './page.ts';
import { newContext, select } from './state.ts';

const packed = readData<PackedReport>(DATA.report);
if (packed) start(packed);

function start(data: PackedReport): void {
  const model = modelOf(data);
  const scheme = readScheme();
  applyScheme(scheme);
  const context = newContext(model, readLanguage(), scheme, keptMarks(model));
  const page = reportPage(context, readData<PagePlace>(DATA.place), (marks) => keepMarks(model, marks));
  const follow = () => {
    const id = idIn(location.hash);
    if (!model.findings.some((each) => each.id === id)) return;
    select(context, id);
    page.reveal();
  };
  addEventListener('hashchange', follow);
  // What she says of the report in another window is said here too, lest either overwrite the other's.
  addEventListener('storage', ({ key }) => {
    if (isOfMarks(key, model)) context.store.set({ marks: keptMarks(model) });
  });
  follow();
  // For whoever measures how long a page takes.
  performance.mark('gaige:ready');
}

/** A link may be to anything. */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
