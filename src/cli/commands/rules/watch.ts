/** EDGE: waits until a rule file changes. */
import { watch } from 'node:fs/promises';

/** Editors write a file in several steps. */
const SETTLING = 100;

/** Resolves when one of the packs has changed, or when there is nothing more to wait for. */
export async function changesOf(paths: readonly string[], signal: AbortSignal): Promise<void> {
  const { BUILT_IN_RULES } = await import('../../../knowledge/pack-texts.ts');
  const first = new AbortController();
  const stop = () => first.abort();
  signal.addEventListener('abort', stop, { once: true });
  const watched = paths.length > 0 ? paths : [BUILT_IN_RULES];
  await Promise.race(watched.map((path) => changeOf(path, first.signal)));
  if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLING));
  signal.removeEventListener('abort', stop);
  stop();
}

async function changeOf(path: string, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of watch(path, { recursive: true, signal })) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
