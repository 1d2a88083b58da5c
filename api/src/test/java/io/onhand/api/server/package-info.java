/** The packaged WAR on a real server, used from outside as a partner uses it. */
package io.onhand.api.server;
