import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/map';

export default {
  mapLoading: 'Opening the map…',
  mapNeedsScript:
    'Scripts are off in this browser, so the map cannot be shown; the list on this page says the same.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show everything',
  updating: 'Updating the map…',
  updateFailed: 'The map could not be updated; it still shows the earlier figures.',
  retry: 'Try again',
  clusterLabel: '{{centres}} centres, {{state}}; press to open',
  centreLabel: '{{name}}, {{state}}',
  needState: '{{persons}} people waiting, {{fill}} met',
  goodsState: '{{fill}} of our goods arrived',
  nothingAsked: 'nothing asked for',
  nothingSent: 'none of our goods',
  depotLabel: '{{name}}, {{lots}} kinds of goods in stock',
  onTheRoadNote: 'goods on the road',
  notPinnedNote: 'shown at its township or county, not pinned yet',
  noteComma: ', ',
  schematic: 'Schematic, not a boundary reference',
  approvalNumber: 'Map approval number: {{number}}',
  placesSource: 'Places: GeoNames (CC BY 4.0)',
} satisfies Translation<typeof zhCN>;
