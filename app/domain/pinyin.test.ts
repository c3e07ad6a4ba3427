import { describe, expect, it } from 'vitest';
import { nameStem, parseReadings, readingsOf, typedNames } from './pinyin';

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

describe('what people type for a division', () => {
  it.each([
    ['太平村委会', 5, ['太平']],
    ['新区', 5, ['新区']],
    ['昭平镇', 4, ['昭平', '昭平镇']],
    ['黄洞瑶族乡', 4, ['黄洞', '黄洞瑶族乡']],
    ['江东街道', 4, ['江东', '江东街道']],
    ['昭平县', 3, ['昭平', '昭平县']],
    ['富川瑶族自治县', 3, ['富川', '富川瑶族自治县']],
    ['龙胜各族自治县', 3, ['龙胜', '龙胜各族自治县']],
    ['连山壮族瑶族自治县', 3, ['连山', '连山壮族瑶族自治县']],
    ['城区', 3, ['城区']],
    ['贺州市', 2, ['贺州', '贺州市']],
    ['广西壮族自治区', 1, ['广西', '广西壮族自治区']],
  ])('%s', (name, depth, typed) => {
    expect(typedNames(name, depth)).toEqual(typed);
  });
});
