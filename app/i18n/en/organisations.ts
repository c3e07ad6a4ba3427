import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/organisations';

export default {
  'kind.foundation': 'Foundation',
  'kind.depot': 'Depot',
  'kind.centre': 'Village centre',
  'kind.bureau': 'Civil-affairs bureau',
  'kind.township_office': 'Township office',
  'kind.operator': 'Operator',
  divisionHint: 'Type a name, pinyin or a code, for example “zp huangyao”.',
  divisionWhich: 'Which one?',
} satisfies Translation<typeof zhCN>;
