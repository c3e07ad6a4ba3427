import { registerHousehold } from '~/commands/register-household.server';
import { registerPerson } from '~/commands/register-person.server';
import { idCheckCharacter, type IdNumber } from '~/domain/id-number';
import type { PersonCategory } from '~/domain/register';
import type { House } from './set-up';
import { from, must, type Story } from './story';

/** Invented names: a surname and a given name, taken in turn. */
const surnames = ['董', '陶', '廖', '潘', '莫', '钟', '虞', '邹', '柏', '欧'];
const elders = ['桂英', '德旺', '秀兰', '金生', '玉娇', '福来', '凤莲', '水养', '春莲', '有财'];
const children = ['小雨', '子涵', '家乐', '思琪', '志远', '欣怡', '浩宇', '雨桐', '嘉明', '佳慧'];

export interface Family {
  householdId: string;
  elderId: string;
  childIds: string[];
}

interface Homes {
  centre: string;
  villageCode: string;
  households: number;
  /** The first so many households have two grandchildren, the others one. */
  withTwo: number;
  /** Keeps the ID numbers of different villages apart. */
  firstNumber: number;
}

/** Grandparents with the grandchildren they bring up, as the centre's coordinator enters them. */
export async function registerFamilies(
  story: Story,
  house: House,
  homes: Homes,
): Promise<Family[]> {
  const coordinator = house.actor(homes.centre);
  let number = homes.firstNumber;
  const families: Family[] = [];
  for (let index = 0; index < homes.households; index += 1) {
    const surname = pick(surnames, index);
    const elder = person(surname + pick(elders, index), `19${48 + (index % 9)}`, number++);
    const made = await must(
      registerHousehold(story.env, from(story, coordinator), {
        residenceDivisionCode: homes.villageCode,
        hukouDivisionCode: undefined,
        ...elder,
        category: 'left_behind_elderly',
      }),
    );
    const childIds: string[] = [];
    for (let child = 0; child < (index < homes.withTwo ? 2 : 1); child += 1) {
      const name = surname + pick(children, index * 2 + child);
      const young = person(name, String(2012 + ((index + child * 3) % 8)), number++);
      const { householdId } = made;
      const entered = await must(
        registerPerson(story.env, from(story, coordinator), {
          householdId,
          relationship: 'grandchild',
          ...young,
          guardianName: elder.name,
          category: 'left_behind_child',
        }),
      );
      childIds.push(entered.personId);
    }
    families.push({ householdId: made.householdId, elderId: made.personId, childIds });
  }
  return families;
}

/** Somebody who does not exist: area 459900 is given to no division. */
function person(name: string, year: string, number: number) {
  const day = String(1 + ((number * 7) % 28)).padStart(2, '0');
  const month = String(1 + ((number * 5) % 12)).padStart(2, '0');
  const body = `459900${year}${month}${day}${String(number).padStart(3, '0')}`;
  const idNumber: IdNumber = {
    number: body + idCheckCharacter(body),
    areaCode: '459900',
    birthDay: `${year}-${month}-${day}`,
    sex: number % 2 === 1 ? 'male' : 'female',
  };
  return {
    name,
    idNumber,
    bornOn: idNumber.birthDay,
    phone: undefined,
    address: undefined,
    guardianName: undefined as string | undefined,
    category: undefined as PersonCategory | undefined,
  };
}

function pick(list: readonly string[], index: number): string {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list of names');
  return found;
}
