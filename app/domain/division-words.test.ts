import { describe, expect, it } from 'vitest';
import { firstNames, namePieces, typedWords, withoutCommittee } from './division-words';

describe('the words typed to find a division', () => {
  it.each([
    ['  ZP  Taiping ', ['zp', 'taiping']],
    ['huáng yáo', ['huang', 'yao']],
    ['LǛ lǘ lü', ['lv', 'lv', 'lv']],
    ['４５１１ 21102', ['451121102']],
    ['4511 21\u0000102', ['451121102']],
    ['昭平 451121', ['昭平', '451121']],
    ["xi'an", ["xi'an"]],
    ["' % _ （）", []],
    ['', []],
    ['平'.repeat(90), ['平'.repeat(40)]],
  ])('%j', (text, words) => expect(typedWords(text)).toEqual(words));
});

describe('names written in one', () => {
  it.each([
    [['黄姚镇', '北莱'], Array.from('黄姚镇北莱')],
    [['黄姚镇'], Array.from('黄姚镇')],
    [
      ['huang', 'yao'],
      ['huang', 'yao'],
    ],
    [['huangyao'], []],
    [['昭平', 'hy'], []],
    [['4511'], []],
    [[], []],
  ])('%j are made of', (words, pieces) => expect(namePieces(words)).toEqual(pieces));

  it('are taken off the beginning, the longest first, neither part one character alone', () => {
    expect(firstNames(Array.from('昭平县黄姚'))).toEqual([
      ['昭平县', ['黄', '姚']],
      ['昭平', ['县', '黄', '姚']],
    ]);
    expect(firstNames(['zhao'])).toEqual([]);
    expect(firstNames(Array.from('平'.repeat(40)))[0]?.[0]).toHaveLength(10);
  });
});

it.each([
  ['北莱村民委员会', '北莱'],
  ['北莱村委会', '北莱'],
  ['北莱村', undefined],
])('the committee %s', (word, stem) => expect(withoutCommittee(word)).toBe(stem));
