/** What is around every view: navigation, top bar, search, language, theme, live updates. */
package io.onhand.portal.shell;
