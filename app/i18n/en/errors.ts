import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/errors';

export default {
  'form.required': 'This must be filled in.',
  'form.invalid': 'This is not in the form that is needed. Check it and fill it in again.',
  'form.too_long': 'This is too long. Please shorten it.',
  'form.body_too_large':
    'That is more than one form may carry, so nothing was saved. Please send it in smaller parts.',
  'form.too_large': 'This number is too large. Check for extra zeros.',
  'form.not_a_number': 'Please use digits, for example 120.',
  'form.not_positive': 'The quantity must be more than 0.',
  'form.not_a_day': 'There is no such day. Write year-month-day, for example 2025-12-05.',
  'form.unknown_choice': 'There is no such choice. Please choose again.',
  'form.not_a_time': 'There is no such time. Write it like 2025-12-05 09:30.',
  'form.nothing_entered': 'No quantity has been entered. Fill in at least one.',
  'form.origin':
    'This was not sent from a page of this system, so it was stopped and nothing was saved. Open the page here and send it again.',
  'access.signed_out':
    'You have been signed out and this was not saved. Sign in again; what you typed is kept.',
  'access.role':
    'Your current post may not do this; nothing was changed. If you hold another post, switch at the top right.',
  'access.division': 'This record lies outside your area; nothing was changed.',
  'access.organisation': 'This record belongs to another organisation; nothing was changed.',
  'access.membership_changed':
    'This form was opened under another of your posts and was not saved. Switch back to that post, or reload and fill it in again.',
  'access.same_user':
    'You did the step before this one yourself; a colleague has to do this one, so that each checks the other.',
  'access.not_found': 'The record was not found, or is not yours to see. Check the number.',
  'record.status':
    'This step is not possible in the record’s present status; nothing was changed. Reload to see how it stands.',
  'record.stale':
    'Someone changed this record after you opened it, and this was not saved. Reload, check, and send it again.',
  'command.key_reused':
    'This form was already sent with other contents, and this one was not saved. Open the page again and check the earlier result first.',
  'command.busy':
    'Many people are working at once and this did not go through; nothing was changed. Wait a few seconds and send it again.',
  'quantity.not_a_number': 'Please give the quantity in digits, for example 120.',
  'quantity.not_positive': 'The quantity must be more than 0; leave it empty if none is meant.',
  'quantity.not_whole':
    'This does not come out as whole smallest units. Change the number or the unit.',
  'quantity.too_large': 'The quantity is too large. Check for extra zeros or a wrong unit.',
  'day.not_in_calendar': 'There is no such day. Check year, month and day.',
  'day.production_in_future':
    'The production date has not come yet. Check the date on the package.',
  'day.best_before_not_after_production':
    'Best-before must be later than production. Check whether the two are swapped.',
  'quality.too_little_life':
    'Too near its best-before date to be accepted. Agree on a newer batch with the donor.',
  'uscc.length':
    'A unified social credit code has 18 characters. Check for one missing or too many.',
  'uscc.character':
    'The credit code holds a character it cannot have; it never uses I, O, S, V or Z.',
  'uscc.check':
    'The credit code’s check character is wrong; most likely one character was miscopied. Compare with the certificate.',
  'id_number.form': 'An ID number has 18 places: 17 digits, then a digit or X.',
  'id_number.birth_day':
    'The birth date inside the ID number does not exist. Check places 7 to 14.',
  'id_number.check':
    'The ID number’s check digit is wrong; most likely one digit was miscopied. Compare with the card.',
  'phone.form':
    'This does not look like a phone number. Give 11 digits for a mobile, or a landline with its area code, for example 0774-1234567.',
  'plate.form': 'This does not look like a plate number. Check it, for example 桂J12345.',
  'public_code.form': 'The code is not in the right form. Type it again from the label on the box.',
  'public_code.unknown':
    'No box or donation has this code. Compare it with the label or the receipt; if the label is new, try again later.',
  'public_code.check':
    'There is no such code; most likely one character is wrong. Compare with the label on the box.',
  'value.not_a_number': 'Please give the amount in digits, for example 1200.50.',
  'value.not_positive':
    'The amount must be more than 0; if unknown, leave it empty or give an estimated range.',
  'value.below_fen': 'An amount goes no further than two decimals.',
  'value.too_large': 'The amount is too large. Check for extra zeros.',
  'value.low_above_high':
    'The low end of the estimate is above the high end. Check whether they are swapped.',
  'value.range_only_for_estimate':
    'A range is only for an estimate; on any other basis give one exact amount.',
  'access.no_membership':
    'Your account holds no current post, so nothing can be done with it yet. Ask the administrator for one.',
  'division.unknown':
    'No such place was found. Check the name, or give its 12-digit division code.',
  'division.several': 'There are several places of this name. Choose one below and send it again.',
  'division.moved':
    '{{name}} has ended and is now {{to}}: enter {{code}} instead. Everything else is kept.',
  'division.not_in_force':
    '{{name}} is not in force now and cannot be newly chosen. Enter the division that took it over; its bureau knows which.',
  'coordinates.unreadable':
    'No coordinates can be read here. Paste text such as “24.41, 111.55” or “24°24′36″N 111°33′E”, or a map link that holds them.',
  'coordinates.one_number': 'Only one number was found. Paste latitude and longitude together.',
  'coordinates.too_many_degrees':
    'Degrees of latitude and longitude are never more than 180: check where the decimal point is.',
  'coordinates.short_link':
    'This link holds no coordinates. Open it in the map app, copy the numbers and paste those.',
  'coordinates.swapped':
    'Latitude and longitude look swapped: latitude should be {{latitude}}, longitude {{longitude}}. “Swap them” does it; nothing you typed is lost.',
  'coordinates.sea':
    'This point lies in the sea. Check the numbers or locate the place in another way; nothing you typed is lost.',
  'coordinates.outside':
    'This point lies outside Guangxi and Guangdong. Check the numbers and the datum; nothing you typed is lost.',
  'coordinates.other_county':
    'This point lies in {{where}}, not in {{county}}. If it is right, tick “The position is right” and save again.',
  'coordinates.other_prefecture':
    'By the schematic outlines this point lies in {{where}}, while {{county}} belongs to {{prefecture}}. If it is right, tick “The position is right” and save again.',
  'coordinates.nearer_county':
    'This point is about {{km}} km from the seat of {{where}} and {{ownKm}} km from that of {{county}}, so it may lie in {{where}}. If it is right, tick “The position is right” and save again.',
  'account.user_name_form':
    'A user name has 3 to 30 characters, begins with a lower-case letter, and uses only lower-case letters, digits, dots and underscores.',
  'account.user_name_taken': 'Someone already uses this user name. Please choose another.',
  'account.phone_taken':
    'This phone number belongs to another account. If it is yours, sign in with it; otherwise give another.',
  'password.too_short':
    'A password needs at least 10 characters. A few words in a row are easiest to remember.',
  'password.too_long': 'The password is too long. Please shorten it.',
  'password.like_login':
    'The password is too like the user name or phone number and easy to guess. Choose another.',
  'password.too_common': 'Many people use this password, so it is easy to guess. Choose another.',
  'password.repeat_differs': 'The two passwords differ. Please type them again.',
  'password.wrong': 'The present password is wrong; nothing was changed. Please type it again.',
  'sign_in.wrong':
    'The user name (or phone number) and password do not match. Check them and try again.',
  'sign_in.wait':
    'Too many wrong passwords. To protect the account, wait {{minutes}} minutes. If you forgot the password, ask the administrator.',
  'organisation.credit_code_taken':
    'This credit code is registered for another organisation; please check it.',
  'organisation.own':
    'You cannot end the organisation you act for. An administrator of another one can.',
  'organisation.open_places':
    '{{count}} of its places have not ended, so it cannot end yet. End each of them first.',
  'organisation.open_donations':
    '{{count}} of its donations are still open, so it cannot end yet. Close or withdraw them first.',
  'place.open_goods':
    'Goods still lie here ({{count}} kinds), so the place cannot end yet. Send, hand out or return them first.',
  'place.open_donations':
    '{{count}} donations are still to be delivered here, so the place cannot end yet. Close them first.',
  'place.open_requests':
    '{{count}} requests of this place are still open, so it cannot end yet. Close or withdraw them first.',
  'place.open_shipments':
    '{{count}} shipments still leave from here or come here, so the place cannot end yet. Receive or cancel them first.',
  'place.open_handouts':
    '{{count}} hand-out lists of this place are still open, so it cannot end yet. Close them first.',
  'place.open_sign_offs':
    '{{count}} sign-offs of this place are still to be checked, so it cannot end yet. Book or undo them first.',
  'place.kind_does_not_fit':
    'Activity centres belong to centre organisations, depots to the others; choose the other kind of place.',
  'place.capacity_range':
    'Enter cubic metres above 0 and up to {{most}}, with three decimals at most; leave it empty for no limit.',
  'place.other_county':
    'A place cannot move to another county: its stock and movements are booked in the old one. Close this place and register a new one.',
  'place.organisation_ended':
    'The organisation of this place has ended. Restore the organisation first, then the place.',
  'programme.centres_only':
    'Programmes run at village activity centres only; please choose a centre.',
  'invitation.unknown':
    'This invitation was not found; the link may be incomplete. Open the original link, or ask the administrator for a new one.',
  'invitation.used':
    'This invitation was already used. Sign in instead; if it was not you, tell the administrator at once.',
  'invitation.expired': 'This invitation has expired. Ask the administrator for a new one.',
  'invitation.withdrawn': 'This invitation was withdrawn. Ask the administrator why.',
  'invitation.role_held':
    'You already hold this post at this organisation; there is no need to accept it again.',
  'invitation.role_does_not_fit':
    'This kind of organisation has no such post, and no invitation was sent. Choose another post or organisation.',
  'membership.ended': 'This post has already ended; nothing was changed.',
  'membership.from_in_past': 'A change can begin today or later. Choose another day.',
  'membership.ends_too_early': 'It has to end after it begins. Check the day.',
  'membership.unchanged': 'Nothing was changed. Change something, then save.',
  'membership.role_held':
    'This person already has the same role at this organisation. Nothing was changed.',
  'password_reset.unknown':
    'There is no such link. Check that it was copied whole, or ask the administrator for a new one.',
  'password_reset.used':
    'This link was used already. Sign in; if it was not you who used it, tell the administrator at once.',
  'password_reset.expired': 'This link has expired. Ask the administrator for a new one.',
  'password_reset.withdrawn': 'This link is no longer valid. Use the latest one you were sent.',
  'membership.last_administrator':
    'This is the last administrator and cannot be ended. Appoint another first.',
  'setup.done': 'The system has already been set up and this link no longer works. Please sign in.',
  'ledger.short':
    'Not enough: less of this lot is free than was asked for, and the books were not changed. Reload and adjust to what is left.',
  'ledger.taken':
    'Someone else just used or reserved these goods; the books were not changed. Reload to see what is left.',
  'ledger.pair':
    'Goods cannot move between these two kinds of account in this step; the books were not changed. Ask the administrator.',
  'ledger.other_place':
    'These goods are not at the chosen place; the books were not changed. Check the place.',
  'ledger.several_counties':
    'One step can only move goods of one county; the books were not changed. Do it county by county.',
  'ledger.pack_size':
    'Packed goods move in whole packs; the books were not changed. Open the pack first to take single pieces.',
  'ledger.parcel_change':
    'Goods cannot change boxes in this step; the books were not changed. Open the box, then pack again.',
  'ledger.parcel_not_whole':
    'A box moves whole; the books were not changed. Open it first to take a part.',
  'ledger.parcel_elsewhere':
    'This box is not here; the books were not changed. Check the box code and the place.',
  'ledger.id_reused':
    'This record’s number was already used; the books were not changed. Open the page again and repeat.',
  'ledger.already_reversed':
    'This movement was already reversed and cannot be reversed twice; the books were not changed.',
  'ledger.reversal_of_reversal':
    'A reversal cannot itself be reversed; the books were not changed. Do the step again in the normal way.',
  'ledger.unknown_movement':
    'The movement to reverse was not found; the books were not changed. Check the number.',
  'donation.delivery_in_past': 'The delivery date has passed. Choose today or later.',
  'donation.more_than_pledged':
    'More was accepted than pledged. Please check; what comes beyond can be recorded when counting in.',
  'donation.size_twice': 'One size is entered twice. Please put it in one cell.',
  'donation.place_ended':
    'This place is no longer in use and cannot receive goods. Please choose another one.',
  'donation.line_open': 'This line is not closed: more of it is expected already.',
  'donation.nothing_missing':
    'All that was pledged has come or was declined, so nothing is left to wait for. What is brought beyond it is a pledge of its own.',
  'donation.place_ended_since':
    'The place that this donation goes to is no longer in use and cannot receive goods. Restore the place first, or ask the donor for a new pledge to another one.',
  'donation.donor_ended_since':
    'The donor’s organisation is no longer in use and will deliver nothing. Restore the organisation first, then reopen the donation.',
  'donation.government_donee':
    'This place belongs to a government body. Except in disasters, for overseas donors or where the donor asks for it, a government body should not be the donee. Tick the statement if the donor asked for it; otherwise choose a depot or a centre.',
  'donation.nothing_accepted':
    'Every accepted quantity is 0. To turn down the whole, use “decline” and give the reason.',
  'restriction.division':
    'The donor limited the area, and these goods may not be used here. Use unrestricted goods, or get the donor’s consent first.',
  'restriction.group':
    'The donor limited the group, and these goods may not go to this programme. Use unrestricted goods, or get the donor’s consent first.',
  'restriction.purpose':
    'The donor limited the purpose, and these goods may not be used like this. Use unrestricted goods, or get the donor’s consent first.',
  'request.need_by_in_past': 'The need-by date has passed. Choose today or later.',
  'request.urgency_reason_missing':
    'An urgent request needs its reason, so that the bureau can put it first.',
  'request.line_twice': 'The same item stands on two lines. Please join them.',
  'request.nothing_approved':
    'Every approved quantity is 0. To turn down the whole, use “return” and give the reason.',
  'request.more_than_asked': 'More was approved than asked for. Please check.',
  'request.cut_reason_missing': 'A cut needs its reason, so that the centre can understand it.',
  'allocation.more_than_remainder':
    'This is more than what is still unmet ({{left}} left), and nothing was reserved. Adjust to the remainder.',
  'allocation.stock_short':
    'Someone else reserved from this lot first: {{left}} is left (in the smallest unit), and nothing was reserved. Your figures are kept; adjust them to what is left and submit again.',
  'allocation.expired':
    'These goods are past their best-before day ({{bestBefore}}) and cannot be allocated. Choose another lot.',
  'allocation.other_item': 'These goods are not the item that was asked for. Choose again.',
  'allocation.wrong_size':
    'The size does not fit, and the request does not accept a size larger. Choose a fitting size.',
  'allocation.promise_short':
    'Of this pledge, {{left}} (in the smallest unit) is still to come and promised to nobody; nothing was reserved. Adjust to what is left.',
  'allocation.no_room':
    'The centre has no room for this: {{needed}} m³ is needed and {{room}} m³ is left (what lies there, is on the road or is held for it counts), and nothing was reserved. Give less, or wait until room is made; if the room on record is wrong, correct it on the organisation’s page first.',
  'allocation.nothing_to_release':
    'Nothing of this allocation is still reserved, so nothing was changed.',
  'allocation.more_than_held':
    'More was to be released than is still reserved ({{left}}, in the unit of this cell); nothing was changed. Please check.',
  'size.missing': 'This item comes in sizes. Please choose one.',
  'size.off_scheme': 'This item has no such size. Choose one from its size table.',
  'size.item_has_none': 'This item has no sizes. Leave the size empty.',
  'plan.no_needs':
    'There is no approved need still open in what you chose. No plan was drafted; choose another division, campaign or item.',
  'plan.no_goods':
    'There is no free stock of these items and no pledge still to come. No plan was drafted; come back once there are goods.',
  'plan.not_solved': 'The plan has not been worked out yet; work it out first.',
  'plan.solving': 'The plan is being worked out. Please wait until that has ended.',
  'plan.gives_nothing': 'This plan gives nothing to anybody, so it cannot be submitted.',
  'plan.moved':
    'Stock, needs or the room of a centre have changed since the plan was worked out. It was not applied and nothing was held. Please work it out anew.',
  'plan.more_than_possible': 'No more than {{left}} can be given here (in smallest units).',
  'plan.not_whole_packs': 'Packs stay whole: {{packSize}} each.',
  'plan.goods_do_not_fit':
    'These goods cannot serve this need: size, shelf life or the donor’s restriction do not fit.',
  'plan.pin_wrong_size':
    'The size does not fit: the request did not agree to it. The plan was not changed; choose other goods.',
  'plan.pin_restricted_division':
    'The donor bound these goods to another division; this need may not have them. The plan was not changed.',
  'plan.pin_restricted_group':
    'The donor bound these goods to another group; this need may not have them. The plan was not changed.',
  'plan.pin_restricted_purpose':
    'The donor bound these goods to a purpose that this need is not. The plan was not changed.',
  'plan.pin_quarantined':
    'These goods are in quarantine and cannot be given. The plan was not changed; choose others.',
  'plan.pin_expired':
    'These goods would be past their date on arrival. The plan was not changed; choose others.',
  'plan.pin_too_little_life':
    'On arrival these goods would keep for fewer days than the plan asks for. The plan was not changed; choose others.',
  'plan.pin_closed_road':
    'The plan takes this road as closed, so these goods cannot reach the centre. Choose goods elsewhere.',
  'plan.pin_no_room':
    'The centre has no room for it. The plan was not changed; give less, or make room first.',
  'plan.nothing_to_send':
    'Nothing can be shipped: the plan is not applied yet, or all is on shipments already.',
  'plan.weights_all_zero': 'The weights cannot all be 0.',
  'plan.weights_unsound':
    'These weights cannot be used: each must be a number of 0 or more, and the weights by fill must fall. Nothing was solved; correct them, or ask the administrator to check the parameters.',
  'plan.weights_unchanged':
    'The what-if used the weights that the plan has now; there is nothing to take over.',
  'plan.weight_range': 'Please enter a number between 0 and {{most}}.',
  'shipment.more_than_sent':
    'Received, damaged and lost together are more than what is still to come ({{left}}). If more really came, record it as “over” and the sender confirms it.',
  'shipment.reason_missing': 'Something is short, damaged or lost; please give the reason.',
  'shipment.receive_first':
    '{{left}} of this line are still to be received. Record the receipt first, then what came over.',
  'shipment.more_than_lost':
    'More was found than was recorded as short or damaged ({{left}} in all). Please check.',
  'shipment.found_since':
    '{{found}} of what was short have been found since, so this cannot be undone directly. Reverse the finding first.',
  'shipment.carrier_or_plate':
    'Give the carrier or the plate number, so that someone can be reached on the way.',
  'shipment.same_place': 'The goods would leave and arrive at the same place. Choose again.',
  'shipment.place_ended':
    'The receiving place is closed; nothing can be sent there any more. Choose another.',
  'shipment.other_destination':
    'These goods are reserved for a need elsewhere and cannot be sent here. Check the receiving place.',
  'shipment.more_than_held':
    'More than is still reserved and on no other shipment ({{left}} left, in smallest units); nothing was saved. Lower the quantity.',
  'shipment.expired':
    'This lot is past its best-before day ({{bestBefore}}) and cannot go to a centre. Choose another lot.',
  'register.already_registered':
    'This ID number is already registered in the county; it was not registered again. If your centre did not do it, check with the county bureau.',
  'register.birth_day_missing':
    'This category depends on age: give the date of birth or the ID number.',
  'register.birth_day_differs':
    'The date of birth differs from the one in the ID number. Check both.',
  'register.too_young': 'Younger than {{years}}: not in this category.',
  'register.too_old': '{{years}} or older: not in this category.',
  'register.other_county': "The residence is outside this centre's county. Check it.",
  'register.exact_only':
    'Type the whole ID number or phone number. Only the centre that keeps a household finds it by name.',
  'register.ended': 'This entry has been ended; nothing more can be done with it.',
  'handout.day_in_past': 'The day of the hand-out has passed. Choose today or later.',
  'handout.recipients_missing':
    'Nobody is chosen yet: tick at least one person, or type how many people.',
  'handout.line_signed':
    'This line has been signed and cannot be removed. Undo the sign-off first.',
  'handout.nobody_named':
    "Somebody on the list is not in this centre's register. Refresh and choose again.",
  'handout.stock_short':
    'The centre holds too little for this request: {{left}} left, in the smallest unit.',
  'handout.request_not_approved':
    'This request is not approved, so nothing can be handed out for it.',
  'handout.more_than_entitled':
    'This is more than the person is entitled to; nothing was posted. {{left}} (smallest unit) may still be handed out.',
  'handout.more_than_request':
    'This is more than was approved for the request; nothing was posted. {{left}} (smallest unit) may still be handed out. Check the earlier hand-outs.',
  'handout.nothing_left': 'Everything due has been handed out already.',
  'sign_off.signature_missing': 'Sign here, or type the name of the person who collects.',
  'sign_off.not_full':
    '“In full” must equal what is still due ({{left}}). For a part, choose “in part”.',
  'sign_off.not_partial':
    '“In part” must be more than 0 and less than what is still due ({{left}}).',
  'sign_off.nothing_expected': 'For “refused” or “absent” the quantity must be 0.',
  'sign_off.absent_with_proxy':
    'Someone absent has no proxy. If a proxy collected, choose “in full” or “in part”.',
  'sign_off.proxy_name_missing': 'Give the name of the proxy.',
  'sign_off.proxy_relationship_missing': 'Say how the proxy is related, for example “grandmother”.',
  'campaign.closed':
    'This campaign is closed and takes no further donations or requests. Choose another, or none.',
  'campaign.ends_before_start': 'It cannot end before it starts.',
  'item.code_form':
    'A code begins with a small letter and holds small letters, digits and underscores alone.',
  'kit.no_part': 'A kit holds at least one item.',
  'kit.not_a_kit': 'This is no kit: it has no parts to change.',
  'kit.part_is_itself': 'A kit cannot hold itself.',
  'kit.part_is_kit': 'A kit cannot hold another kit. Enter its items one by one.',
  'kit.part_twice': 'This item is in a row above already. Put both into one row.',
  'kit.sizes_changed':
    'This would change the sizes of the kit, and documents name them. Nothing was saved; make another kit instead.',
  'kit.too_heavy': 'One kit would be too heavy or too large. Check the quantities of its parts.',
  'kit.two_size_schemes':
    'A kit has one kind of size, for example the height of a child. Leave out the items of the other kind.',
  'kit.unit_mismatch': 'This item has no such unit. Choose again.',
  'item.code_taken': 'Another item has this code. Please choose another one.',
  'intake.nothing_counted': 'No count has been entered yet. Please count at least one line.',
  'intake.already_reversed': 'This count has been reversed already and cannot be reversed again.',
  'intake.not_whole_packs':
    'Packed goods are counted in whole packs ({{packSize}} each); nothing was taken in. Put opened packs on a line of their own, as loose.',
  'intake.best_before_missing':
    'These goods expire, so a best-before date is needed to take them in. If the pack shows none, count them as refused.',
  'intake.expired':
    'These goods are past their best-before date and cannot count as sound. Count them as refused or quarantined and give the reason.',
  'intake.reason_missing': 'Something was refused or quarantined: please choose the reason.',
  'intake.difference_unexplained':
    'Counted {{counted}}, with {{toCome}} still to come; nothing was taken in. Please choose the reason for the difference.',
  'stocktake.counted_twice': 'The same lot was counted on two lines. Please merge them.',
  'stocktake.books_changed':
    'While you counted, the books of this lot went from {{before}} to {{now}}; the count was not saved. Reload and check this line again.',
  'stocktake.reason_missing':
    'Counted {{counted}}, in the books {{book}}: please choose the reason for the difference.',
  'parcel.other_place': 'A box holds goods of one place; nothing was packed. Check the place.',
  'parcel.more_than_free':
    'More than is free ({{left}} left); nothing was packed. Adjust to what is left.',
  'parcel.not_whole_packs':
    'Packed goods go into a box in whole packs ({{packSize}} each); nothing was packed. Open a pack first to take single pieces.',
  'parcel.open_first': 'A box leaves whole; nothing was done. Open it first to take a part.',
  'parcel.empty': 'This parcel is empty; there is nothing to do with it. Check the code.',
  'parcel.not_at_place':
    'This parcel lies at no depot or centre and cannot be opened here. Receive it first.',
  'stock.more_than_there':
    'Only {{left}} (in smallest units) are here; nothing was posted. Lower the quantity.',
  'stock.no_donor':
    'The source of these goods is unknown, so there is nobody to return them to. Write off what is of no use.',
  'movement.at_its_document':
    'A count, an allocation, a hand-out or a confirmed surplus posted this; undo it at that document. Nothing was changed.',
  'movement.of_the_other_side':
    'The other side posted this and alone can reverse it. Get in touch with them; nothing was changed.',
  'map.window': 'The map area in the address cannot be read; everything is shown instead.',
  'map.window_large': 'The map area is too wide for this zoom; it is shown from farther away.',
  'map.zoom': 'There is no such zoom; the map is shown at zoom {{zoom}}.',
  'map.filter': 'One filter in the address cannot be read and was left out; the others apply.',
  'map.repeated': 'One filter stands in the address more than once; only the first was used.',
  'map.division_outside': 'This division lies outside what you may see; there is nothing to show.',
} satisfies Translation<typeof zhCN>;
