import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/roles';

export default {
  foundation_staff: 'Foundation staff',
  depot_staff: 'Depot staff',
  centre_coordinator: 'Centre coordinator',
  township_officer: 'Township officer',
  bureau_officer: 'Bureau officer',
  administrator: 'Administrator',
} satisfies Translation<typeof zhCN>;
