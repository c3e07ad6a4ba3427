import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/shipments';

export default {} satisfies Translation<typeof zhCN>;
