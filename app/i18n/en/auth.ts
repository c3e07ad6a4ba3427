import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/auth';

export default {} satisfies Translation<typeof zhCN>;
