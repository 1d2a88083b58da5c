/** What more than one view is made of. Nothing here knows a view, and nothing here asks the core for anything. */
package io.onhand.portal.parts;
