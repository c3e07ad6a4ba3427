import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/register';

export default {} satisfies Translation<typeof zhCN>;
