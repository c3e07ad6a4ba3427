import type { ProgrammeGroup } from '~/domain/organisation';
import type { Urgency } from '~/domain/request';
import type { RequestForm } from '~/domain/request-form';

type AskedLine = Omit<RequestForm['lines'][number], 'itemId'>;

export interface Asking {
  centre: string;
  group: ProgrammeGroup;
  headCount: number;
  urgency?: Urgency;
  urgencyReason?: string;
  /** Days from today by which it is needed. */
  needIn: number;
  lines: AskedLine[];
}

const sized = (itemCode: string, sizes: [size: string, pieces: number][]): AskedLine[] =>
  sizes.map(([size, pieces]) => ({
    itemCode,
    size,
    quantity: pieces,
    unitCode: 'piece',
    largerSizeServes: itemCode === 'padded_set_child',
  }));

const rice = (bags: number): AskedLine => ({
  itemCode: 'rice',
  size: '',
  quantity: bags * 10_000,
  unitCode: 'bag_10kg',
  largerSizeServes: false,
});

const pieces = (itemCode: string, quantity: number): AskedLine => ({
  itemCode,
  size: '',
  quantity,
  unitCode: 'piece',
  largerSizeServes: false,
});

/** What the village programmes ask for, told in the order in which they ask. */
export const askings = {
  maojiaChildren: {
    centre: 'maojia',
    group: 'children',
    headCount: 24,
    urgency: 'urgent',
    urgencyReason: '新学期寄宿生增加，没有统一着装',
    needIn: 12,
    lines: sized('school_uniform', [
      ['120', 6],
      ['130', 8],
      ['140', 6],
    ]),
  },
  shinanChildren: {
    centre: 'shinan',
    group: 'children',
    headCount: 18,
    needIn: 16,
    lines: sized('school_uniform', [
      ['120', 4],
      ['130', 6],
      ['140', 8],
      ['150', 10],
    ]),
  },
  zhuyuanElderly: {
    centre: 'zhuyuan',
    group: 'elderly',
    headCount: 31,
    needIn: 18,
    lines: [
      rice(62),
      ...sized('padded_set_adult', [
        ['175/92A', 20],
        ['180/96A', 22],
      ]),
    ],
  },
  dalongChildren: {
    centre: 'dalong',
    group: 'children',
    headCount: 43,
    urgency: 'urgent',
    urgencyReason: '村小没有取暖设备，下周预报有强降温',
    needIn: 5,
    lines: sized('padded_set_child', [
      ['110', 6],
      ['120', 9],
      ['130', 12],
      ['140', 10],
      ['150', 6],
    ]),
  },
  dalongElderly: {
    centre: 'dalong',
    group: 'elderly',
    headCount: 36,
    needIn: 10,
    lines: [
      rice(72),
      ...sized('padded_set_adult', [
        ['160/84A', 12],
        ['170/88A', 14],
      ]),
    ],
  },
  baoanChildren: {
    centre: 'baoan',
    group: 'children',
    headCount: 38,
    urgency: 'critical',
    urgencyReason: '海拔高、已见霜冻，过半孩子没有冬装',
    needIn: 2,
    lines: [
      ...sized('padded_set_child', [
        ['100', 4],
        ['120', 10],
        ['130', 14],
        ['140', 10],
      ]),
      ...sized('school_uniform', [
        ['120', 10],
        ['130', 14],
        ['140', 10],
      ]),
    ],
  },
  changchunChildren: {
    centre: 'changchun',
    group: 'children',
    headCount: 61,
    urgency: 'urgent',
    urgencyReason: '寄宿生周末返家无厚衣',
    needIn: 6,
    lines: [
      ...sized('padded_set_child', [
        ['120', 16],
        ['130', 20],
        ['140', 15],
        ['150', 10],
      ]),
      ...sized('school_uniform', [
        ['120', 16],
        ['130', 20],
        ['140', 15],
      ]),
      pieces('stationery_set', 61),
    ],
  },
  changchunElderly: {
    centre: 'changchun',
    group: 'elderly',
    headCount: 48,
    needIn: 14,
    lines: [rice(96)],
  },
  bengjiangChildren: {
    centre: 'bengjiang',
    group: 'children',
    headCount: 29,
    needIn: 9,
    lines: sized('padded_set_child', [
      ['110', 5],
      ['130', 12],
      ['150', 8],
    ]),
  },
  bengjiangElderly: {
    centre: 'bengjiang',
    group: 'elderly',
    headCount: 52,
    urgency: 'urgent',
    urgencyReason: '秋旱减产，独居老人口粮不足',
    needIn: 7,
    lines: [rice(104)],
  },
  baimeiElderly: {
    centre: 'baimei',
    group: 'elderly',
    headCount: 40,
    needIn: 12,
    lines: [
      rice(120),
      ...sized('padded_set_adult', [
        ['160/84A', 20],
        ['165/88A', 15],
      ]),
    ],
  },
  baoanElderly: {
    centre: 'baoan',
    group: 'elderly',
    headCount: 58,
    urgency: 'critical',
    urgencyReason: '高山村寨夜间已到零下，独居老人没有厚衣',
    needIn: 3,
    lines: sized('padded_set_adult', [
      ['170/88A', 24],
      ['175/92A', 36],
      ['180/96A', 18],
    ]),
  },
  zhuyuanChildren: {
    centre: 'zhuyuan',
    group: 'children',
    headCount: 33,
    needIn: 15,
    lines: sized('padded_set_child', [
      ['130', 15],
      ['140', 12],
      ['160', 6],
    ]),
  },
  shinanElderly: {
    centre: 'shinan',
    group: 'elderly',
    headCount: 25,
    needIn: 20,
    lines: [rice(50)],
  },
  maojiaWomen: {
    centre: 'maojia',
    group: 'women',
    headCount: 18,
    needIn: 25,
    lines: [pieces('sanitary_pads', 72)],
  },
} satisfies Record<string, Asking>;
