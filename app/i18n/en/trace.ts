import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/trace';

export default {} satisfies Translation<typeof zhCN>;
