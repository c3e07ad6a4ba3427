import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/intake';

export default {} satisfies Translation<typeof zhCN>;
