import type { TestDatabase } from '../test-database.server';
import { counties, sideGround, sidesGround, type Sides } from './side-env.server';
import { sideGoods } from './side-goods.server';
import { sideHandouts, sideNeeds } from './side-needs.server';
import { sidePlans } from './side-plans.server';
import { sideRoad } from './side-road.server';

/** Organisations of a county with something in every state that a command asks for, made through the commands. */
async function makeSide(sides: Sides, county: (typeof counties)[number]) {
  const ground = await sideGround(sides, county);
  const stock = await sideGoods(sides, ground);
  const { lotId } = stock.goods;
  const needs = await sideNeeds(sides, ground, lotId);
  const road = await sideRoad(sides, ground, lotId);
  const handouts = await sideHandouts(sides, ground, road.came.request);
  const plans = await sidePlans(sides, ground);
  return { ...ground, items: sides.items, stock, needs, road, handouts, plans };
}
export type Side = Awaited<ReturnType<typeof makeSide>>;

/**
 * Sides with the same things in them, so that each id of one has its twin in the others: a county, another county, and
 * other organisations of the first.
 */
export async function makeTwins(database: TestDatabase) {
  const sides = await sidesGround(database);
  return {
    ...sides,
    own: await makeSide(sides, counties[0]),
    foreign: await makeSide(sides, counties[1]),
    neighbour: await makeSide(sides, counties[0]),
  };
}
export type Twins = Awaited<ReturnType<typeof makeTwins>>;
