import { describe } from 'vitest';
import { table } from './table.ts';

describe('a clause whose subject is what is counted has a predicate', () => {
  table([
    ['14款新茶上市销售。', '14款 新茶'],
    ['3名村干部主动投案。', '3名 村干部'],
    ['22名茶艺师挨家挨户上门走访。', '22名 茶艺师'],
    ['组织17名兽医下沉牧区巡诊。', '17名 兽医'],
    ['从9个县引进缫丝项目。', '9个 县'],
    ['对6起渔业案件公开通报。', '6起 渔业案件'],
    ['建成8个社区服务中心。', '8个 社区服务中心'],
  ]);
});

describe('a word with 了 is a verb', () => {
  table([
    ['我们在7个渔场组织了劳动竞赛。', '7个 渔场'],
    ['九百多个县办起了夜校。', '九百多个 县'],
  ]);
});

describe('what a unit can count tells where its noun ends', () => {
  table([
    ['落实2.2亿元奖补资金支持茶企扩能。', '2.2亿元 奖补资金'],
    ['下达7亿元中央直达资金保障基本民生。', '7亿元 中央直达资金'],
    ['9家茶企公司产值高于全市平均水平。', '9家 茶企公司'],
    ['办好12件群众最关心的实事。', '12件 群众最关心的实事'],
    ['设置6处方便群众反映问题的意见箱。', '6处 方便群众反映问题的意见箱'],
  ]);
});

describe('a member with a number or a place of its own is not counted', () => {
  table([
    ['做强9条特色产业链和“2+6”产业集群。', '9条 特色产业链'],
    ['抓好十四个大型茶叶基地和全国的国营茶场。', '十四个 大型茶叶基地'],
    ['打造7个茶旅园区和一批山村小镇。', '7个 茶旅园区'],
    ['走访13个国家和地区的客商。', '13个 国家和地区的客商'],
  ]);
});

describe('a noun that tells nothing alone takes what the verb before its figure governs', () => {
  table([
    ['出台茶产业振兴21条措施。', '21条 茶产业振兴措施'],
    ['围绕茶旅融合出台21条措施。', '21条 措施'],
    ['走访3个国家的21所大学。', '3个 国家', '21所 大学'],
  ]);
});
