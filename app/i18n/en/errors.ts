import type { Translation } from '../catalogue-types';
import type zhCN from '../zh-CN/errors';

export default {
  'form.required': 'This must be filled in.',
  'form.invalid': 'This is not in the form that is needed. Check it and fill it in again.',
  'form.too_long': 'This is too long. Please shorten it.',
  'form.too_large': 'This number is too large. Check for extra zeros.',
  'form.not_a_number': 'Please use digits, for example 120.',
  'form.not_positive': 'The quantity must be more than 0.',
  'form.not_a_day': 'There is no such day. Write year-month-day, for example 2025-12-05.',
  'form.unknown_choice': 'There is no such choice. Please choose again.',
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
} satisfies Translation<typeof zhCN>;
