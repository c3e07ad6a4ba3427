import {
  BookUser,
  Boxes,
  Building2,
  ClipboardList,
  Flag,
  Gift,
  HandHeart,
  HandHelping,
  House,
  Layers,
  Map,
  PackageOpen,
  Route,
  Scale,
  Split,
  Truck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Role } from '~/domain/actor';
import type { TextKey } from '~/i18n/catalogue-types';
import { paths } from '~/paths';

const places = {
  home: House,
  donations: HandHeart,
  intake: PackageOpen,
  stock: Boxes,
  requests: ClipboardList,
  map: Map,
  desk: Scale,
  plans: Split,
  wantedGoods: Gift,
  shipments: Truck,
  handouts: HandHelping,
  register: BookUser,
  campaigns: Flag,
  organisations: Building2,
  catalogue: Layers,
  people: Users,
  trace: Route,
} as const satisfies Partial<Record<TextKey<'nav'> & keyof typeof paths, LucideIcon>>;

export type NavKey = keyof typeof places;

/** Where each role works, its daily pages first: a phone shows the first four and "more". */
const navigationOf: Record<Role, readonly NavKey[]> = {
  foundation_staff: ['home', 'donations', 'wantedGoods', 'map', 'shipments', 'trace', 'catalogue'],
  depot_staff: [
    'home',
    'intake',
    'stock',
    'shipments',
    'donations',
    'catalogue',
    'organisations',
    'trace',
  ],
  centre_coordinator: [
    'home',
    'requests',
    'shipments',
    'handouts',
    'register',
    'map',
    'stock',
    'intake',
    'organisations',
    'catalogue',
    'trace',
  ],
  township_officer: [
    'home',
    'requests',
    'map',
    'handouts',
    'register',
    'shipments',
    'organisations',
    'trace',
  ],
  bureau_officer: [
    'home',
    'requests',
    'map',
    'desk',
    'plans',
    'donations',
    'shipments',
    'stock',
    'handouts',
    'register',
    'campaigns',
    'organisations',
    'catalogue',
    'trace',
  ],
  administrator: ['home', 'people', 'organisations', 'catalogue', 'campaigns', 'map', 'trace'],
};

export interface NavItem {
  key: NavKey;
  to: string;
  icon: LucideIcon;
}

export function navigationFor(role: Role): NavItem[] {
  return navigationOf[role].map((key) => ({ key, to: paths[key], icon: places[key] }));
}
