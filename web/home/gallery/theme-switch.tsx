import { useLayoutEffect, useState } from 'preact/hooks';

/** Light, dark, or as the system has it, for this page alone. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState('');
  useLayoutEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);
  return (
    <fieldset class="theme-switch">
      <legend class="sr">Theme</legend>
      {themes.map(({ value, name }) => (
        <label key={name}>
          <input
            class="sr"
            type="radio"
            name="theme"
            value={value}
            checked={theme === value}
            onChange={() => setTheme(value)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

const themes = [
  { value: '', name: 'As the system' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
];
