/** The page of one report. */
import { DATA, type PackedReport, type PagePlace } from '../../data.ts';
import { keepMarks, keptMarks } from '../corrections/storage.ts';
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
    const id = decodeURIComponent(location.hash.slice(1));
    if (!model.findings.some((each) => each.id === id)) return;
    select(context, id);
    page.reveal();
  };
  addEventListener('hashchange', follow);
  follow();
  // For whoever measures how long a page takes.
  performance.mark('gaige:ready');
}
