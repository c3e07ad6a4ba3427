import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/requests';

export default {} satisfies Translation<typeof zhCN>;
