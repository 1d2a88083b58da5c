/** The packaged WAR on a real server, used from outside as channels use it. */
package io.onhand.routes.server;
