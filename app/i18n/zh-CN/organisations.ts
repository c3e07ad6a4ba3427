export default {
  'kind.foundation': '捐赠方',
  'kind.depot': '储备中心',
  'kind.centre': '活动中心',
  'kind.bureau': '民政局',
  'kind.township_office': '乡镇',
  'kind.operator': '运营单位',
  divisionHint: '输入名称、拼音或代码，例如“昭平 黄姚”。',
  divisionWhich: '是哪一个？',
} as const;
