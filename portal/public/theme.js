// Before the first paint: the theme and the language as they were chosen last, so that nothing flashes.
try {
  const theme = localStorage.getItem('atbalsts.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('atbalsts.language') === 'en') document.documentElement.lang = 'en';
} catch {
  // Storage may be closed to us: the system's theme and Latvian stand.
}
