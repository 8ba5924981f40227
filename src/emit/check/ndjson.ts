/** One finding a line. */

import { findingData } from './data.ts';
import type { CheckEmitter } from './emitter.ts';

export const ndjson = (): CheckEmitter => ({
  begin: () => '',
  finding: (finding) => `${JSON.stringify(findingData(finding))}\n`,
  report: () => '',
  end: () => '',
});
