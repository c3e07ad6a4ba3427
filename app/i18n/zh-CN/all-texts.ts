import common from './common';
import nav from './nav';
import errors from './errors';
import statuses from './statuses';
import units from './units';
import roles from './roles';
import auth from './auth';
import organisations from './organisations';
import catalogue from './catalogue';
import donations from './donations';
import intake from './intake';
import stock from './stock';
import requests from './requests';
import desk from './desk';
import plans from './plans';
import shipments from './shipments';
import handouts from './handouts';
import register from './register';
import trace from './trace';
import history from './history';
import map from './map';
import home from './home';

/** Every namespace of one language. Shipped to the browser only for the reader's language. */
export default {
  common,
  nav,
  errors,
  statuses,
  units,
  roles,
  auth,
  organisations,
  catalogue,
  donations,
  intake,
  stock,
  requests,
  desk,
  plans,
  shipments,
  handouts,
  register,
  trace,
  history,
  map,
  home,
};
