/** Annotated reports in a folder → how often the findings in them were right. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { InputFailure } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { readSources } from '../read/index.ts';
import { type Annotation, annotationSchema, type ScoredReport, scoreReport } from '../score/index.ts';
import { extractSources } from './sources.ts';

export type ScoredFile = ScoredReport & { name: string };

/**
 * Scores the reports that the annotation files in a folder name, one after the other, in the order of the files' names.
 * @throws GaigeError NO_INPUT where the folder holds no .json
 */
export async function* scoreFolder(folder: string, engine: Engine): AsyncGenerator<ScoredFile | InputFailure> {
  const files = await annotationFiles(folder);
  if (files.length === 0) throw new GaigeError('NO_INPUT', { path: folder, formats: '.json' });
  for (const file of files) {
    try {
      yield await scoreFile(join(folder, file), engine);
    } catch (error) {
      if (!(error instanceof GaigeError)) throw error;
      yield { path: join(folder, file), error };
    }
  }
}

async function annotationFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    throw new GaigeError('PATH_NOT_FOUND', { path: folder }, cause);
  }
}

async function scoreFile(path: string, engine: Engine): Promise<ScoredFile> {
  const annotation = parseAnnotation(path, await readFile(path, 'utf8'));
  const report = resolve(dirname(path), annotation.file);
  for await (const result of extractSources(readSources([{ path: report, name: basename(report) }]), engine)) {
    if ('error' in result) throw result.error;
    const name = basename(path, '.json');
    return { name, ...scoreReport(name, annotation, result.record) };
  }
  throw new GaigeError('NO_INPUT', { path: report });
}

function parseAnnotation(path: string, text: string): Annotation {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new GaigeError('ANNOTATION_INVALID', { path, place: 'JSON' }, cause);
  }
  const result = annotationSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new GaigeError('ANNOTATION_INVALID', { path, place: `/${issue?.path.join('/') ?? ''}` }, result.error);
}
