/** The only source of URLs. A page's folder in `routes/` has the same name. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  /** Once, on an empty database. */
  setup: (token: string) => `/setup/${token}`,
  invitation: (token: string) => `/invitations/${token}`,
  /** Whoever holds the link chooses a new password. */
  passwordReset: (token: string) => `/passwords/${token}`,
  account: '/account',
  /** POST: wear another of one's memberships. */
  switchMembership: '/membership',
  /** POST: choose a language. */
  language: '/language',

  donations: '/donations',
  newDonation: '/donations/new',
  donation: (id: string) => `/donations/${id}`,
  /** With a code: for a counter whose place the goods were not meant for. */
  countDonation: (id: string, code?: string) =>
    `/donations/${id}/intake${code ? `?code=${code}` : ''}`,
  /** Where it went. */
  donationMap: (id: string) => `/donations/${id}/map`,
  donationMapView: (id: string) => `/donations/${id}/map/view`,
  campaigns: '/campaigns',
  newCampaign: '/campaigns/new',
  campaign: (id: string) => `/campaigns/${id}`,
  amendCampaign: (id: string) => `/campaigns/${id}/edit`,
  intake: '/intake',
  stock: '/stock',
  stockMovements: '/stock/movements',
  packParcel: '/stock/pack',
  /** Goods with no known source. */
  foundStock: '/stock/found',
  /** One lot at one place, loose or in one parcel: `?place=&lot=&parcel=&kind=`. */
  stockGoods: '/stock/goods',
  parcel: (id: string) => `/parcels/${id}`,
  requests: '/requests',
  newRequest: '/requests/new',
  request: (id: string) => `/requests/${id}`,
  editRequest: (id: string) => `/requests/${id}/edit`,
  desk: '/desk',
  /** The open needs of one request. */
  deskOf: (requestId: string) => `/desk?request=${requestId}`,
  /** One open need beside the stock that could meet it. */
  need: (requestLineId: string) => `/desk/${requestLineId}`,
  allocation: (id: string) => `/allocations/${id}`,
  plans: '/plans',
  newPlan: '/plans/new',
  plan: (id: string) => `/plans/${id}`,
  /** Two alternatives side by side: `?a=&b=`. */
  comparePlan: (id: string) => `/plans/${id}/compare`,
  /** Without saving: `?job=` once it has been asked. */
  whatIf: (id: string) => `/plans/${id}/what-if`,
  /** Goods by hand for one need of a plan. */
  givePlanGoods: (id: string, requestLineId: string) => `/plans/${id}/give/${requestLineId}`,
  planTrips: (id: string) => `/plans/${id}/trips`,
  /** For foundations: what should we give? */
  wantedGoods: '/needs',
  shipments: '/shipments',
  newShipment: '/shipments/new',
  shipment: (id: string) => `/shipments/${id}`,
  amendShipment: (id: string) => `/shipments/${id}/edit`,
  receiveShipment: (id: string) => `/shipments/${id}/receive`,
  handouts: '/handouts',
  newHandout: '/handouts/new',
  goodsUsed: '/handouts/use',
  handout: (id: string) => `/handouts/${id}`,
  printHandout: (id: string) => `/handouts/${id}/print`,
  register: '/register',
  registerHousehold: '/register/households/new',
  household: (id: string) => `/register/households/${id}`,
  person: (id: string) => `/register/persons/${id}`,
  organisations: '/organisations',
  registerOrganisation: '/organisations/new',
  organisation: (id: string) => `/organisations/${id}`,
  amendOrganisation: (id: string) => `/organisations/${id}/edit`,
  registerPlace: (organisationId: string) => `/organisations/${organisationId}/places/new`,
  place: (organisationId: string, id: string) => `/organisations/${organisationId}/places/${id}`,
  catalogue: '/catalogue',
  newItem: '/catalogue/new',
  newKit: '/catalogue/new-kit',
  kitParts: (id: string) => `/catalogue/${id}/parts`,
  item: (id: string) => `/catalogue/${id}`,
  editItem: (id: string) => `/catalogue/${id}/edit`,
  people: '/people',
  invite: '/people/invite',
  changeMembership: (id: string) => `/people/${id}/edit`,
  /** GET, no page: 200 while the server and its database can answer. */
  ready: '/readyz',
  /** Where the router asks which routes there are. */
  routeManifest: '/__manifest',
  /** GET, as data: divisions that fit what is being typed. */
  divisions: '/divisions',
  map: '/map',
  /** GET, as data: what one window of the map shows. */
  mapView: '/map/view',
  /** No sign-in: counts by county and township. */
  publicMap: '/public/map',
  trace: '/t',
  /** Public: what the codes on boxes and receipts lead to. */
  traceOf: (code: string) => `/t/${code}`,
} as const;

export type PathName = keyof typeof paths;
