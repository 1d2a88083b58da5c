/** The packaged WAR on a real server, used from outside as a browser uses it. */
package io.onhand.portal.server;
