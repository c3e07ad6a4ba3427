import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/donations';

export default {} satisfies Translation<typeof zhCN>;
