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
} satisfies Translation<typeof zhCN>;
