/** The form that `naming` in `rules/naming.yaml` has: what bounds names besides words. */
import { z } from 'zod';
import { part, tags, word } from '../schema-parts.ts';

const tagsSchema = z
  .strictObject({
    noun: tags.describe('Left of a figure one of these is what the figure measures: 总投资130亿元的公路'),
    plainNoun: tags.describe('After one of these right of a figure a predicate may begin: 企业|建有|机构'),
    attribute: tags.describe('Stand before nouns only, and are never a predicate: 主导行业'),
    verb: tags.describe('Verbs that are no nouns: they say what is done with what a figure before them measures'),
    verbal: tags.describe('Verbs of any sort: 为群众|解决|问题; after another verb a noun: 开发|建设指挥部'),
    predicate: tags.describe('May begin a predicate after what is counted'),
    adverb: tags.describe('Of these, those that may as well stand in an attribute: 设施比较完备的园区'),
    subjectEnd: tags.describe('End the subject of a clause without a figure: 养老金标准|连涨九年'),
    object: tags.describe('A verb of one character is a predicate before one of these: 居民|推窗见绿'),
    said: tags.describe('After people who are counted these are said of them: 21万群众|居住环境改善'),
    listed: tags.describe('After one of these 、 parts the members of one attribute: 首违不罚、轻微不罚的清单'),
    move: tags.describe('Begin what stands between the ends of a move: 由12家|发展到|35家'),
    function: tags.describe('Nothing counted begins with one of these'),
    preposition: tags.describe('Nor with one of these, if it is of one character'),
  })
  .describe('Parts of speech that decide: v is that one alone, n* all that begin with n');

const namingSchema = z
  .strictObject({
    shareVerb: word.describe('Between subject and whole in the name of a share: 税收占一般公共预算收入'),
    tags: tagsSchema,
  })
  .describe('What bounds names besides words');

/** What one pack says: any part of it. */
export const namingPackSchema = part(namingSchema, { tags: part(tagsSchema) });

/** What all packs together say. */
export type NamingSource = z.infer<typeof namingSchema>;
