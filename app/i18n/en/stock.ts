import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/stock';

export default {} satisfies Translation<typeof zhCN>;
