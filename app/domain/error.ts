/** Every refusal the product can give, grouped by noun. The i18n namespace `errors` holds one text a code. */
export const errorCodes = [
  // form: what any form may be told
  'form.required',
  'form.invalid',
  'form.too_long',
  'form.too_large',
  'form.body_too_large',
  'form.not_a_number',
  'form.not_positive',
  'form.not_a_day',
  'form.unknown_choice',
  'form.nothing_entered',
  'form.origin',
  // access
  'access.signed_out',
  'access.role',
  'access.division',
  'access.organisation',
  'access.membership_changed',
  'access.same_user',
  'access.not_found',
  'access.no_membership',
  // division
  'division.unknown',
  'division.several',
  // account
  'account.user_name_form',
  'account.user_name_taken',
  'account.phone_taken',
  'password.too_short',
  'password.too_long',
  'password.like_login',
  'password.too_common',
  'password.repeat_differs',
  'password.wrong',
  'sign_in.wrong',
  'sign_in.wait',
  // organisation, place and programme
  'organisation.credit_code_taken',
  'place.kind_does_not_fit',
  'place.other_county',
  'programme.centres_only',
  // invitation and membership
  'invitation.unknown',
  'invitation.used',
  'invitation.expired',
  'invitation.withdrawn',
  'invitation.role_held',
  'invitation.role_does_not_fit',
  'membership.ended',
  'membership.last_administrator',
  'setup.done',
  // record: any aggregate
  'record.status',
  'record.stale',
  // command
  'command.key_reused',
  'command.busy',
  // ledger: what ledger_post answers
  'ledger.short',
  'ledger.taken',
  'ledger.pair',
  'ledger.other_place',
  'ledger.several_counties',
  'ledger.pack_size',
  'ledger.parcel_change',
  'ledger.parcel_not_whole',
  'ledger.parcel_elsewhere',
  'ledger.id_reused',
  'ledger.already_reversed',
  'ledger.reversal_of_reversal',
  'ledger.unknown_movement',
  // quantity
  'quantity.not_a_number',
  'quantity.not_positive',
  'quantity.not_whole',
  'quantity.too_large',
  // size
  'size.missing',
  'size.off_scheme',
  'size.item_has_none',
  // day
  'day.not_in_calendar',
  'day.production_in_future',
  'day.best_before_not_after_production',
  // quality
  'quality.too_little_life',
  // codes of the outside world
  'uscc.length',
  'uscc.character',
  'uscc.check',
  'id_number.form',
  'id_number.birth_day',
  'id_number.check',
  'phone.form',
  'plate.form',
  'public_code.form',
  'public_code.check',
  'public_code.unknown',
  // value
  'value.not_a_number',
  'value.not_positive',
  'value.below_fen',
  'value.too_large',
  'value.low_above_high',
  'value.range_only_for_estimate',
  // donation
  'donation.delivery_in_past',
  'donation.more_than_pledged',
  'donation.nothing_accepted',
  'donation.size_twice',
  'donation.place_ended',
  'donation.government_donee',
  // restriction
  'restriction.division',
  'restriction.group',
  'restriction.purpose',
  // request
  'request.need_by_in_past',
  'request.urgency_reason_missing',
  'request.line_twice',
  'request.nothing_approved',
  'request.more_than_asked',
  'request.cut_reason_missing',
  // allocation
  'allocation.more_than_remainder',
  'allocation.stock_short',
  'allocation.expired',
  'allocation.other_item',
  'allocation.wrong_size',
  'allocation.promise_short',
  'allocation.nothing_to_release',
  'allocation.more_than_held',
  // shipment
  'shipment.more_than_sent',
  'shipment.reason_missing',
  'shipment.receive_first',
  'shipment.more_than_lost',
  'shipment.found_since',
  'shipment.carrier_or_plate',
  'shipment.same_place',
  'shipment.place_ended',
  'shipment.other_destination',
  'shipment.more_than_held',
  'shipment.expired',
  // register
  'register.already_registered',
  'register.birth_day_missing',
  'register.birth_day_differs',
  'register.too_young',
  'register.too_old',
  'register.other_county',
  'register.exact_only',
  'register.ended',
  // hand-out and sign-off
  'handout.day_in_past',
  'handout.recipients_missing',
  'handout.line_signed',
  'handout.nobody_named',
  'handout.stock_short',
  'handout.request_not_approved',
  'handout.more_than_entitled',
  'handout.more_than_request',
  'handout.nothing_left',
  'sign_off.signature_missing',
  'sign_off.not_full',
  'sign_off.not_partial',
  'sign_off.nothing_expected',
  'sign_off.absent_with_proxy',
  'sign_off.proxy_name_missing',
  'sign_off.proxy_relationship_missing',
  // campaign
  'campaign.ends_before_start',
  'campaign.closed',
  // item
  'item.code_form',
  'item.code_taken',
  // intake
  'intake.not_whole_packs',
  'intake.best_before_missing',
  'intake.expired',
  'intake.reason_missing',
  'intake.difference_unexplained',
  'intake.nothing_counted',
  'intake.already_reversed',
  // stock
  'stock.more_than_there',
  'stock.no_donor',
  // movement
  'movement.at_its_document',
  'movement.of_the_other_side',
  // stocktake
  'stocktake.counted_twice',
  'stocktake.books_changed',
  'stocktake.reason_missing',
  // parcel
  'parcel.other_place',
  'parcel.more_than_free',
  'parcel.not_whole_packs',
  'parcel.open_first',
  'parcel.empty',
  'parcel.not_at_place',
  // map: what of an address could not be used
  'map.window',
  'map.window_large',
  'map.zoom',
  'map.filter',
  'map.division_outside',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a message needs to be exact: numbers, codes, statuses. Never a name, number or address of a person. */
export type Facts = Record<string, string | number>;

export interface DomainError {
  code: ErrorCode;
  facts?: Facts | undefined;
  field?: string | undefined;
}
