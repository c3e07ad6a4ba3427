import { describe, expect, it } from 'vitest';
import { parseCoordinates } from './coordinate-text';

const here = { latitude: 24.41, longitude: 111.55 };

describe('coordinates as pasted', () => {
  it.each([
    '24.41, 111.55',
    '24.41 111.55',
    '24.41，111.55',
    '（24.41，111.55）',
    '111.55,24.41',
    '经度：111.55，纬度：24.41',
    '纬度24.41 经度111.55',
    'lat: 24.41, lng: 111.55',
    'longitude=111.55;latitude=24.41',
    'N24.41 E111.55',
    '24.41N,111.55E',
    '24.41N 111.55E',
    'E 111.55 N 24.41',
    '24.41° N, 111.55° E',
    '东经111°33′，北纬24°24′36″',
    '东经111度33分0秒 北纬24度24分36秒',
    `24°24'36"N 111°33'00"E`,
    `24°24’36” 111°33’0”`,
    '２４．４１，１１１．５５',
    '24.41、111.55',
    '24.41;111.55',
    '[111.55,24.41]',
    'POINT(111.55 24.41)',
    '{"lng":111.55,"lat":24.41}',
    '经度111.55\n纬度24.41',
    '111.55°E 24.41°N',
    '24°24.6′N 111°33′E',
    '北纬２４°２４′３６″，东经１１１°３３′',
    '东经：111度33分，北纬：24度24分36秒',
    '我的位置：黄姚镇1号 24.41,111.55',
    '24.41, 111.55, 180',
  ])('reads %s', (text) => {
    const read = parseCoordinates(text);
    expect(read.ok && read.value.latitude).toBeCloseTo(24.41, 9);
    expect(read.ok && read.value.longitude).toBeCloseTo(111.55, 9);
    expect(read.ok && read.value.datum).toBeUndefined();
  });

  it.each([
    ['https://uri.amap.com/marker?position=111.55,24.41&name=%E9%BB%84%E5%A7%9A', 'GCJ02'],
    ['https://uri.amap.com/marker?position=111.55%2C24.41', 'GCJ02'],
    ['https://ditu.amap.com/regeo?lng=111.55&lat=24.41&name=a', 'GCJ02'],
    ['https://wb.amap.com/?q=24.41,111.55,黄姚镇', 'GCJ02'],
    ['我在这里 https://www.amap.com/?p=B0FFG1,24.41,111.55,黄姚古镇 来找我', 'GCJ02'],
    ['https://apis.map.qq.com/uri/v1/marker?marker=coord:24.41,111.55;title:中心', 'GCJ02'],
    ['https://map.qq.com/?type=marker&pointx=111.55&pointy=24.41', 'GCJ02'],
    ['http://api.map.baidu.com/marker?location=24.41%2C111.55&title=a', 'BD09'],
    ['http://api.map.baidu.com/marker?location=24.41,111.55&coord_type=gcj02', 'GCJ02'],
    ['geo:24.41,111.55', 'WGS84'],
    ['https://www.openstreetmap.org/#map=15/24.41/111.55', 'WGS84'],
    ['https://www.google.com/maps/@24.41,111.55,15z', undefined],
  ])('reads the link %s', (text, datum) => {
    expect(parseCoordinates(text)).toEqual({
      ok: true,
      value: { ...here, ...(datum && { datum }) },
    });
  });

  it.each([
    ['WGS84: 24.41, 111.55', 'WGS84'],
    ['GCJ-02 111.55,24.41', 'GCJ02'],
    ['火星坐标：111.55，24.41', 'GCJ02'],
    ['百度坐标：111.55,24.41', 'BD09'],
    ['24.41,111.55（BD09）', 'BD09'],
    ['CGCS2000 北纬24.41 东经111.55', 'CGCS2000'],
  ])('takes the datum from the words of %s', (text, datum) => {
    expect(parseCoordinates(text)).toEqual({ ok: true, value: { ...here, datum } });
  });

  it('reads Baidu’s metres', () => {
    const read = parseCoordinates('https://map.baidu.com/@12417000,2780000,15z');
    expect(read.ok && read.value.datum).toBe('BD09');
    expect(read.ok && read.value.latitude).toBeCloseTo(24.36367, 4);
  });

  it.each([
    ['', 'coordinates.unreadable'],
    ['黄姚古镇', 'coordinates.unreadable'],
    ['24.41', 'coordinates.one_number'],
    ['24.41, 111.55, 180.5', 'coordinates.unreadable'],
    ['3组 5号 7栋', 'coordinates.unreadable'],
    ['WGS84', 'coordinates.unreadable'],
    ['【黄姚古镇】https://surl.amap.com/4zPT1aB7cD 复制打开高德地图', 'coordinates.short_link'],
    ['北纬24.41 北纬111.55', 'coordinates.unreadable'],
    ['24°75′0″N 111°33′0″E', 'coordinates.unreadable'],
    ['https://surl.amap.com/4zPT1aB7cD', 'coordinates.short_link'],
    ['https://j.map.baidu.com/ab/12c', 'coordinates.short_link'],
    ['https://%E9%BB', 'coordinates.short_link'],
    ['9'.repeat(5_000), 'coordinates.one_number'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseCoordinates(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('leaves a point elsewhere as it is said, for the check of the place to refuse', () => {
    expect(parseCoordinates('39.9, 116.4')).toEqual({
      ok: true,
      value: { latitude: 39.9, longitude: 116.4 },
    });
    expect(parseCoordinates('南纬24.41，西经111.55')).toEqual({
      ok: true,
      value: { latitude: -24.41, longitude: -111.55 },
    });
  });
});
