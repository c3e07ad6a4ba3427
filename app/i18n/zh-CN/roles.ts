import type { Role } from '~/domain/actor';

export default {
  foundation_staff: '捐赠方工作人员',
  depot_staff: '仓库管理员',
  centre_coordinator: '活动中心协调员',
  township_officer: '乡镇经办人',
  bureau_officer: '民政局经办人',
  administrator: '系统管理员',
} as const satisfies Record<Role, string>;
