/** The first catalogue: what programmes of this field give. An administrator adds to it and edits it later. */

type Unit = 'g' | 'ml' | 'piece';

export interface SeedItem {
  /** Last digits of the item's fixed id; never given to another item. */
  number: number;
  code: string;
  nameZh: string;
  nameEn: string;
  category: string;
  smallestUnit: Unit;
  sizeScheme?: 'child_height' | 'adult_garment' | 'shoe_mm';
  /** Of one smallest unit, packed for the road: typical figures of the trade, for lorries and shelves. */
  weightMg: number;
  volumeUl: number;
  perishable?: true;
  /** Beyond the smallest unit itself: code, Chinese, English, smallest units in one. */
  units?: [string, string, string, number][];
  parts?: { code: string; quantity: number }[];
}

const gram: [string, string, string, number] = ['g', '克', 'g', 1];
const millilitre: [string, string, string, number] = ['ml', '毫升', 'ml', 1];

/** What one piece is called in Chinese, by item; 件 otherwise. */
const measureWords: Record<string, [string, string]> = {
  padded_set_child: ['套', 'set'],
  padded_set_adult: ['套', 'set'],
  thermal_set_child: ['套', 'set'],
  thermal_set_adult: ['套', 'set'],
  school_uniform: ['套', 'set'],
  stationery_set: ['套', 'set'],
  uniform_kit: ['套', 'kit'],
  bedding_set: ['套', 'set'],
  quilt: ['床', 'quilt'],
  padded_shoes: ['双', 'pair'],
  sports_shoes: ['双', 'pair'],
  gloves: ['双', 'pair'],
  school_bag: ['个', 'bag'],
  basketball: ['个', 'ball'],
  football: ['个', 'ball'],
  table_tennis_set: ['副', 'set'],
  skipping_rope: ['根', 'rope'],
  reading_book: ['册', 'book'],
  water_heater: ['台', 'heater'],
  bunk_bed: ['张', 'bed'],
  desk_chair: ['套', 'set'],
  mask: ['只', 'mask'],
  sanitary_pads: ['包', 'pack'],
};

/** The units of an item: its smallest first, then the larger ones. */
export function unitsOf(item: SeedItem): [string, string, string, number][] {
  const [zh, en] = measureWords[item.code] ?? ['件', 'piece'];
  const smallest: Record<Unit, [string, string, string, number]> = {
    g: gram,
    ml: millilitre,
    piece: ['piece', zh, en, 1],
  };
  return [smallest[item.smallestUnit], ...(item.units ?? [])];
}

/** A box of so many pieces. */
const box = (pieces: number, zh: string): [string, string, string, number] => [
  `box_${pieces}`,
  `箱（${pieces}${zh}）`,
  `box of ${pieces}`,
  pieces,
];

const weights: [string, string, string, number][] = [
  ['kg', '公斤', 'kg', 1_000],
  ['t', '吨', 't', 1_000_000],
  ['jin', '斤', 'jin (500 g)', 500],
];

export const catalogue: SeedItem[] = [
  // 粮油食品
  {
    number: 1,
    code: 'rice',
    nameZh: '大米',
    nameEn: 'Rice',
    category: 'food',
    smallestUnit: 'g',
    weightMg: 1_000,
    volumeUl: 1_250,
    perishable: true,
    units: [
      ...weights,
      ['bag_10kg', '袋（10公斤）', '10 kg bag', 10_000],
      ['bag_25kg', '袋（25公斤）', '25 kg bag', 25_000],
    ],
  },
  {
    number: 2,
    code: 'flour',
    nameZh: '面粉',
    nameEn: 'Wheat flour',
    category: 'food',
    smallestUnit: 'g',
    weightMg: 1_000,
    volumeUl: 1_700,
    perishable: true,
    units: [...weights, ['bag_5kg', '袋（5公斤）', '5 kg bag', 5_000]],
  },
  {
    number: 3,
    code: 'cooking_oil',
    nameZh: '食用油',
    nameEn: 'Cooking oil',
    category: 'food',
    smallestUnit: 'ml',
    weightMg: 960,
    volumeUl: 1_250,
    perishable: true,
    units: [
      ['l', '升', 'l', 1_000],
      ['bottle_5l', '桶（5升）', '5 l bottle', 5_000],
      ['box_4x5l', '箱（4桶，每桶5升）', 'box of four 5 l bottles', 20_000],
    ],
  },
  {
    number: 4,
    code: 'milk',
    nameZh: '盒装纯牛奶',
    nameEn: 'Milk, cartons',
    category: 'food',
    smallestUnit: 'ml',
    weightMg: 1_080,
    volumeUl: 1_200,
    perishable: true,
    units: [
      ['carton_250ml', '盒（250毫升）', '250 ml carton', 250],
      ['box_24x250ml', '箱（24盒，每盒250毫升）', 'box of 24 cartons', 6_000],
    ],
  },
  // 衣物
  {
    number: 10,
    code: 'padded_set_child',
    nameZh: '儿童棉衣套装',
    nameEn: "Children's padded set (jacket and trousers)",
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'child_height',
    weightMg: 1_100_000,
    volumeUl: 9_000_000,
    units: [box(20, '套')],
  },
  {
    number: 11,
    code: 'padded_set_adult',
    nameZh: '成人棉衣套装',
    nameEn: "Adults' padded set (jacket and trousers)",
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'adult_garment',
    weightMg: 1_800_000,
    volumeUl: 14_000_000,
    units: [box(10, '套')],
  },
  {
    number: 12,
    code: 'thermal_set_child',
    nameZh: '儿童保暖内衣套装',
    nameEn: "Children's thermal underwear set",
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'child_height',
    weightMg: 350_000,
    volumeUl: 2_000_000,
    units: [box(50, '套')],
  },
  {
    number: 13,
    code: 'thermal_set_adult',
    nameZh: '成人保暖内衣套装',
    nameEn: "Adults' thermal underwear set",
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'adult_garment',
    weightMg: 550_000,
    volumeUl: 3_000_000,
    units: [box(30, '套')],
  },
  {
    number: 14,
    code: 'school_uniform',
    nameZh: '校服套装',
    nameEn: 'School uniform set',
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'child_height',
    weightMg: 750_000,
    volumeUl: 3_500_000,
    units: [box(30, '套')],
  },
  {
    number: 15,
    code: 'padded_shoes',
    nameZh: '棉鞋',
    nameEn: 'Padded shoes',
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'shoe_mm',
    weightMg: 700_000,
    volumeUl: 6_000_000,
    units: [box(12, '双')],
  },
  {
    number: 16,
    code: 'sports_shoes',
    nameZh: '运动鞋',
    nameEn: 'Sports shoes',
    category: 'clothing',
    smallestUnit: 'piece',
    sizeScheme: 'shoe_mm',
    weightMg: 800_000,
    volumeUl: 7_000_000,
    units: [box(12, '双')],
  },
  {
    number: 17,
    code: 'gloves',
    nameZh: '保暖手套',
    nameEn: 'Warm gloves',
    category: 'clothing',
    smallestUnit: 'piece',
    weightMg: 80_000,
    volumeUl: 500_000,
    units: [box(100, '双')],
  },
  // 学习用品
  {
    number: 20,
    code: 'stationery_set',
    nameZh: '文具套装',
    nameEn: 'Stationery set',
    category: 'school',
    smallestUnit: 'piece',
    weightMg: 450_000,
    volumeUl: 2_000_000,
    units: [box(40, '套')],
  },
  {
    number: 21,
    code: 'school_bag',
    nameZh: '书包',
    nameEn: 'School bag',
    category: 'school',
    smallestUnit: 'piece',
    weightMg: 650_000,
    volumeUl: 6_000_000,
    units: [box(30, '个')],
  },
  {
    number: 22,
    code: 'reading_book',
    nameZh: '少儿图书',
    nameEn: "Children's book",
    category: 'school',
    smallestUnit: 'piece',
    weightMg: 300_000,
    volumeUl: 500_000,
    units: [box(50, '册')],
  },
  {
    number: 23,
    code: 'uniform_kit',
    nameZh: '校服文具礼包',
    nameEn: 'Uniform and stationery kit',
    category: 'school',
    smallestUnit: 'piece',
    sizeScheme: 'child_height',
    weightMg: 1_200_000,
    volumeUl: 5_500_000,
    parts: [
      { code: 'school_uniform', quantity: 1 },
      { code: 'stationery_set', quantity: 1 },
    ],
  },
  // 床上用品
  {
    number: 30,
    code: 'quilt',
    nameZh: '棉被',
    nameEn: 'Quilt',
    category: 'bedding',
    smallestUnit: 'piece',
    weightMg: 3_000_000,
    volumeUl: 30_000_000,
    units: [['bale_10', '包（10床）', 'bale of 10', 10]],
  },
  {
    number: 31,
    code: 'bedding_set',
    nameZh: '床上用品三件套',
    nameEn: 'Bed linen set (sheet, quilt cover, pillow case)',
    category: 'bedding',
    smallestUnit: 'piece',
    weightMg: 1_500_000,
    volumeUl: 7_000_000,
    units: [box(10, '套')],
  },
  // 文体用品
  {
    number: 40,
    code: 'basketball',
    nameZh: '篮球',
    nameEn: 'Basketball',
    category: 'sports',
    smallestUnit: 'piece',
    weightMg: 620_000,
    volumeUl: 7_500_000,
    units: [box(20, '个')],
  },
  {
    number: 41,
    code: 'football',
    nameZh: '足球',
    nameEn: 'Football',
    category: 'sports',
    smallestUnit: 'piece',
    weightMg: 430_000,
    volumeUl: 5_500_000,
    units: [box(20, '个')],
  },
  {
    number: 42,
    code: 'table_tennis_set',
    nameZh: '乒乓球拍套装',
    nameEn: 'Table-tennis set (two bats, three balls)',
    category: 'sports',
    smallestUnit: 'piece',
    weightMg: 500_000,
    volumeUl: 2_500_000,
    units: [box(20, '副')],
  },
  {
    number: 43,
    code: 'skipping_rope',
    nameZh: '跳绳',
    nameEn: 'Skipping rope',
    category: 'sports',
    smallestUnit: 'piece',
    weightMg: 150_000,
    volumeUl: 600_000,
    units: [box(100, '根')],
  },
  // 家具电器
  {
    number: 50,
    code: 'water_heater',
    nameZh: '电热水器',
    nameEn: 'Electric water heater',
    category: 'household',
    smallestUnit: 'piece',
    weightMg: 25_000_000,
    volumeUl: 200_000_000,
  },
  {
    number: 51,
    code: 'bunk_bed',
    nameZh: '双层床',
    nameEn: 'Bunk bed',
    category: 'household',
    smallestUnit: 'piece',
    weightMg: 60_000_000,
    volumeUl: 400_000_000,
  },
  {
    number: 52,
    code: 'desk_chair',
    nameZh: '课桌椅',
    nameEn: 'Desk and chair',
    category: 'household',
    smallestUnit: 'piece',
    weightMg: 18_000_000,
    volumeUl: 150_000_000,
  },
  // 卫生防护
  {
    number: 60,
    code: 'mask',
    nameZh: '医用口罩',
    nameEn: 'Medical mask',
    category: 'hygiene',
    smallestUnit: 'piece',
    weightMg: 4_000,
    volumeUl: 60_000,
    perishable: true,
    units: [
      ['pack_50', '盒（50只）', 'pack of 50', 50],
      ['box_2000', '箱（2000只）', 'box of 2,000', 2_000],
    ],
  },
  {
    number: 61,
    code: 'disinfectant',
    nameZh: '消毒液',
    nameEn: 'Disinfectant',
    category: 'hygiene',
    smallestUnit: 'ml',
    weightMg: 1_100,
    volumeUl: 1_300,
    perishable: true,
    units: [
      ['l', '升', 'l', 1_000],
      ['bottle_500ml', '瓶（500毫升）', '500 ml bottle', 500],
    ],
  },
  {
    number: 62,
    code: 'sanitary_pads',
    nameZh: '卫生巾',
    nameEn: 'Sanitary pads',
    category: 'hygiene',
    smallestUnit: 'piece',
    weightMg: 120_000,
    volumeUl: 700_000,
    perishable: true,
    units: [box(48, '包')],
  },
];
