import gcoord from 'gcoord';
import { isAround, type Point } from './coordinates';
import type { Datum } from './organisation';
import { ok, refuse, type Result } from './result';

/** A point as pasted; `datum` only where the text says which map it comes from. */
export interface PastedPoint extends Point {
  datum?: Datum;
}

const MAX_LENGTH = 2_000;

/**
 * Reads coordinates as they are copied from map apps and links: decimals in either order, degrees with minutes and
 * seconds, 东经/北纬 or N/E, links of 高德, 百度, 腾讯, 天地图 and `geo:`. Refused with `coordinates.unreadable`,
 * `coordinates.one_number` or, for links that hold none, `coordinates.short_link`.
 */
export function parseCoordinates(text: string): Result<PastedPoint> {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC').replaceAll('−', '-').trim();
  const link = /(?:https?:\/\/|geo:)[^\s<>"]+/i.exec(plain)?.[0];
  return link === undefined ? readText(plain) : readLink(link);
}

/** Which datum a map's links are in. Google's differ by layer, so none is guessed for them. */
const hosts: readonly [RegExp, Datum][] = [
  [/(^|\.)(amap|autonavi|gaode)\.com$/, 'GCJ02'],
  [/(^|\.)map\.qq\.com$/, 'GCJ02'],
  [/(^|\.)baidu\.com$/, 'BD09'],
  [/(^|\.)tianditu\.gov\.cn$/, 'CGCS2000'],
  [/(^|\.)openstreetmap\.org$/, 'WGS84'],
];

function readLink(link: string): Result<PastedPoint> {
  const words = decoded(link);
  const datum = datumOf(link, words);
  const numbers = [...words.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  for (const [at, second] of numbers.entries()) {
    const first = numbers[at - 1];
    if (first === undefined) continue;
    const point = inOrder(first, second);
    if (isAround(point)) return ok({ ...point, ...(datum && { datum }) });
    if (datum === 'BD09' && first > 1e7 && second > 1e6) {
      const [longitude, latitude] = gcoord.transform([first, second], gcoord.BD09MC, gcoord.BD09);
      if (isAround({ latitude, longitude })) return ok({ latitude, longitude, datum });
    }
  }
  return refuse('coordinates.short_link');
}

function datumOf(link: string, words: string): Datum | undefined {
  if (/^geo:/i.test(link)) return 'WGS84';
  const host = URL.canParse(link) ? new URL(link).hostname : '';
  const named = hosts.find(([pattern]) => pattern.test(host))?.[1];
  if (named !== 'BD09') return named;
  // Baidu's links may say that they hold another map's coordinates.
  const type = /coord_?type=(gcj02|wgs84)/i.exec(words)?.[1]?.toLowerCase();
  return type === 'gcj02' ? 'GCJ02' : type === 'wgs84' ? 'WGS84' : named;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

type Axis = 'latitude' | 'longitude';
interface Part {
  value: number;
  axis: Axis | undefined;
}

const WORDS = '北纬|南纬|东经|西经|纬度|经度|lat(?:itude)?|lng|lon(?:g(?:itude)?)?';
const LETTER = '[NSEW](?![a-z])';
const DEGREES = String.raw`[:=\s]*(?<degrees>[+-]?\d+(?:\.\d+)?)\s*`;
const MINUTES = String.raw`(?:(?<minutes>\d+(?:\.\d+)?)\s*[′'’分]\s*)?`;
/** Normalising turns ″ into two ′. */
const SECONDS = String.raw`(?:(?<seconds>\d+(?:\.\d+)?)\s*(?:["”秒]|[′'’]{2})\s*)?`;
const NUMBER = `${DEGREES}(?:[°度]\\s*${MINUTES}${SECONDS})?`;
/** 'E111.55 N24.41' and '111.55E 24.41N': a letter between two numbers belongs as the first one stands. */
const NAMED_BEFORE = new RegExp(`(?<word>${WORDS}|${LETTER})?${NUMBER}`, 'gi');
const NAMED_AFTER = new RegExp(`${NUMBER}(?<word>${LETTER})?`, 'gi');
const BEGINS_NAMED = new RegExp(`(?:${WORDS}|${LETTER})[^\\d]*\\d`, 'i');

/** Words that say the datum; their digits are no coordinates. */
const DATUM_WORDS: readonly [RegExp, Datum][] = [
  [/wgs[-_ ]?84/i, 'WGS84'],
  [/gcj[-_ ]?0?2|火星坐标系?|高德坐标|腾讯坐标/i, 'GCJ02'],
  [/bd[-_ ]?0?9(?:ll)?|百度坐标/i, 'BD09'],
  [/cgcs[-_ ]?2000|(?:国家)?2000(?:国家)?(?:大地)?坐标系?/i, 'CGCS2000'],
];

function readText(text: string): Result<PastedPoint> {
  const named = DATUM_WORDS.find(([word]) => word.test(text));
  if (!named) return readNumbers(text);
  const read = readNumbers(text.replace(named[0], ' '));
  return read.ok ? ok({ ...read.value, datum: named[1] }) : read;
}

function readNumbers(text: string): Result<PastedPoint> {
  const beginsNamed = (BEGINS_NAMED.exec(text)?.index ?? Infinity) < text.search(/\d/);
  const pattern = beginsNamed ? NAMED_BEFORE : NAMED_AFTER;
  const found = [...text.matchAll(pattern)].map(({ groups = {} }) => groups);
  // A house number or a height beside them is whole; two coordinates in decimals are not.
  const fractions = found.filter(({ degrees = '' }) => degrees.includes('.'));
  const wanted = found.length > 2 && fractions.length === 2 ? fractions : found;
  const parts = wanted.map((groups) => readPart(groups));
  const [a, b] = parts;
  if (a && parts.length === 1) return refuse('coordinates.one_number');
  if (!a || !b || parts.length > 2) return refuse('coordinates.unreadable');
  if (a.axis && a.axis === b.axis) return refuse('coordinates.unreadable');
  const known = a.axis ?? (b.axis && otherAxis(b.axis));
  if (known === 'latitude') return ok({ latitude: a.value, longitude: b.value });
  if (known === 'longitude') return ok({ latitude: b.value, longitude: a.value });
  return ok(inOrder(a.value, b.value));
}

function readPart(groups: Record<string, string | undefined>): Part | undefined {
  const { word: named = '', degrees = '', minutes = '0', seconds = '0' } = groups;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const word = named.toLowerCase();
  const minus = degrees.startsWith('-') || /^(南|西|s|w)/.test(word);
  return { value: minus ? -size : size, axis: axisOf(word) };
}

function axisOf(word: string): Axis | undefined {
  if (/纬|^lat|^[ns]$/.test(word)) return 'latitude';
  return /经|^l|^[ew]$/.test(word) ? 'longitude' : undefined;
}

const otherAxis = (axis: Axis): Axis => (axis === 'latitude' ? 'longitude' : 'latitude');

/** Two bare numbers: around here only one order is possible; elsewhere latitude is taken to come first. */
function inOrder(first: number, second: number): Point {
  const turned = { latitude: second, longitude: first };
  return isAround(turned) ? turned : { latitude: first, longitude: second };
}
