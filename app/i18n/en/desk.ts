import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/desk';

export default {} satisfies Translation<typeof zhCN>;
