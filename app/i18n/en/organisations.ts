import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/organisations';

export default {} satisfies Translation<typeof zhCN>;
