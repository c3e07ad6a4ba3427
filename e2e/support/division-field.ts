import { expect, type Page } from '@playwright/test';

/** Types the beginning of a place's name and takes what the list offers. */
export async function chooseDivision(page: Page, label: string, typed: string, offered: string) {
  const field = page.getByRole('combobox', { name: label });
  await field.fill('');
  await field.pressSequentially(typed);
  const list = page.getByRole('listbox', { name: '找到的地方' });
  await list.getByRole('option').filter({ hasText: offered }).first().click();
  await expect(field).toHaveValue(new RegExp(`${offered}.* \\d{12}$`));
}
