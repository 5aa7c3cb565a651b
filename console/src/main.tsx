import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.js';
import { restoreTheme } from './design/theme.js';
import './design/base.css';

restoreTheme();

const element = document.getElementById('root');
if (!element) throw new Error('The page has no element for the console.');
createRoot(element).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
