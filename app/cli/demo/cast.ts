import type { Role } from '~/domain/actor';
import type { OrganisationKind, ProgrammeGroup } from '~/domain/organisation';

/*
 * Who takes part. The three donors, the city and its counties and villages are real; every person, number and credit
 * code is invented (credit codes and ID numbers use area 459900, phones the unassigned 140 range).
 */

export const demoPassword = 'nuanqiao-demo';

export interface CastOrganisation {
  key: string;
  kind: OrganisationKind;
  name: string;
  divisionCode: string;
  /** First 17 characters of the credit code; the check character is computed. Centres have none. */
  creditBody?: string;
  address?: string;
}

/** Guangdong's city is not named by the source, so the donors are registered at the province. */
export const organisations: CastOrganisation[] = [
  {
    key: 'reserve',
    kind: 'depot',
    name: '广东捐赠救灾物资公共仓',
    divisionCode: '440000000000',
    creditBody: '12459900MB0000001',
  },
  {
    key: 'zhihui',
    kind: 'foundation',
    name: '智慧东方公益基金会',
    divisionCode: '440000000000',
    creditBody: '53459900MJ0000002',
  },
  {
    key: 'fushun',
    kind: 'foundation',
    name: '福顺公益基金会',
    divisionCode: '440000000000',
    creditBody: '53459900MJ0000003',
  },
  {
    key: 'depot',
    kind: 'depot',
    name: '贺州市救灾捐赠物资储备中心',
    divisionCode: '451102000000',
    creditBody: '12459900MB0000004',
  },
  {
    key: 'city',
    kind: 'bureau',
    name: '贺州市民政局',
    divisionCode: '451100000000',
    creditBody: '11459900MB0000005',
  },
  {
    key: 'zhongshan',
    kind: 'bureau',
    name: '钟山县民政局',
    divisionCode: '451122000000',
    creditBody: '11459900MB0000006',
  },
  {
    key: 'fuchuan',
    kind: 'bureau',
    name: '富川瑶族自治县民政局',
    divisionCode: '451123000000',
    creditBody: '11459900MB0000007',
  },
  {
    key: 'gongan',
    kind: 'township_office',
    name: '公安镇民政办公室',
    divisionCode: '451122109000',
    creditBody: '11459900MB0000008',
  },
];

export interface CastCentre {
  key: string;
  name: string;
  divisionCode: string;
  /** County seat in GeoNames, where it has one; a coordinator pins the centre later. */
  county?: { latitude: number; longitude: number };
  groups: ProgrammeGroup[];
}

const babu = { latitude: 24.41667, longitude: 111.51667 };
const pinggui = { latitude: 24.45586, longitude: 111.47415 };
const zhongshan = { latitude: 24.52913, longitude: 111.29704 };
const fuchuan = { latitude: 24.8139, longitude: 111.29079 };

/** Real villages of the division codes, in three counties. Those of Zhaoping are left unlocated: the portal puts them at its seat. */
export const centres: CastCentre[] = [
  {
    key: 'dalong',
    name: '公安镇大龙村活动中心',
    divisionCode: '451122109205',
    county: zhongshan,
    groups: ['children', 'elderly', 'women'],
  },
  {
    key: 'baoan',
    name: '花山瑶族乡保安村活动中心',
    divisionCode: '451122200203',
    county: zhongshan,
    groups: ['children', 'elderly'],
  },
  {
    key: 'changchun',
    name: '麦岭镇长春村活动中心',
    divisionCode: '451123105202',
    county: fuchuan,
    groups: ['children', 'elderly'],
  },
  {
    key: 'maojia',
    name: '福利镇毛家村活动中心',
    divisionCode: '451123104204',
    county: fuchuan,
    groups: ['children', 'women'],
  },
  {
    key: 'bengjiang',
    name: '黄姚镇崩江村活动中心',
    divisionCode: '451121102204',
    groups: ['children', 'elderly'],
  },
  {
    key: 'baimei',
    name: '马江镇白梅村活动中心',
    divisionCode: '451121105202',
    groups: ['elderly', 'women'],
  },
  {
    key: 'zhuyuan',
    name: '桂岭镇竹园村活动中心',
    divisionCode: '451102106203',
    county: babu,
    groups: ['children', 'elderly'],
  },
  {
    key: 'shinan',
    name: '沙田镇狮南村活动中心',
    divisionCode: '451103103205',
    county: pinggui,
    groups: ['children', 'elderly'],
  },
];

export interface CastMember {
  userName: string;
  name: string;
  role: Role;
  /** Key of an organisation or a centre. */
  at: string;
}

/** The operator's administrator comes first: set-up makes that account. */
export const administrator = { userName: 'admin', name: '覃宇航' };

export const members: CastMember[] = [
  { userName: 'reserve', name: '冯嘉豪', role: 'foundation_staff', at: 'reserve' },
  { userName: 'zhihui', name: '梁思敏', role: 'foundation_staff', at: 'zhihui' },
  { userName: 'fushun', name: '何卓妍', role: 'foundation_staff', at: 'fushun' },
  { userName: 'depot', name: '黎建平', role: 'depot_staff', at: 'depot' },
  { userName: 'depot2', name: '莫春燕', role: 'depot_staff', at: 'depot' },
  { userName: 'city', name: '罗志宏', role: 'bureau_officer', at: 'city' },
  { userName: 'city2', name: '莫慧珍', role: 'bureau_officer', at: 'city' },
  { userName: 'zhongshan', name: '陶丽君', role: 'bureau_officer', at: 'zhongshan' },
  { userName: 'fuchuan', name: '盘文涛', role: 'bureau_officer', at: 'fuchuan' },
  { userName: 'gongan', name: '廖秋菊', role: 'township_officer', at: 'gongan' },
  { userName: 'dalong', name: '董月娥', role: 'centre_coordinator', at: 'dalong' },
  { userName: 'baoan', name: '赵桂芳', role: 'centre_coordinator', at: 'baoan' },
  { userName: 'changchun', name: '毛凤英', role: 'centre_coordinator', at: 'changchun' },
  { userName: 'maojia', name: '唐水莲', role: 'centre_coordinator', at: 'maojia' },
  { userName: 'bengjiang', name: '叶小红', role: 'centre_coordinator', at: 'bengjiang' },
  { userName: 'baimei', name: '邱艳萍', role: 'centre_coordinator', at: 'baimei' },
  { userName: 'zhuyuan', name: '蒋玉珍', role: 'centre_coordinator', at: 'zhuyuan' },
  { userName: 'shinan', name: '韦海棠', role: 'centre_coordinator', at: 'shinan' },
];
