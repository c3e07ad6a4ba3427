import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/home';

export default {} satisfies Translation<typeof zhCN>;
