import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/catalogue';

export default {} satisfies Translation<typeof zhCN>;
