/** Today: is anything wrong, what must go out, is every channel telling the truth? */
package io.onhand.portal.dashboard;
