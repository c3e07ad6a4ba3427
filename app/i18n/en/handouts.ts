import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/handouts';

export default {} satisfies Translation<typeof zhCN>;
