import { describe, expect, it } from 'vitest';
import { nameStem, parseReadings, readingsOf } from './pinyin';

const table = parseReadings('# a comment\nzhong chong:重\nyang:阳羊\nlv lu:绿\nle yue:乐\n');

describe('readings of a name', () => {
  it.each([
    ['阳羊', ['yangyang'], ['yy']],
    ['重阳', ['zhongyang', 'chongyang'], ['zy', 'cy']],
    ['（重）阳1', ['zhongyang1', 'chongyang1'], ['zy1', 'cy1']],
    ['绿乐', ['lvle', 'lvyue', 'lule', 'luyue'], ['ll', 'ly', 'll', 'ly']],
    ['（）', [], []],
    ['', [], []],
  ])('%s', (name, pinyin, initials) => {
    const readings = readingsOf(name, table);
    expect(readings.map((reading) => reading.pinyin)).toEqual(pinyin);
    expect(readings.map((reading) => reading.initials)).toEqual(initials);
  });

  it('stays bounded, and keeps the commonest, when many characters are polyphones', () => {
    const readings = readingsOf('重绿乐重绿乐', table);
    expect(readings).toHaveLength(8);
    expect(readings[0]).toEqual({ pinyin: 'zhonglvlezhonglvle', initials: 'zllzll' });
  });
});

describe('the stem of a village name', () => {
  it.each([
    ['太平村委会', '太平'],
    ['石圳村民委员会', '石圳'],
    ['城东社区居委会', '城东社区'],
    ['居委会', '居委会'],
    ['昭平镇', '昭平镇'],
  ])('%s is %s', (name, stem) => {
    expect(nameStem(name)).toBe(stem);
  });
});
