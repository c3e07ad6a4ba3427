import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/history';

export default {} satisfies Translation<typeof zhCN>;
